"""The panel of the recording to transcribe: a file, an example, or a new recording."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....bridge.sound.clip_reader import Clip, ClipReader, ClipRefusal, ClipShape
from ....core.model.info import ModelInfo, ModelInput
from ....core.window.settings import Settings
from ...state.model_choice import ModelChoice
from ...state.notices import Notices
from ...style.icons import icon
from ...text.audio_names import AUDIO_PATTERNS, bundled_clips, clock_text
from ...text.plain_text import menu_text_of
from ...widgets.elided_label import ElidedLabel
from ..panel import Panel
from .sound_buttons import SoundButtons
from .speech_choices import SpeechChoices

if TYPE_CHECKING:
    from ...plots.clip_plot import ClipPlot


class SpeechPanel(Panel):
    """Edits ``audio``, the path of a file, empty while there is none; ``language`` and ``task``."""

    def __init__(
        self,
        choice: ModelChoice,
        notices: Notices,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("speech_panel")
        self._path = ""
        self._clip: Clip | None = None
        self._refusal = ""
        self._shape = ClipShape()
        self._plot: ClipPlot | None = None
        self._reader = ClipReader(self)

        self._open = self._button("open_audio_button", self.tr("Open…"), "folder")
        self._open.setToolTip(self.tr("Open a WAV, FLAC, OGG or MP3 file (or drop it here)"))
        self._examples = self._button("clips_button", self.tr("Examples"), "samples")
        self._sound = SoundButtons(notices, self)
        self._fill_examples()
        self._choices = SpeechChoices(settings.language, settings.task, self)
        self._name = ElidedLabel("", self)
        self._name.setObjectName("clip_name")
        self._shape_note = ElidedLabel("", self)
        self._shape_note.setObjectName("shape_note")
        self._shape_note.setForegroundRole(QPalette.ColorRole.PlaceholderText)

        top = QHBoxLayout()
        top.setSpacing(4)
        for button in (self._open, self._examples, self._sound):
            top.addWidget(button)
        top.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 3, 8, 3)
        self._layout.setSpacing(2)
        self._layout.addLayout(top)
        self._layout.addWidget(self._choices)
        self._layout.addWidget(self._name)
        self._layout.addWidget(self._sound.level)
        self._layout.addWidget(self._problem_label("audio", "language", "task"))
        self._layout.addStretch(1)
        self._layout.addWidget(self._shape_note)

        self._open.clicked.connect(self.open_file)
        self._choices.changed.connect(self.changed)
        self._reader.clip_read.connect(self._on_clip_read)
        self._reader.clip_refused.connect(self._on_clip_refused)
        self._sound.progress_told.connect(self._name.setText)
        self._sound.recording_changed.connect(self._on_recording_changed)
        self._sound.recorded.connect(self.choose)
        self._sound.record_failed.connect(self._on_record_failed)
        choice.changed.connect(self._on_model_changed)
        self.set_value(settings.audio)

    def value(self) -> dict[str, Any]:
        """Return ``audio``, ``language`` and ``task``."""
        return {
            "audio": self._path,
            "language": self._choices.language,
            "task": self._choices.task,
        }

    def set_value(self, path: str) -> None:
        """Show a file; it is read when the panel is visible."""
        self._path, self._clip, self._refusal = path, None, ""
        if self._plot is not None:
            self._read()
        else:
            self._show_name()

    def show_problem(self, field: str, sentence: str) -> None:
        super().show_problem(field, sentence)
        if not self._path:
            self.clear_problem()  # the empty place of the picture says it

    def _show_problems(self) -> None:
        """Show why the file was refused unless the call has another problem here."""
        super()._show_problems()
        if self._refusal and not self.has_control(self._problem[0]):
            self._problems["audio"].show_sentence(self._refusal)

    @Slot(str)
    def choose(self, path: str) -> None:
        """Choose a file as the user would."""
        self.set_value(path)
        self.clear_problem()
        self.changed.emit()

    def use(self, path: str, language: str, task: str) -> None:
        """Show the file and the choices of a call."""
        self._choices.set_value(language, task)
        self.set_value(path)

    @property
    def is_recording(self) -> bool:
        """Return whether the microphone is being recorded."""
        return self._sound.is_recording

    def stop(self) -> None:
        """Give up what is read, recorded and played: the window closes."""
        self._sound.stop()
        self._reader.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._plot is None:
            # pyqtgraph takes half a second to import, so the window is painted first
            QTimer.singleShot(0, self, self._make_plot)

    @Slot()
    def _make_plot(self) -> None:
        from ...plots.clip_plot import ClipPlot

        if self._plot is not None:
            return
        self._plot = ClipPlot(self)
        spacer = self._layout.indexOf(self._shape_note) - 1
        self._layout.takeAt(spacer)
        self._layout.insertWidget(spacer, self._plot, 1)
        self._sound.look_for_devices()
        self._read()

    # ------------------------------------------------------------------ files

    @Slot()
    def open_file(self) -> None:
        """Open a file dialog for a recording."""
        dialog = QFileDialog(self, self.tr("Open a recording"), str(Path(self._path).parent))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        pattern = " ".join(AUDIO_PATTERNS)
        dialog.setNameFilter(self.tr("Recordings ({0})").format(pattern))
        dialog.fileSelected.connect(self.choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _fill_examples(self) -> None:
        self._examples.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._examples)
        menu.setToolTipsVisible(True)
        clips = bundled_clips()
        for clip in clips:
            action = menu.addAction(menu_text_of(clip.stem.replace("-", " ").replace("_", " ")))
            action.triggered.connect(partial(self.choose, str(clip)))
        self._examples.setMenu(menu)
        self._examples.setEnabled(bool(clips))
        self._examples.setToolTip(
            self.tr("Recordings that come with the program")
            if clips
            else self.tr("This installation has no example recordings")
        )

    def _read(self) -> None:
        self._clip = None
        self._sound.offer(None)
        if self._path:
            self._reader.read(self._path, self._shape)
            self._show_message(self.tr("Reading …"))
        else:
            self._show_message(self.tr("Open, drop or record some speech, or choose an example"))
        self._show_name()

    def _show_message(self, text: str) -> None:
        if self._plot is not None:
            self._plot.show_message(text)

    @Slot(object)
    def _on_clip_read(self, clip: Clip) -> None:
        if clip.path != self._path:
            return  # none is chosen by now
        self._clip = clip
        self._sound.offer(clip.samples)
        if self._plot is not None:
            self._plot.show_picture(clip.picture)
        self._show_name()

    @Slot(object)
    def _on_clip_refused(self, refusal: ClipRefusal) -> None:
        if refusal.path != self._path:
            return
        self._show_message(self.tr("Nothing to show"))
        self._refusal = refusal.error.sentence
        self.clear_problem()
        self._name.setText(Path(refusal.path).name)

    # ------------------------------------------------------------------ the model

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        if info.takes is not ModelInput.SPEECH:
            self._sound.finish()
            return
        self._choices.offer(info.speech_prompt)
        shape = ClipShape(info.window_s or ClipShape.window_s, info.mel_bins or ClipShape.mel_bins)
        if shape != self._shape:
            self._shape = shape
            if self._plot is not None:
                self._read()
        self._show_shape()

    # ------------------------------------------------------------------ sound

    @Slot(bool)
    def _on_recording_changed(self, is_recording: bool) -> None:
        if is_recording:
            self._refusal = ""
            self.clear_problem()
        self._open.setEnabled(not is_recording)
        self._examples.setEnabled(not is_recording and not self._examples.menu().isEmpty())

    @Slot(str)
    def _on_record_failed(self, sentence: str) -> None:
        self._show_name()
        self._problems["audio"].show_sentence(sentence)

    # ------------------------------------------------------------------ showing

    def _tint(self) -> None:
        for button, name in ((self._open, "folder"), (self._examples, "samples")):
            button.setIcon(icon(name, self.palette()))

    def _show_name(self) -> None:
        name = Path(self._path).name
        if self._clip is not None:
            channels = self._clip.channels
            words = self.tr("mono") if channels == 1 else self.tr("{0} channels").format(channels)
            if self._clip.notice:
                words = self.tr("channels cancel")
            name = self.tr("{0} · {1} · {2:,} Hz, {3}").format(
                name, clock_text(self._clip.picture.seconds), self._clip.source_rate, words
            )
        elif name:
            name = self.tr("{0} · reading …").format(name)
        self._name.setText(name or self.tr("No recording yet"))
        self._name.setToolTip(self._clip.notice if self._clip is not None else "")
        self._show_shape()

    def _show_shape(self) -> None:
        window = f"{self._shape.window_s:g}"
        count = 1 if self._clip is None else self._clip.picture.windows
        windows = (
            self.tr("1 window of {0} s").format(window)
            if count == 1
            else self.tr("{0} windows of {1} s").format(count, window)
        )
        self._shape_note.setText(
            self.tr("Fixed shape ({0}): length never retraces").format(windows)
        )

    def _button(self, name: str, text: str, picture: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(text)
        button.setIcon(icon(picture, self.palette()))
        button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
        return button
