"""The help in the window: its pages, and What is This."""
