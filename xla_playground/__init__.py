"""XLA Playground: explore XLA-compiled text generation, and see what every knob costs."""

__version__ = "0.1.0"
