"""Paint tokens as text and as chips."""
