"""Paste from Python: what it changes in the window, and the dialog that says so."""
