"""Pages over the history beside the table of calls."""
