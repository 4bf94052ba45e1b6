"""Run calls of both recipes."""
