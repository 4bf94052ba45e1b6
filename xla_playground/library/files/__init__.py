"""Write and read files of models."""
