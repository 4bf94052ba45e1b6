"""XLA Playground: explore XLA-compiled text generation, and see what every knob costs.

For programs there is ``fast_generate``; see ``xla_playground.api``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import CallPlan, FastGenerate, Timings, UnsupportedModel, fast_generate

__version__ = "0.2.0"
__all__ = ["CallPlan", "FastGenerate", "Timings", "UnsupportedModel", "fast_generate"]


def __getattr__(name: str) -> Any:
    """Import the API at its first use, since the window and its worker do not need it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(".api", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
