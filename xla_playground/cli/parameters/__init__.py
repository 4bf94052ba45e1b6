"""Parameters that several commands take."""
