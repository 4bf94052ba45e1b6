"""What's This: the next click on a control says what it does."""

from __future__ import annotations

from PySide6.QtWidgets import QWhatsThis, QWidget


def enter_whats_this(window: QWidget) -> None:
    """Have the next click explain a control instead of using it.

    The text is that of the tooltip, which follows the state of the control, so it is taken when the
    mode begins.
    """
    for widget in window.findChildren(QWidget):
        widget.setWhatsThis(widget.toolTip())
    QWhatsThis.enterWhatsThisMode()
