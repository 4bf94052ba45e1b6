"""What the program does with each field of a configuration, by family."""
