"""What XLA made of a function, read from text: counts, costs, differences, limits."""
