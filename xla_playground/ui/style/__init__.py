"""Theme, icons, and how focus, keys and wheel behave everywhere."""
