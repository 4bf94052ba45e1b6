"""Check, pull and remove models, off the GUI thread."""
