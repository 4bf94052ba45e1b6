"""A reduction: XLA fuses the operations before it, and no intermediate is stored."""

import tensorflow as tf

inputs = {
    "x": {"shape": (1024, 1024), "dtype": "float32", "distribution": "normal", "seed": 0},
    "y": {"shape": (1024, 1024), "dtype": "float32", "distribution": "normal", "seed": 1},
}


def function(x, y):
    return tf.reduce_mean(tf.square(x - y) * tf.abs(x), axis=-1)
