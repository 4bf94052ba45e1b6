"""A pyqtgraph scene as a picture, or as the bytes of an SVG file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage

from ..shared.pyqtgraph_ import ImageExporter, SVGExporter
from .elastic_label import ElasticLabel
from .plot_header import PlotHeader

#: Pixels of a picture for each pixel on the screen: sharp on a slide.
PICTURE_SCALE = 2
#: Below header and plot.
_LEGEND_ROW = PlotHeader.ROWS + 1


def scene_as_image(scene: Any) -> QImage:
    """Return the scene as a picture, ``PICTURE_SCALE`` times its size on the screen."""
    exporter = ImageExporter(scene)
    parameters = exporter.parameters()
    parameters["width"] = int(exporter.getTargetRect().width() * PICTURE_SCALE)
    image: QImage = exporter.export(toBytes=True)
    return image


def scene_as_png(scene: Any) -> bytes:
    """Return the scene as a PNG file.

    Raises:
        OSError: Qt could not encode it.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image: Any = scene_as_image(scene)  # PySide's stubs ask for bytes, which it refuses
    if not image.save(buffer, "PNG"):
        raise OSError("the image could not be encoded")
    return bytes(buffer.data().data())


def scene_as_svg(scene: Any) -> bytes:
    """Return the scene as an SVG document."""
    document: bytes = SVGExporter(scene).export(toBytes=True)
    return document


@contextmanager
def with_legend(graphics: Any, lines: Sequence[str], font: QFont, color: QColor) -> Iterator[None]:
    """Temporarily put lines of rich text below the plot of a graphics view, for a picture.

    On the screen a legend is a list that scrolls; a picture has all of it.
    """
    size = graphics.size()
    legend = graphics.ci.addLayout(row=_LEGEND_ROW, col=0)
    legend.layout.setContentsMargins(8, 0, 0, 4)
    legend.layout.setVerticalSpacing(0)
    for row, line in enumerate(lines):
        label = ElasticLabel("", justify="left")
        label.item.setFont(font)
        label.item.document().setDocumentMargin(1)
        label.setText(line, color=color)
        legend.addItem(label, row=row, col=0)
    height = len(lines) * (QFontMetrics(font).height() + 3) + 4
    legend.setFixedHeight(height)
    graphics.resize(size.width(), size.height() + height)  # which lays it out at once
    try:
        yield
    finally:
        graphics.ci.removeItem(legend)
        graphics.resize(size)
