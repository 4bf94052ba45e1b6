"""Load, trace, compile, run, time. TensorFlow is imported inside functions; no Qt."""

from .xla_engine import XlaEngine

__all__ = ["XlaEngine"]
