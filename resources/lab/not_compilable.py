"""A function that XLA cannot compile: it has no kernel for strings.

Eager and graph run it. The error of XLA has the line that asks for the operation.
"""

import tensorflow as tf

inputs = {
    "x": {"shape": (8,), "dtype": "int32", "distribution": "range", "seed": 0},
}


def function(x):
    doubled = x * 2
    words = tf.strings.as_string(doubled)
    return tf.strings.to_number(words, tf.int32) + 1
