"""The panels for generation options and padding."""
