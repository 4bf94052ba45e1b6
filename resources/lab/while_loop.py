"""A loop with tf.while_loop: Newton's square roots, twenty steps of them."""

import tensorflow as tf

inputs = {
    "x": {"shape": (256,), "dtype": "float32", "distribution": "uniform", "seed": 0},
}


def function(x):
    def is_left(step, root):
        return step < 20

    def next_step(step, root):
        return step + 1, 0.5 * (root + (x + 1.0) / root)

    _, root = tf.while_loop(is_left, next_step, (tf.constant(0), tf.ones_like(x)))
    return root
