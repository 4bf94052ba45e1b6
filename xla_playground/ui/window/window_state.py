"""Geometry and docks of a window, as text for the settings."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from ...core.window.settings import Settings

#: To be raised when a dock is added: Qt would put it somewhere into a layout without it.
_LAYOUT_VERSION = 1


def state_of(window: QMainWindow) -> dict[str, str]:
    """Return ``geometry`` and ``dock_state`` for the settings."""
    return {
        "geometry": _text_of(window.saveGeometry()),
        "dock_state": _text_of(window.saveState(_LAYOUT_VERSION)),
    }


def restore_geometry(window: QMainWindow, settings: Settings) -> bool:
    """Restore the window's geometry; return ``False`` if no usable one is saved."""
    return window.restoreGeometry(_bytes_of(settings.geometry))


def restore_docks(window: QMainWindow, settings: Settings) -> bool:
    """Restore the layout of the docks; return ``False`` if no usable one is saved."""
    return window.restoreState(_bytes_of(settings.dock_state), _LAYOUT_VERSION)


def _bytes_of(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return QByteArray()  # which Qt refuses


def _text_of(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")
