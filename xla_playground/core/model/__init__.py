"""The information on a model that was inspected."""
