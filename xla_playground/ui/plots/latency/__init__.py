"""The plot of steady calls."""
