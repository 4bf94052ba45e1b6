"""Options of the command line: values that are more than a number, and those of a call."""
