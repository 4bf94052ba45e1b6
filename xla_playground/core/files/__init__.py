"""Read and replace files, whatever they hold."""
