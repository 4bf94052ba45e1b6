"""The facts of a model, as a small table of two columns."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFormLayout, QWidget

from ....core.model.info import ModelInfo, ModelInput
from ....core.units import format_bytes
from ...widgets.elided_label import ElidedLabel
from ...widgets.plain_label import PlainLabel


class ModelFacts(QWidget):
    """The entries of a ``ModelInfo`` in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(10)
        self._form.setVerticalSpacing(1)
        self._values: dict[str, ElidedLabel] = {}
        for name, title in (
            ("family", self.tr("family")),
            ("parameters", self.tr("parameters")),
            ("shape", self.tr("shape")),
            ("input", self.tr("input")),
            ("context", self.tr("context")),
            ("licence", self.tr("licence")),
            ("xla", self.tr("XLA")),
            ("memory", self.tr("memory")),
        ):
            self._add(name, title)

    def show_facts(self, info: ModelInfo | None) -> None:
        """Show a model; ``None`` while it is not known."""
        facts = self._facts(info) if info else {}
        for name, label in self._values.items():
            label.setText(facts.get(name, "–"))

    def _add(self, name: str, title: str) -> None:
        heading = PlainLabel(title, self)
        heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        value = ElidedLabel("–", self)
        value.setObjectName(f"fact_{name}")
        self._values[name] = value
        self._form.addRow(heading, value)

    def _facts(self, info: ModelInfo) -> dict[str, str]:
        unlimited = self.tr("no fixed limit")
        return {
            "family": self.tr("{0}, {1}").format(
                info.family_label,
                self.tr("decoder-only") if info.is_decoder_only else self.tr("encoder-decoder"),
            ),
            "parameters": self.tr("{0} ({1} as {2})").format(
                _in_millions(info.parameters), format_bytes(info.size_bytes), info.stored_dtype
            ),
            "shape": self.tr("{0} layers of {1:,}, vocabulary {2:,}").format(
                info.layers, info.hidden_size, info.vocab_size
            ),
            "input": self.tr("speech, {0} s at a time").format(f"{info.window_s or 0:g}")
            if info.takes is ModelInput.SPEECH
            else self.tr("text, chat")
            if info.has_chat
            else self.tr("text"),
            "context": unlimited
            if info.positions is None
            else self.tr("{0:,} tokens of prompt, {1:,} new").format(
                info.prompt_positions, info.positions
            )
            if info.prompt_positions not in (None, info.positions)
            else self.tr("{0:,} tokens").format(info.positions),
            "licence": info.licence or self.tr("not stated"),
            "xla": self.tr("supported") if info.has_xla else self.tr("not supported: eager only"),
            "memory": self.tr("about {0} to load").format(format_bytes(info.memory_bytes))
            if info.memory_bytes
            else "–",
        }


def _in_millions(count: int) -> str:
    return f"{count / 1e6:,.2f} M" if count >= 10_000 else f"{count:,}"
