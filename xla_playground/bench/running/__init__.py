"""Run the sides of a bench: processes, homes, turns, and the machine's figures."""
