"""Keep programs on disk, and check them when they come back."""
