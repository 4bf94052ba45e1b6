"""The memory of the worker and the size of the store, with their limits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QWidget

from ....bridge.store_keeper import StoreContents
from ....core.machine import default_memory_budget
from ....core.numbers import NumberRange, Typed
from ....core.units import format_bytes
from ....core.window.settings import LIMIT_RANGES_GB
from ...state.engine_watch import EngineWatch
from ...state.settings_saver import SettingsSaver
from ...widgets.elided_label import ElidedLabel
from ...widgets.plain_label import PlainLabel
from ...widgets.spin_boxes import FloatSpinBox

_LIMIT_CHARACTERS = 18


class LimitsBox(QWidget):
    """Two rows: memory of the worker with its budget, the store with its limit."""

    def __init__(
        self, saver: SettingsSaver, engine: EngineWatch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._saver, self._engine = saver, engine
        self.setObjectName("limits_box")
        self._memory = self._make_fact("specialization_memory")
        self._stored = self._make_fact("store_size")
        machine = default_memory_budget()
        self._budget = self._make_limit(
            "memory_budget",
            LIMIT_RANGES_GB["memory_budget_mb"],
            self.tr("auto, {0}").format(format_bytes(machine)),
            self.tr(
                "Memory budget: a worker that holds more makes room for a new one, and what it had "
                "specialized comes back from the store (auto: a quarter of this machine's)"
            ),
        )
        self._limit = self._make_limit(
            "store_limit",
            LIMIT_RANGES_GB["store_limit_mb"],
            self.tr("off"),
            self.tr(
                "Store limit: past it, what was not used for longest is removed (off: nothing is "
                "stored or loaded)"
            ),
        )
        limits = saver.settings.limits_gb()
        self._budget.setValue(limits["memory_budget_mb"])
        self._limit.setValue(limits["store_limit_mb"])
        self._at_start = self.value()
        self._follow_font()
        self._note = ElidedLabel("", self)
        self._note.setObjectName("limits_note")
        keep = self._note.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._note.setSizePolicy(keep)

        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(3)
        layout.setColumnStretch(1, 1)
        for row, (text, fact, spin) in enumerate(
            (
                (self.tr("worker"), self._memory, self._budget),
                (self.tr("store"), self._stored, self._limit),
            )
        ):
            label = PlainLabel(text, self)
            label.setBuddy(spin)
            layout.addWidget(label, row, 0)
            layout.addWidget(fact, row, 1)
            layout.addWidget(PlainLabel(self.tr("of"), self), row, 2)
            layout.addWidget(spin, row, 3)
        layout.addWidget(self._note, 2, 0, 1, 4)

        engine.changed.connect(self._on_engine_changed)
        self._on_engine_changed()
        for spin in (self._budget, self._limit):
            spin.changed.connect(self._on_limit_changed)
        self._show_note()

    def value(self) -> dict[str, Typed]:
        """Return the typed ``store_limit_mb`` and ``memory_budget_mb``, both in GB."""
        return {
            "store_limit_mb": self._limit.content(),
            "memory_budget_mb": self._budget.content(),
        }

    def show_contents(self, contents: StoreContents) -> None:
        """Show the number of entries in the store and their size."""
        count = len(contents.entries)
        text = self.tr("1 entry, {1}") if count == 1 else self.tr("{0} entries, {1}")
        self._stored.setText(text.format(f"{count:,}", format_bytes(contents.size_bytes)))

    def _make_fact(self, name: str) -> ElidedLabel:
        label = ElidedLabel("–", self)
        label.setObjectName(name)
        return label

    def _make_limit(
        self, name: str, accepted: NumberRange, at_zero: str, tooltip: str
    ) -> FloatSpinBox:
        spin = FloatSpinBox(accepted, 0.5, self, unit=self.tr(" GB"), text_of_zero=at_zero)
        spin.setObjectName(name)
        spin.setToolTip(tooltip)
        spin.setAccessibleName(tooltip.partition(":")[0])
        return spin

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._follow_font()

    def _follow_font(self) -> None:
        for spin in (self._budget, self._limit):
            spin.setFixedWidth(spin.fontMetrics().averageCharWidth() * _LIMIT_CHARACTERS)
        usual = self.tr("{0} entries, {1}").format("99", format_bytes(9_990_000_000))
        self._stored.setMinimumWidth(self._stored.fontMetrics().horizontalAdvance(usual))

    @Slot()
    def _on_limit_changed(self) -> None:
        self._show_note()
        self._saver.set_limits(self.value())

    def _show_note(self) -> None:
        """Show why a limit is not accepted, else when new limits take effect, in the same place."""
        problem = self._budget.problem() or self._limit.problem()
        role = QPalette.ColorRole.BrightText if problem else QPalette.ColorRole.PlaceholderText
        self._note.setForegroundRole(role)
        self._note.setText(problem or self.tr("from the next start of the program on"))
        self._note.setVisible(bool(problem) or self.value() != self._at_start)

    @Slot()
    def _on_engine_changed(self) -> None:
        size = self._engine.memory_bytes
        self._memory.setText("–" if size is None else format_bytes(size))
