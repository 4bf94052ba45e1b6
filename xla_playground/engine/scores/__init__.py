"""How likely each token of a text is: one compiled pass over prompt and answer."""
