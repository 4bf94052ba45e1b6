"""What the engine uses of TensorFlow's and Transformers' objects, as types.

Neither library has types of its own. Each protocol has the members that the engine reads or calls,
and no more: so mypy tells a tensor from a model, and finds a member that is misspelt.
"""
