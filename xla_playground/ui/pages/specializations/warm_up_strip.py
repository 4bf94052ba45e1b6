"""The progress of a warm-up with its Cancel; its room is always reserved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QGridLayout, QProgressBar, QToolButton, QWidget

from ....bridge.warm_up_run import WarmUpRun
from ....core.advice.warm_up import WarmUpProgress, WarmUpResult
from ...style.icons import icon
from ...widgets.elided_label import ElidedLabel


class WarmUpStrip(QWidget):
    """A bar, a sentence and a button; hidden while nothing is warmed up."""

    def __init__(self, warm_up: WarmUpRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("warm_up_strip")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("warm_up_bar")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._text = ElidedLabel("", self)
        self._text.setObjectName("warm_up_text")
        self._cancel = QToolButton(self)
        self._cancel.setObjectName("cancel_warm_up_button")
        self._cancel.setAutoRaise(True)
        self._cancel.setToolTip(self.tr("Stop warming up; what was stored stays"))
        self._cancel.setAccessibleName(self.tr("Stop warming up"))
        self._cancel.setIcon(icon("cancel", self.palette()))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(2)
        layout.addWidget(self._text, 0, 0)
        layout.addWidget(self._cancel, 0, 1, 2, 1)
        layout.addWidget(self._bar, 1, 0)
        keep = self.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keep)
        self.hide()

        self._cancel.clicked.connect(warm_up.cancel)
        warm_up.started.connect(self._on_started)
        warm_up.progress_changed.connect(self._on_progress_changed)
        warm_up.paused.connect(self._on_paused)
        warm_up.ended.connect(self.hide)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._cancel.setIcon(icon("cancel", self.palette()))

    @Slot()
    def _on_started(self) -> None:
        self._bar.setRange(0, 0)  # a worker starts: its progress is not known
        self._text.setText(self.tr("warming up: starting a worker …"))
        self.show()

    @Slot(bool)
    def _on_paused(self, is_paused: bool) -> None:
        if is_paused:
            self._text.setText(self.tr("the warm-up waits for the end of a measurement"))
        else:
            self._on_started()

    @Slot(object)
    def _on_progress_changed(self, progress: WarmUpProgress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        text = self.tr("{0} of {1}").format(progress.done, progress.total)
        if progress.result is not None:
            results = {
                WarmUpResult.PREPARED: self.tr("prepared in {0:.1f} s").format(progress.seconds),
                WarmUpResult.WAS_STORED: self.tr("was stored"),
                WarmUpResult.FAILED: self.tr("failed"),
            }
            text += f" · {results[progress.result]} · {progress.label}"
        self._text.setText(text)
