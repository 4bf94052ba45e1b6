"""The function lab's process, for the window."""
