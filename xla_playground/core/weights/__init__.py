"""The files that hold a model's weights, and the names in them."""
