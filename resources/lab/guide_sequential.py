"""A Keras model, as the guide begins: two Dense layers under XLA.

The guide: model = Sequential([Dense(10, input_shape=(10,)), Dense(5)]),
then xla_model = tf.function(model, jit_compile=True).
"""

import tensorflow as tf

inputs = {
    "x": {"shape": (16, 10), "dtype": "float32", "distribution": "normal", "seed": 0},
}

model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(10, input_shape=(10,), activation="relu"),
        tf.keras.layers.Dense(5, activation="softmax"),
    ]
)
