"""Requests, records, keys, padding, history, settings: no Qt and no TensorFlow in here."""
