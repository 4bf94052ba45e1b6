"""What pasted code has set, what it has not, and a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....core.call.padding import Padding
from ....core.configuration.generation_entries import settings_in_words
from ....core.options.table import SPEC_OF, Strategy
from ....core.pasted.paste import Pasted
from ...widgets.plain_label import PlainLabel, WrappedLabel

_MOST_LINES = 8
#: Options that are shown at their defaults as well.
_ALWAYS = ("max_new_tokens", "num_beams", "penalty_alpha")


class PasteDialog(QDialog):
    """Shows what was set, and a sentence for each thing that was not.

    *Signals:*
        undo_chosen (): the settings before are wanted back.
    """

    undo_chosen = Signal()

    def __init__(
        self, pasted: Pasted, left_out: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paste_dialog")
        self.setWindowTitle(self.tr("Pasted from Python"))
        layout = QVBoxLayout(self)
        for title, text in self._taken(pasted):
            label = WrappedLabel(f"{title}: {text}", self)
            label.setObjectName("paste_taken")
            layout.addWidget(label)
        if left_out:
            heading = PlainLabel(self.tr("Not taken, and why:"), self)
            layout.addWidget(heading)
            layout.addWidget(self._make_list(left_out, heading), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        undo = buttons.addButton(self.tr("&Undo"), QDialogButtonBox.ButtonRole.ResetRole)
        undo.setObjectName("paste_undo")
        undo.setToolTip(self.tr("Put back every setting that was there before"))
        undo.setAutoDefault(False)
        undo.clicked.connect(self._on_undo_clicked)
        buttons.rejected.connect(self.accept)
        layout.addWidget(buttons)
        self.resize(520, self.sizeHint().height())
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()

    def _make_list(self, left_out: Sequence[str], heading: PlainLabel) -> QListWidget:
        sentences = QListWidget(self)
        sentences.setObjectName("paste_left_out")
        sentences.setWordWrap(True)
        sentences.setAccessibleName(heading.text())
        sentences.setToolTip(self.tr("What was not taken from the code"))
        sentences.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for sentence in left_out:
            sentences.addItem(QListWidgetItem(sentence))
        lines = min(2 * len(left_out), _MOST_LINES) + 1
        sentences.setMinimumHeight(lines * self.fontMetrics().lineSpacing())
        return sentences

    def _taken(self, pasted: Pasted) -> list[tuple[str, str]]:
        """Return what was set, as titles and values."""
        lines: list[tuple[str, str]] = []
        if pasted.model is not None:
            lines.append((self.tr("Model"), pasted.model))
        if pasted.prompt_text is not None:
            count = len(pasted.prompts or ())
            one, many = self.tr("1 prompt"), self.tr("{0} prompts").format(count)
            lines.append((self.tr("Prompt"), one if count == 1 else many))
        if pasted.audio is not None:
            lines.append((self.tr("Recording"), pasted.audio))
        if pasted.options:
            lines.append((self.tr("Options"), _in_words(pasted)))
        if "mode" in pasted.padding:
            policy = Padding.model_validate(pasted.padding).in_words().text
            lines.append((self.tr("Padding"), policy))
        how = [str(value) for value in (pasted.arm, pasted.recipe, pasted.precision) if value]
        if how:
            lines.append((self.tr("Call"), ", ".join(how)))
        return lines

    @Slot()
    def _on_undo_clicked(self) -> None:
        self.accept()
        self.undo_chosen.emit()


def _in_words(pasted: Pasted) -> str:
    """Return the options that were named, and in a whole call those that are not at their
    defaults.
    """
    strategy = pasted.options.get("strategy")
    shown = {"strategy": str(strategy)} if strategy is not None else {}
    for name, value in pasted.options.items():
        spec = SPEC_OF.get(name)
        is_read = spec is not None and (strategy is None or Strategy(strategy) in spec.strategies)
        if spec is None or not is_read:
            continue
        if name in _ALWAYS or strategy is None or spec.canonical(value) != spec.default:
            shown[name] = spec.canonical(value)
    return settings_in_words(tuple(shown.items()))
