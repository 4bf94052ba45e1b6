"""Which durations of the plot of phases can be printed, and where. No Qt in here."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from ....core.units import short_duration
from ....core.window.plot_settings import Scale
from ..shared.scales import on_axis
from .call_columns import STACK, CallColumns, DrawnCalls

#: Room around a text in a bar, and between a mark and the text beside it, in pixels.
IN_BAR, BESIDE = 4.0, 6.0


@dataclass(frozen=True)
class Segment:
    """A duration that is drawn, in the view's coordinates.

    Attributes:
        x, y: the middle of a bar's segment, or a mark.
        width: of the segment, or of the place that a mark's call has for itself, in pixels.
        height: of the segment, or the distance to the mark above it in its call, in pixels.
    """

    x: float
    y: float
    width: float
    height: float
    text: str
    phase: str


@dataclass(frozen=True)
class TimeLabel:
    """A printed duration, centred at its segment, or at the right of its mark and above it.

    There the line of the steady median does not strike it through.
    """

    segment: Segment
    is_vertical: bool = False
    is_beside: bool = False


def marks_of(
    columns: CallColumns, drawn: DrawnCalls, pixel: tuple[float, float], right: float = math.inf
) -> Iterator[Segment]:
    """Yield the marks of a log axis, those of each call from the top.

    ``pixel`` is the width and height of a pixel in the view, ``right`` the view's edge.
    """
    for position in drawn.positions.tolist():
        (x0,), (x1,) = columns.edges_of(np.array([position]), drawn.group_size)
        durations = columns.durations[position]
        above = math.inf
        for column in np.argsort(-durations):  # NaN comes last
            if np.isnan(durations[column]):
                break
            y = float(on_axis(durations[column], Scale.LOG))
            text = short_duration(durations[column])
            x = (x0 + x1) / 2
            width = min(drawn.group_size, right - x) / pixel[0]
            yield Segment(x, y, width, (above - y) / pixel[1], text, STACK[column])
            above = y


def bars_of(
    columns: CallColumns, drawn: DrawnCalls, pixel: tuple[float, float]
) -> Iterator[Segment]:
    """Yield the segments of the stacked bars of a linear axis, see ``marks_of``."""
    for position in drawn.positions.tolist():
        (x0,), (x1,) = columns.edges_of(np.array([position]), drawn.group_size)
        (ends,) = columns.ends_of(np.array([position]))
        for duration, end, phase in zip(columns.durations[position], ends, STACK, strict=True):
            if not np.isnan(end):
                x, y = (x0 + x1) / 2, end - duration / 2
                size = (x1 - x0) / pixel[0], duration / pixel[1]
                yield Segment(x, y, *size, short_duration(duration), phase)


def labels_in_bars(
    segments: Iterable[Segment], width_of: Callable[[str], float], line: float
) -> Iterator[TimeLabel]:
    """Yield a label for each segment that has room for it, upright or turned.

    ``width_of`` measures a text and ``line`` is its height, in pixels.
    """
    for segment in segments:
        length = width_of(segment.text) + IN_BAR
        if segment.width >= length and segment.height >= line:
            yield TimeLabel(segment)
        elif segment.height >= length and segment.width >= line:
            yield TimeLabel(segment, is_vertical=True)


def labels_beside_marks(
    segments: Iterable[Segment], width_of: Callable[[str], float], line: float
) -> Iterator[TimeLabel]:
    """Yield a label at the right of each mark that has room for it, see ``labels_in_bars``."""
    taken = 0.0  # by the label above, of the distance to it
    for segment in segments:
        taken = max(0.0, taken - segment.height)
        if taken == 0.0 and segment.width >= width_of(segment.text) + BESIDE:
            taken = line
            yield TimeLabel(segment, is_beside=True)
