"""The page that races the current request on several lanes."""
