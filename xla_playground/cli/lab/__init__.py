"""The command of the function lab."""
