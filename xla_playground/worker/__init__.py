"""The engine in a process of its own: one JSON message a line over stdin and stdout."""
