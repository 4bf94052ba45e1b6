"""Run the user's code in several ways and measure it; for a process of its own."""
