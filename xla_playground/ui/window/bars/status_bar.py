"""The status bar: state of the worker, model, memory, device and TensorFlow version."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QStatusBar, QToolButton, QWidget

from ....bridge.warm_up_run import WarmUpRun
from ....core.advice.warm_up import WarmUpProgress
from ....core.engine.engine import Phase
from ....core.model.info import ModelInfo, short_model_name
from ....core.units import format_bytes
from ...state.engine_watch import EngineWatch
from ...state.model_choice import ModelChoice
from ...style.icons import icon
from ...widgets.elided_label import ElidedLabel
from ...widgets.plain_label import PlainLabel, SelectableLabel


class StatusBar(QStatusBar):
    """Left the phase with its time, right the facts; Restart stays until the worker runs."""

    def __init__(
        self,
        engine: EngineWatch,
        choice: ModelChoice,
        warm_up: WarmUpRun,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self._engine = engine
        self._phase = PlainLabel(parent=self)
        self._phase.setObjectName("worker_state")
        self._phase.setAccessibleName(self.tr("State of the worker"))
        self._restart = QToolButton(self)
        self._restart.setObjectName("restart_button")
        self._restart.setText(self.tr("Restart"))
        self._restart.setToolTip(self.tr("Start the worker again"))
        self._restart.setIcon(icon("restart", self.palette()))
        self._restart.setToolButtonStyle(self._restart.toolButtonStyle().ToolButtonTextBesideIcon)
        self._restart.hide()
        self._detail = ElidedLabel("", self)
        self._detail.setObjectName("worker_detail")
        self._detail.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.addWidget(self._phase)
        self.addWidget(self._restart)
        self.addWidget(self._detail, 1)
        self._warm_up = PlainLabel(parent=self)
        self._warm_up.setObjectName("warm_up_state")
        self._warm_up.setToolTip(self.tr("Specializations prepared in the background"))
        self._warm_up.hide()
        self.addPermanentWidget(self._warm_up)
        self._model = self._add_fact("status_model", self.tr("Model"))
        self._memory = self._add_fact("worker_memory", self.tr("Memory of the worker"))
        self._device = self._add_fact("device", self.tr("Device"))
        self._tensorflow = self._add_fact("tensorflow_version", self.tr("TensorFlow version"))

        self._restart.clicked.connect(engine.restart)
        engine.changed.connect(self._on_engine_changed)
        engine.ticked.connect(self._on_ticked)
        choice.changed.connect(self._on_model_changed)
        choice.chosen.connect(self._show_no_model)
        choice.refused.connect(self._show_no_model)
        warm_up.started.connect(self._on_warm_up_started)
        warm_up.progress_changed.connect(self._on_warm_up_changed)
        warm_up.paused.connect(self._on_warm_up_paused)
        warm_up.ended.connect(self._warm_up.hide)
        self._follow_font()
        self._on_ticked()
        self._show_no_model()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restart.setIcon(icon("restart", self.palette()))
        elif event.type() == QEvent.Type.FontChange:
            self._follow_font()

    def _follow_font(self) -> None:
        longest = self.tr("starting the worker … 100.0 s")
        self._phase.setMinimumWidth(self.fontMetrics().horizontalAdvance(longest))

    def _add_fact(self, name: str, meaning: str) -> PlainLabel:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.VLine)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        line.setFrameShadow(QFrame.Shadow.Plain)
        label = SelectableLabel("–", self)
        label.setObjectName(name)
        label.setToolTip(meaning)
        label.setAccessibleDescription(meaning)
        self.addPermanentWidget(line)
        self.addPermanentWidget(label)
        return label

    @Slot()
    def _on_ticked(self) -> None:
        is_stopped = self._engine.phase is Phase.STOPPED
        self._phase.setText(self._engine.sentence())
        self._phase.setForegroundRole(
            QPalette.ColorRole.BrightText if is_stopped else QPalette.ColorRole.WindowText
        )
        self._restart.setVisible(is_stopped)
        self._detail.setText(self._engine.detail)

    @Slot()
    def _on_engine_changed(self) -> None:
        info, size = self._engine.info, self._engine.memory_bytes
        if info is not None:
            self._device.setText(", ".join(info.devices) or self.tr("no device"))
            self._tensorflow.setText(self.tr("TensorFlow {0}").format(info.tensorflow))
        self._memory.setText("–" if size is None else format_bytes(size))

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self._model.setText(short_model_name(info.name))

    @Slot()
    def _show_no_model(self) -> None:
        self._model.setText(self.tr("no model yet"))

    @Slot()
    def _on_warm_up_started(self) -> None:
        self._warm_up.setText(self.tr("warming up …"))
        self._warm_up.show()

    @Slot(bool)
    def _on_warm_up_paused(self, is_paused: bool) -> None:
        self._on_warm_up_started()
        if is_paused:
            self._warm_up.setText(self.tr("warm-up: waits for a measurement"))

    @Slot(object)
    def _on_warm_up_changed(self, progress: WarmUpProgress) -> None:
        self._warm_up.setText(
            self.tr("warming up … {0} of {1}").format(progress.done, progress.total)
        )
