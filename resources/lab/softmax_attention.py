"""Softmax attention of every position to every other."""

import tensorflow as tf

inputs = {
    "q": {"shape": (1, 4, 64, 32), "dtype": "float32", "distribution": "normal", "seed": 0},
    "k": {"shape": (1, 4, 64, 32), "dtype": "float32", "distribution": "normal", "seed": 1},
    "v": {"shape": (1, 4, 64, 32), "dtype": "float32", "distribution": "normal", "seed": 2},
    "scale": {"value": 0.17677669},
}


def function(q, k, v, scale):
    weights = tf.nn.softmax(tf.matmul(q, k, transpose_b=True) * scale)
    return tf.matmul(weights, v)
