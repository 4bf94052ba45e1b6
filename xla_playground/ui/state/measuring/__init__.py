"""What measures with the machine alone."""
