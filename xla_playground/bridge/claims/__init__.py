"""Published claims, repeated in a process of its own."""
