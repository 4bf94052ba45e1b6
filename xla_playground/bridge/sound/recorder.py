"""Recording from the microphone into a WAV file, and playing a clip."""

from __future__ import annotations

import contextlib
import queue
import wave
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ...library.audio_file import SAMPLING_RATE
from .sound_devices import SoundDevices, sound_fault

LIMIT_S = 600.0
_TICK_MS = 100


class Recorder(QObject):
    """Records one channel of 16 bits at the rate that the microphone likes best.

    PortAudio's own thread hands blocks over; they are written here, ten times a second.

    *Signals:*
        progress_changed (float, float): seconds so far, and the loudest sample since the last, in
            0 … 1.
        finished (str): the file, complete, after ``stop`` or ``LIMIT_S`` seconds.
        failed (str): a sentence; nothing is kept.
    """

    progress_changed = Signal(float, float)
    finished = Signal(str)
    failed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._blocks: queue.SimpleQueue[NDArray[np.int16]] = queue.SimpleQueue()
        self._stream: Any = None
        self._file: wave.Wave_write | None = None
        self._path = Path()
        self._rate = 0
        self._frames = 0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    @property
    def is_running(self) -> bool:
        """Return whether a recording is running."""
        return self._stream is not None

    def start(self, devices: SoundDevices) -> bool:
        """Begin a new file in the folder; ``devices`` has a microphone.

        Returns whether it records; why it does not was told by ``failed``.
        """
        assert devices.input_rate is not None
        self._rate, self._frames = devices.input_rate, 0
        self._blocks = queue.SimpleQueue()
        self._path = self._folder / f"{datetime.now():%Y-%m-%d %H.%M.%S}.wav"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = wave.open(str(self._part()), "wb")  # noqa: SIM115 - closed by ``stop``
            self._file.setnchannels(1)
            self._file.setsampwidth(2)
            self._file.setframerate(self._rate)
            self._stream = devices.library.InputStream(
                samplerate=self._rate, channels=1, dtype="int16", callback=self._on_block
            )
            self._stream.start()
        except OSError as error:
            self._fail(self.tr("Nothing can be recorded ({0}).").format(error.strerror or error))
        except devices.library.PortAudioError as error:
            self._fail(sound_fault(error).sentence)
        else:
            self._timer.start()
        return self._stream is not None

    @Slot()
    def stop(self) -> None:
        """End the file; answered by ``finished``."""
        if not self.is_running:
            return
        try:
            self._close_stream()
            self._write_blocks()
            self._close_file()
            self._part().replace(self._path)
        except OSError as error:
            self._fail_to_write(error)
        else:
            self.finished.emit(str(self._path))

    @Slot()
    def discard(self) -> None:
        """End without a file, for the end of the program."""
        if not self._path.name:
            return  # nothing was recorded yet
        self._close_stream()
        with contextlib.suppress(OSError):  # of a full disk: the file goes anyway
            self._close_file()
        with contextlib.suppress(OSError):
            self._part().unlink(missing_ok=True)

    # ------------------------------------------------- on PortAudio's thread

    def _on_block(self, block: NDArray[np.int16], *_about: object) -> None:
        self._blocks.put(block[:, 0].copy())  # PortAudio uses its memory again

    # ------------------------------------------------- here

    @Slot()
    def _on_tick(self) -> None:
        try:
            loudest = self._write_blocks()
        except OSError as error:
            self._fail_to_write(error)
            return
        self.progress_changed.emit(self._frames / self._rate, loudest)
        if self._frames >= LIMIT_S * self._rate:
            self.stop()

    def _write_blocks(self) -> float:
        """Write what came; the loudest sample of it in 0 … 1."""
        loudest = 0
        while not self._blocks.empty():
            block = self._blocks.get_nowait()
            loudest = max(loudest, int(np.abs(block.astype(np.int32)).max(initial=0)))
            self._frames += len(block)
            if self._file is not None:
                self._file.writeframes(block.astype("<i2").tobytes())
        return loudest / 2**15

    def _fail_to_write(self, error: OSError) -> None:
        why = error.strerror or str(error)
        self._fail(self.tr("The recording cannot be written ({0}).").format(why))

    def _fail(self, sentence: str) -> None:
        self.discard()
        self.failed.emit(sentence)

    def _close_stream(self) -> None:
        self._timer.stop()
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def _close_file(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            file.close()

    def _part(self) -> Path:
        return self._path.with_suffix(".part")


class Player(QObject):
    """Plays one clip at a time.

    *Signals:*
        playing_changed (bool): it began or ended.
        failed (str): a sentence.
    """

    playing_changed = Signal(bool)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library: Any = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    @property
    def is_playing(self) -> bool:
        """Return whether a clip is being played."""
        return self._timer.isActive()

    def play(self, devices: SoundDevices, samples: NDArray[np.float32]) -> None:
        """Play mono samples, 16,000 a second."""
        self._library = devices.library
        try:
            self._library.play(samples, SAMPLING_RATE)
        except self._library.PortAudioError as error:
            self.failed.emit(sound_fault(error).sentence)
            return
        self._timer.start()
        self.playing_changed.emit(True)

    @Slot()
    def stop(self) -> None:
        """Stop playing."""
        if self.is_playing:
            self._library.stop()
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot()
    def _on_tick(self) -> None:
        if not self._library.get_stream().active:
            self.stop()
