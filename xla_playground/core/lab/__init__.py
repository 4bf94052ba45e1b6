'''The function lab: an ordinary Python file whose function is run in several ways.

A lab file is a ``.py`` file that any Python runs. What the lab reads of it are names at the top
level:

    """Attention of every position to every other."""

    import tensorflow as tf

    inputs = {
        "q": {"shape": (1, 4, 64, 32), "dtype": "float32", "distribution": "normal", "seed": 0},
        "k": {"shape": (1, 4, 64, 32), "seed": 1},
        "scale": {"value": 0.125},
    }


    def function(q, k, scale):
        return tf.nn.softmax(tf.matmul(q, k, transpose_b=True) * scale)

- ``function`` is run, or a Keras model ``model``, or the only function whose name does not begin
  with an underscore.
- ``inputs`` has a row for each input. ``value`` is handed on as it is, a Python value; everything
  else is a tensor, drawn with NumPy by its seed. Inputs without a row are filled from the
  function's signature. What is left out of a row has a default: shape (4, 4), float32, normal,
  seed 0.
- ``calls``, a list, asks for a sequence of calls with what changes against ``inputs`` in each:
  ``[{}, {"x": {"dtype": "float64"}}]``.
- ``fit`` chooses how a model is trained: ``{"loss": "mse", "optimizer": "sgd", "steps": 20,
  "targets": {...}}``.

The three tables are plain values: they are read without running the file. Code below
``if __name__ == "__main__":`` does not run in the lab.
'''
