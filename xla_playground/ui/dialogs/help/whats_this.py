"""What's This: the next click on a control says what it does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWhatsThis, QWidget

from ...text.terms import with_terms
from .control_texts import own_text


def enter_whats_this(window: QWidget) -> None:
    """Have the next click explain a control instead of using it.

    A control has a text of its own; an option, or a part of a control, that of its tooltip, which
    follows its state, so it is taken when the mode begins. Terms lead to the glossary.
    """
    for widget in window.findChildren(QWidget):
        text = str(own_text(widget.objectName()))
        said = QCoreApplication.translate("whats_this", text) if text else widget.toolTip()
        widget.setWhatsThis(said if said.startswith("<") else with_terms(said))
    QWhatsThis.enterWhatsThisMode()
