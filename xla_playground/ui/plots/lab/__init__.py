"""The plot of the function lab."""
