"""The page of the function lab."""
