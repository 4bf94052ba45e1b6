"""A pyqtgraph scene as the bytes of a PNG or SVG file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QBuffer, QIODevice

from .pyqtgraph_ import ImageExporter, SVGExporter

#: Pixels of a PNG for each pixel on the screen: sharp on a slide.
PNG_SCALE = 2


def scene_as_png(scene: Any) -> bytes:
    """Return the scene as a PNG, ``PNG_SCALE`` times its size on the screen.

    Raises:
        OSError: Qt could not encode it.
    """
    exporter = ImageExporter(scene)
    parameters = exporter.parameters()
    parameters["width"] = int(exporter.getTargetRect().width() * PNG_SCALE)
    image = exporter.export(toBytes=True)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise OSError("the image could not be encoded")
    return bytes(buffer.data().data())


def scene_as_svg(scene: Any) -> bytes:
    """Return the scene as an SVG document."""
    document: bytes = SVGExporter(scene).export(toBytes=True)
    return document
