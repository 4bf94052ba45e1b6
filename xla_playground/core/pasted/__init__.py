"""Read Python code, keyword arguments or JSON that was pasted, as the settings of a call."""
