"""Processes that look at the machine beside the engine."""
