"""Read and replace files of any kind."""
