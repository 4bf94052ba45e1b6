"""The processes that measure with the machine alone."""
