"""Record and play sound, off the GUI thread."""
