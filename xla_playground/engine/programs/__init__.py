"""Build the programs of the fast recipe, also behind an answer."""
