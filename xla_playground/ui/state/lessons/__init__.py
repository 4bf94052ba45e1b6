"""The lessons, as far as the reader has come."""
