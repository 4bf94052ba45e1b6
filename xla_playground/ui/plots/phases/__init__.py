"""The plot of the phases of each call."""
