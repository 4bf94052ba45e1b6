from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from xla_playground.ui.plots.shared.colors import DARK, LIGHT, DataColors
from xla_playground.ui.style.theme import dark_palette, light_palette


@pytest.mark.parametrize(
    ("colors", "palette"), [(LIGHT, light_palette()), (DARK, dark_palette())], ids=["light", "dark"]
)
def test_every_data_colour_stands_out_from_the_background(
    colors: DataColors, palette: QPalette
) -> None:
    background = palette.color(QPalette.ColorRole.Base)
    every = [*colors.phases.values(), *colors.series, colors.cancelled, colors.failed]
    assert min(_contrast(QColor(color), background) for color in every) >= 3.0
    assert len(set(colors.phases.values())) == len(colors.phases)
    assert len(set(colors.series)) == len(colors.series)


def _contrast(a: QColor, b: QColor) -> float:
    """WCAG's contrast ratio."""
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    def linear(c: float) -> float:
        return c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4)

    return (
        0.2126 * linear(color.redF())
        + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF())
    )
