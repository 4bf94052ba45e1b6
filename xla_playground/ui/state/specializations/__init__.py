"""The specializations that the engine holds, and what XLA made of them."""
