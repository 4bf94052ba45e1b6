"""TensorFlow's import, its environment, the GPU, and XLA's reports and files."""
