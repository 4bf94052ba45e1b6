"""Generation options: what each is, which strategies read it, and what it may be."""
