"""Durations on an axis."""

from __future__ import annotations

import numpy as np
import pytest

from xla_playground.core.window.plot_settings import Scale
from xla_playground.ui.plots.shared.scales import on_axis, with_room


def test_a_log_axis_has_decades_and_a_linear_one_ns() -> None:
    ns = [1e6, 0, np.nan]
    assert on_axis(ns, Scale.LOG).tolist()[:2] == [6.0, 0.0]
    assert np.isnan(on_axis(ns, Scale.LOG)[2])
    assert on_axis(ns, Scale.LINEAR).tolist()[:2] == [1e6, 0.0]


@pytest.mark.parametrize("height", [30.0, 60.0, 500.0])
def test_both_ends_keep_their_pixels(height: float) -> None:
    low, high = with_room(2.0, 4.0, 10.0, height)
    pixel = (high - low) / height
    assert (2.0 - low) / pixel >= 9.99
    assert (high - 4.0) / pixel >= 9.99
