"""The public Python API: ``fast_generate`` for model objects of Transformers. No Qt, no worker."""

from ..core.errors import UnsupportedModel
from ..engine.platform.prepared_import import prepare_import
from .generate import FastGenerate, fast_generate
from .timings import CallPlan, Timings

__all__ = ["CallPlan", "FastGenerate", "Timings", "UnsupportedModel", "fast_generate"]

prepare_import()  # for a later import of TensorFlow, which reads some variables only then
