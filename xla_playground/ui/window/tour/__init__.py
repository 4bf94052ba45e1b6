"""The tour: a bubble that points at one control of the window after the other."""
