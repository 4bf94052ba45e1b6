"""The choice of new tokens after which text appears while a call runs."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from ...state.form import Form
from ...state.model_choice import ModelChoice

#: New tokens of a block that can be chosen, ``None``: no stream.
_BLOCKS = (None, 1, 8, 16)


class StreamChoice(QComboBox):
    """Edits ``block_tokens``; greyed out unless the recipe is fast."""

    def __init__(
        self,
        form: Form,
        choice: ModelChoice,
        block_tokens: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("stream")
        self._form = form
        for count in _BLOCKS:
            self._add(count)
        self.set_value(block_tokens)
        form.changed.connect(self._show_whether_read)
        choice.changed.connect(self._show_whether_read)
        self._show_whether_read()

    def value(self) -> int | None:
        """Return the number of new tokens in a streamed block, ``None`` for no stream."""
        count: int | None = self.currentData()
        return count

    def set_value(self, count: int | None) -> None:
        """Show a number of tokens, also one that was written into the settings file by hand."""
        with QSignalBlocker(self):
            if self.findData(count) < 0:
                self._add(count)
            self.setCurrentIndex(self.findData(count))

    def _add(self, count: int | None) -> None:
        if count is None:
            self.addItem(self.tr("off"), None)
        elif count == 1:
            self.addItem(self.tr("every token"), count)
        else:
            self.addItem(self.tr("every {0} tokens").format(count), count)

    @Slot()
    def _show_whether_read(self) -> None:
        is_fast = self._form.is_fast
        self.setEnabled(is_fast)
        summary = self.tr(
            "When text appears while a call runs. A call that streams ends between two blocks if "
            "it is cancelled, and keeps its text."
        )
        reason = self.tr("Greyed out: the documented recipe has its text only at the end.")
        self.setToolTip(summary if is_fast else f"{summary}\n{reason}")
