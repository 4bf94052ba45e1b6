"""Model folders: the check before loading, their digest, and the models that can be named."""
