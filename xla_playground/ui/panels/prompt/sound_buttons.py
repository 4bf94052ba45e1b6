"""Record and Play: two buttons, the microphone and the loudspeaker behind them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from ....bridge.sound.recorder import LIMIT_S, Player, Recorder
from ....bridge.sound.sound_devices import DeviceSearch, SoundDevices
from ....core.paths import data_dir
from ...state.notices import Notices
from ...style.icons import icon
from ...text.audio_names import clock_text
from ...text.plain_text import tooltip_of


class SoundButtons(QWidget):
    """Two buttons, disabled with the reason as their tooltip if there is no device.

    *Attributes:*
        level: the level meter of the microphone, shown while it records; the owner places it.

    *Signals:*
        recording_changed (bool): it began or ended.
        progress_told (str): how long it has recorded.
        recorded (str): the file that was recorded.
        record_failed (str): a sentence.
    """

    recording_changed = Signal(bool)
    progress_told = Signal(str)
    recorded = Signal(str)
    record_failed = Signal(str)

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices = SoundDevices(problem=self.tr("Looking for a microphone …"))
        self._samples: NDArray[np.float32] | None = None
        self._search = DeviceSearch(self)
        self._recorder = Recorder(data_dir() / "recordings", self)
        self._player = Player(self)
        self._record = self._button("record_button", self.tr("Record"))
        self._play = self._button("play_button", self.tr("Play"))
        self.level = QProgressBar(self)
        self.level.setObjectName("record_level")
        self.level.setTextVisible(False)
        self.level.setFixedHeight(6)
        self.level.setAccessibleName(self.tr("Level of the microphone"))
        self.level.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._record)
        layout.addWidget(self._play)

        self._record.clicked.connect(self._on_record_clicked)
        self._play.clicked.connect(self._on_play_clicked)
        self._search.found.connect(self._on_devices_found)
        self._recorder.progress_changed.connect(self._on_record_progress)
        self._recorder.finished.connect(self._on_recorded)
        self._recorder.failed.connect(self._on_record_failed)
        self._player.playing_changed.connect(self._show)
        self._player.failed.connect(notices.add)
        self._show()

    @property
    def is_recording(self) -> bool:
        """Return whether the microphone is being recorded."""
        return self._recorder.is_running

    def look_for_devices(self) -> None:
        """Search for devices in the background."""
        self._search.start()

    def offer(self, samples: NDArray[np.float32] | None) -> None:
        """Offer to play mono samples, 16,000 a second; ``None`` withdraws the offer."""
        self._player.stop()
        self._samples = samples
        self._show()

    def finish(self) -> None:
        """Stop playing and recording, and keep the recording."""
        self._player.stop()
        self._recorder.stop()

    def stop(self) -> None:
        """End both for good, and discard a recording."""
        self._player.stop()
        self._recorder.discard()
        self._search.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    @Slot(object)
    def _on_devices_found(self, devices: SoundDevices) -> None:
        self._devices = devices
        self._show()

    @Slot()
    def _on_record_clicked(self) -> None:
        if self._recorder.is_running:
            self._recorder.stop()
            return
        self._player.stop()
        if self._recorder.start(self._devices):
            self._show()
            self.recording_changed.emit(True)

    @Slot(float, float)
    def _on_record_progress(self, seconds: float, loudest: float) -> None:
        # a linear scale would hardly move for speech
        self.level.setValue(round(100 * loudest**0.5))
        self.progress_told.emit(
            self.tr("Recording {0} of {1}").format(clock_text(seconds), clock_text(LIMIT_S))
        )

    @Slot(str)
    def _on_recorded(self, path: str) -> None:
        self._show()
        self.recording_changed.emit(False)
        self.recorded.emit(path)

    @Slot(str)
    def _on_record_failed(self, sentence: str) -> None:
        self._show()
        self.recording_changed.emit(False)
        self.record_failed.emit(sentence)

    @Slot()
    def _on_play_clicked(self) -> None:
        if self._player.is_playing:
            self._player.stop()
        elif self._samples is not None:
            self._player.play(self._devices, self._samples)

    @Slot()
    def _show(self) -> None:
        devices, is_recording = self._devices, self._recorder.is_running
        self.level.setVisible(is_recording)
        self._record.setText(self.tr("Stop") if is_recording else self.tr("Record"))
        self._record.setEnabled(devices.input_rate is not None)
        self._record.setToolTip(
            tooltip_of(devices.problem)
            or self.tr("Record from the microphone, at most {0}").format(clock_text(LIMIT_S))
        )
        self._play.setText(self.tr("Stop") if self._player.is_playing else self.tr("Play"))
        self._play.setEnabled(devices.has_output and self._samples is not None and not is_recording)
        self._play.setToolTip(
            self.tr("Play the recording")
            if devices.has_output
            else tooltip_of(devices.problem) or self.tr("No loudspeaker was found")
        )
        self._tint()

    def _tint(self) -> None:
        names = {
            self._record: "stop" if self._recorder.is_running else "record",
            self._play: "stop" if self._player.is_playing else "play",
        }
        for button, name in names.items():
            button.setIcon(icon(name, self.palette()))

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
        return button
