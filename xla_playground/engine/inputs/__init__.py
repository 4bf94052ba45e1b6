"""The inputs of a call: tokens, or windows of speech."""
