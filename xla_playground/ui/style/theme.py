"""The light and the dark theme, as two palettes of the Fusion style.

Qt's own ``setColorScheme`` has no effect on bare X11 and offscreen, so the palettes are made here.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ...core.window.settings import Theme
from .app_style import AppStyle

_Role = QPalette.ColorRole
_LIGHT = {
    _Role.Window: "#f2f4f7",
    _Role.WindowText: "#1b1f24",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f4f6f9",
    _Role.Text: "#1b1f24",
    _Role.Button: "#fafbfc",
    _Role.ButtonText: "#1b1f24",
    _Role.BrightText: "#b3261e",
    _Role.ToolTipBase: "#ffffff",
    _Role.ToolTipText: "#1b1f24",
    _Role.PlaceholderText: "#6b7480",
    _Role.Highlight: "#1f5fc4",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#1f5fc4",
    _Role.Link: "#1f5fc4",
    _Role.LinkVisited: "#6a3fb5",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#e8ebef",
    _Role.Mid: "#c3c9d1",
    _Role.Dark: "#9aa2ad",
    _Role.Shadow: "#6b7480",
}
_DARK = {
    _Role.Window: "#22262c",
    _Role.WindowText: "#e4e7eb",
    _Role.Base: "#181b20",
    _Role.AlternateBase: "#1e2228",
    _Role.Text: "#e4e7eb",
    _Role.Button: "#2f343c",
    _Role.ButtonText: "#e4e7eb",
    _Role.BrightText: "#ff9d94",
    _Role.ToolTipBase: "#2f343c",
    _Role.ToolTipText: "#e4e7eb",
    _Role.PlaceholderText: "#8d96a3",
    _Role.Highlight: "#3d7fe0",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#3d7fe0",
    _Role.Link: "#7fb0ff",
    _Role.LinkVisited: "#b79cf0",
    _Role.Light: "#3d434c",
    _Role.Midlight: "#343a42",
    _Role.Mid: "#474e58",
    _Role.Dark: "#14171b",
    _Role.Shadow: "#0b0d0f",
}
_DISABLED = {"light": "#9aa2ad", "dark": "#6d7580"}
_TEXT_ROLES = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText)


def light_palette() -> QPalette:
    """Return the light palette."""
    return _palette(_LIGHT, _DISABLED["light"])


def dark_palette() -> QPalette:
    """Return the dark palette."""
    return _palette(_DARK, _DISABLED["dark"])


def is_dark(palette: QPalette) -> bool:
    """Return whether a palette is light on dark."""
    return palette.color(_Role.Base).lightness() < 128


def _palette(colors: dict[QPalette.ColorRole, str], disabled: str) -> QPalette:
    palette = QPalette()
    for role, color in colors.items():
        palette.setColor(role, QColor(color))
    for role in _TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(colors[_Role.Mid]))
    return palette


def _of_check_boxes(palette: QPalette) -> QPalette:
    """Return a palette for check boxes: Fusion outlines them in the window's colour, darkened,
    which is invisible on a dark window.
    """
    boxes = QPalette(palette)
    if is_dark(palette):
        boxes.setColor(_Role.Window, palette.color(_Role.PlaceholderText))
    return boxes


class ThemeSwitch(QObject):
    """Applies a theme to the application; follows the desktop if the theme is ``SYSTEM``.

    *Attributes:*
        theme: the chosen theme.
    """

    def __init__(
        self, application: QApplication, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._application = application
        self.theme = theme
        if not isinstance(application.style(), AppStyle):
            application.setStyle(AppStyle(application))
        application.styleHints().colorSchemeChanged.connect(self._on_desktop_changed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Choose a theme; the windows change at once."""
        self.theme = theme
        self._apply()

    @Slot()
    def _on_desktop_changed(self) -> None:
        if self.theme is Theme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        if self.theme is Theme.SYSTEM:
            scheme = self._application.styleHints().colorScheme()
            wants_dark = scheme is Qt.ColorScheme.Dark
        else:
            wants_dark = self.theme is Theme.DARK
        palette = dark_palette() if wants_dark else light_palette()
        self._application.setPalette(palette)
        boxes = _of_check_boxes(palette)
        self._application.setPalette(boxes, "QCheckBox")  # type: ignore[arg-type]  # bytes fail
