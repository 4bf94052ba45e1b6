"""Check the configuration of a model against what can be computed."""
