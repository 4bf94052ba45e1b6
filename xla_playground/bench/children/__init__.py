"""Scripts that a bench runs in a process of their own."""
