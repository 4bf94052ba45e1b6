"""Theme, icons, and the behaviour of focus, keys and wheel in the whole program."""
