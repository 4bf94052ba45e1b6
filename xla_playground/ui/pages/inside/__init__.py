"""The page that shows what XLA made of a specialization."""
