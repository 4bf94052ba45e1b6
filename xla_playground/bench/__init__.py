"""Measurements: each prints figures that a sceptic can reproduce, and none decides a test."""
