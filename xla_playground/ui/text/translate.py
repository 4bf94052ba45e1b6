"""Texts of the window outside of widgets, whose own ``tr`` translates theirs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return a text in the language of the window; ``lupdate`` finds the literals of its calls."""
    return QCoreApplication.translate("", text)
