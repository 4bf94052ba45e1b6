"""The cache key: a new dtype, shape or Python argument is traced again, the same is not."""

import tensorflow as tf

inputs = {
    "x": {"shape": (8, 8), "dtype": "float32", "distribution": "normal", "seed": 0},
    "power": {"value": 2},
}

calls = [
    {},
    {"x": {"seed": 1}},
    {"x": {"dtype": "float64"}},
    {"x": {"shape": (16, 16)}},
    {"power": {"value": 3}},
]


def function(x, power):
    return tf.reduce_sum(x**power, axis=-1)
