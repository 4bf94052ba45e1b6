"""Load, trace, compile, run, time: TensorFlow and Transformers, imported inside functions. No Qt."""

from .xla_engine import XlaEngine

__all__ = ["XlaEngine"]
