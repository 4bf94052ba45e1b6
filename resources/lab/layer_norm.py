"""Layer normalization, as written by hand."""

import tensorflow as tf

inputs = {
    "x": {"shape": (32, 128, 256), "dtype": "float32", "distribution": "normal", "seed": 0},
    "scale": {"shape": (256,), "dtype": "float32", "distribution": "ones", "seed": 0},
    "offset": {"shape": (256,), "dtype": "float32", "distribution": "zeros", "seed": 0},
}


def function(x, scale, offset):
    mean = tf.reduce_mean(x, axis=-1, keepdims=True)
    variance = tf.reduce_mean(tf.square(x - mean), axis=-1, keepdims=True)
    return (x - mean) * tf.math.rsqrt(variance + 1e-5) * scale + offset
