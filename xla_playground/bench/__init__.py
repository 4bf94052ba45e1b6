"""Benches: each prints figures that anyone can reproduce, and none decides a test."""
