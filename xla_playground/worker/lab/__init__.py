"""The process of the function lab.

It imports TensorFlow once and forks a child for each run, before TensorFlow has made a thread: a
run begins in a tenth of a second, and whatever the user's code does to its process ends with it.
"""
