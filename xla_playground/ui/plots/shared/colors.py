"""Colours of data, one set for light windows and one for dark ones.

The four phases were chosen by a search that kept every pair at least 29 CIE76 apart under normal
vision, protanopia, deuteranopia and tritanopia (Machado et al. 2009), and at least 3:1 from the
background. Series also differ by symbol, so that colour is never the only sign.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DataColors:
    """Colours as ``#RRGGBB``.

    Attributes:
        phases: by name, as in ``record.PHASES``.
        series: by the number of a mark, see ``SeriesMark``.
        cancelled, failed: markers of calls without a text.
    """

    phases: dict[str, str]
    series: tuple[str, ...]
    cancelled: str
    failed: str


LIGHT = DataColors(
    phases={
        "trace": "#8A0F3C",
        "compile": "#D56B0C",
        "load": "#0DA569",
        "store": "#8556C4",
        "run": "#1555A4",
    },
    series=(
        "#1555A4",
        "#D56B0C",
        "#0B8A5F",
        "#A3164F",
        "#2A93CC",
        "#7A5A12",
        "#8556C4",
        "#5F6B76",
    ),
    cancelled="#6B7280",
    failed="#C00D0D",
)

DARK = DataColors(
    phases={
        "trace": "#E0507C",
        "compile": "#F0AE45",
        "load": "#46E0BD",
        "store": "#BFA0F0",
        "run": "#4A84DC",
    },
    series=(
        "#6FA8F5",
        "#F0AE45",
        "#46E0BD",
        "#F07BA0",
        "#9AD8F5",
        "#D8C36A",
        "#BFA0F0",
        "#B4BEC8",
    ),
    cancelled="#9CA3AF",
    failed="#FF6B6B",
)


def data_colors(*, is_dark: bool) -> DataColors:
    """Return the colours for a light or a dark window."""
    return DARK if is_dark else LIGHT
