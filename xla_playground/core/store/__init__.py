"""Specializations on disk."""
