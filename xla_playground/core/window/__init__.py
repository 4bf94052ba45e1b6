"""What the window keeps and shows, without Qt."""
