"""Look into a compiled function: compile it once more, and read what XLA says of it."""
