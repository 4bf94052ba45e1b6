"""Holds the tokens of specializations against eager's, off the GUI thread."""
