"""Import GGUF files of the Llama family."""
