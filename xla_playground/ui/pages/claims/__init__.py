"""The page of published claims."""
