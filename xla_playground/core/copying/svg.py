"""A small plot as SVG, without a library: bars of stacked parts, one a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from ..units import format_duration

_WIDTH, _LEFT, _RIGHT, _ROW, _HEAD = 760, 230, 90, 18, 44
_SWATCH, _LEGEND_STEP = 10, 90
_MOST_CHARACTERS = 34


@dataclass(frozen=True)
class Bar:
    """One row: a label, and durations in ns by the name of the part."""

    label: str
    parts: Mapping[str, int]

    @property
    def total(self) -> int:
        """Return the sum of the parts, in ns."""
        return sum(self.parts.values())


def bars_svg(title: str, bars: Sequence[Bar], colors: Mapping[str, str]) -> str:
    """Return an ``<svg>`` element of bars on one linear axis, which begins at 0.

    It has no blank line, so that it can stand in Markdown.

    Args:
        colors: of each part by its name, in the order in which parts are stacked.
    """
    height = _HEAD + _ROW * len(bars) + 6
    longest = max((bar.total for bar in bars), default=0) or 1
    scale = (_WIDTH - _LEFT - _RIGHT) / longest
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#FFFFFF"/>',
        f'<text x="8" y="16" font-weight="bold" fill="#1F2937">{escape(title)}</text>',
        *_legend(bars, colors),
    ]
    for number, bar in enumerate(bars):
        lines += _row(bar, _HEAD + _ROW * number, scale, colors)
    return "\n".join([*lines, "</svg>"])


def _legend(bars: Sequence[Bar], colors: Mapping[str, str]) -> list[str]:
    shown = [name for name in colors if any(bar.parts.get(name) for bar in bars)]
    lines = []
    for number, name in enumerate(shown if len(shown) > 1 else []):
        x = _LEFT + _LEGEND_STEP * number
        lines.append(
            f'<rect x="{x}" y="24" width="{_SWATCH}" height="{_SWATCH}" fill="{colors[name]}"/>'
        )
        lines.append(f'<text x="{x + 14}" y="33" fill="#1F2937">{escape(name)}</text>')
    return lines


def _row(bar: Bar, top: int, scale: float, colors: Mapping[str, str]) -> list[str]:
    label = bar.label
    if len(label) > _MOST_CHARACTERS:
        label = label[: _MOST_CHARACTERS - 1] + "…"
    lines = [
        f'<text x="{_LEFT - 8}" y="{top + 13}" text-anchor="end" fill="#1F2937">'
        f"{escape(label)}</text>"
    ]
    x = float(_LEFT)
    for name, color in colors.items():
        width = bar.parts.get(name, 0) * scale
        if width:
            lines.append(
                f'<rect x="{x:.2f}" y="{top + 2}" width="{width:.2f}" height="{_ROW - 5}" '
                f'fill="{color}"/>'
            )
        x += width
    lines.append(
        f'<text x="{x + 6:.2f}" y="{top + 13}" fill="#4B5563">{format_duration(bar.total)}</text>'
    )
    return lines
