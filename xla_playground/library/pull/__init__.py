"""Bring models to this machine, from the hub or a package index."""
