"""Icons: SVG files whose ``currentColor`` is the palette's text colour."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from ...core.paths import resource_dir

_SIZES = (16, 20, 32, 64)
_MODES = {
    QIcon.Mode.Normal: QPalette.ColorGroup.Active,
    QIcon.Mode.Disabled: QPalette.ColorGroup.Disabled,
}


def icon(
    name: str,
    palette: QPalette,
    role: QPalette.ColorRole = QPalette.ColorRole.ButtonText,
) -> QIcon:
    """Return the icon ``resources/icons/NAME.svg`` in the colours of ``palette``.

    An icon does not change with the palette: make it again when that changes.
    """
    result = QIcon()
    for mode, group in _MODES.items():
        color = palette.color(group, role).name()
        for size in _SIZES:
            result.addPixmap(_tinted(name, color, size), mode)
    return result


def app_icon() -> QIcon:
    """Return the icon of the program."""
    renderer = QSvgRenderer(str(resource_dir() / "icons" / "app.svg"))
    result = QIcon()
    for size in (*_SIZES, 128, 256):
        result.addPixmap(_render(renderer, size))
    return result


def _tinted(name: str, color: str, size: int) -> QPixmap:
    """Return an icon in a colour, from Qt's cache of pixmaps if it was rendered before."""
    key = f"{name} {color} {size}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        source = (resource_dir() / "icons" / f"{name}.svg").read_text("utf-8")
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", color).encode()))
        found = _render(renderer, size)
        QPixmapCache.insert(key, found)
    return found


def _render(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
