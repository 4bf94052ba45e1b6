"""A small CNN: two convolutions and a dense layer."""

import tensorflow as tf

inputs = {
    "x": {"shape": (8, 28, 28, 1), "dtype": "float32", "distribution": "uniform", "seed": 0},
}

fit = {
    "loss": "sparse_categorical_crossentropy",
    "optimizer": "adam",
    "steps": 10,
    "targets": {"shape": (8,), "dtype": "int32", "distribution": "integers", "seed": 1},
}

model = tf.keras.Sequential(
    [
        tf.keras.layers.Conv2D(8, 3, activation="relu", input_shape=(28, 28, 1)),
        tf.keras.layers.MaxPooling2D(),
        tf.keras.layers.Conv2D(16, 3, activation="relu"),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
)
