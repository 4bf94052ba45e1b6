"""A model that Keras trains and asks: fit and predict, with jit_compile off and on.

The rows of `x` are one batch. The guide: model.compile(..., jit_compile=True).
"""

import tensorflow as tf

inputs = {
    "x": {"shape": (32, 10), "dtype": "float32", "distribution": "normal", "seed": 0},
}

fit = {
    "loss": "mse",
    "optimizer": "adam",
    "steps": 20,
    "targets": {"shape": (32, 1), "dtype": "float32", "distribution": "ones", "seed": 1},
}

model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(64, activation="relu", input_shape=(10,)),
        tf.keras.layers.Dense(1),
    ]
)
