"""The panels for the input: prompt or speech."""
