"""Lessons: their files, their steps, and what is expected of the measured calls."""
