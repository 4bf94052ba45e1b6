"""Trace functions by the guide's recipe and by ours, and describe the outcome of a run."""
