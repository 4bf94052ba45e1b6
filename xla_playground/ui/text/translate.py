"""Texts of the window that no widget's ``tr`` translates."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

#: ``translate("Context", "text")``; ``lupdate`` finds the calls by this name, so that both must be
#: literals.
translate = QCoreApplication.translate
