"""Durations as values of an axis, and back. No Qt in here."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ....core.window.plot_settings import Scale
from .growing_array import Floats


def on_axis(ns: ArrayLike, scale: Scale) -> Floats:
    """Return durations in ns as an axis has them: their log10, or the ns themselves.

    What is not known (NaN) stays so; 0 ns has the place of 1 ns on a log axis.
    """
    values = np.asarray(ns, np.float64)
    return np.log10(np.maximum(values, 1.0)) if scale is Scale.LOG else values


def with_room(low: float, high: float, pixels: float, height: float) -> tuple[float, float]:
    """Return the range of an axis ``height`` pixels long that leaves ``pixels`` at both ends.

    So that no mark is cut at the edge of the view.
    """
    room = (high - low) * pixels / max(height - 2 * pixels, pixels)
    return low - room, high + room
