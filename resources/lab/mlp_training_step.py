"""A training step of an MLP: the loss, its gradient, and new weights.

Each arm begins with the same weights, so the first losses are equal.
"""

import tensorflow as tf

inputs = {
    "x": {"shape": (32, 64), "dtype": "float32", "distribution": "normal", "seed": 0},
    "y": {"shape": (32, 1), "dtype": "float32", "distribution": "normal", "seed": 1},
}

w1 = tf.Variable(tf.random.stateless_normal((64, 128), seed=(0, 1)) * 0.1)
b1 = tf.Variable(tf.zeros(128))
w2 = tf.Variable(tf.random.stateless_normal((128, 1), seed=(0, 2)) * 0.1)
weights = [w1, b1, w2]


def function(x, y, rate: float = 0.01):
    with tf.GradientTape() as tape:
        predicted = tf.nn.relu(x @ w1 + b1) @ w2
        loss = tf.reduce_mean(tf.square(predicted - y))
    gradients = tape.gradient(loss, weights)
    for weight, gradient in zip(weights, gradients, strict=True):
        weight.assign_sub(rate * gradient)
    return loss, gradients
