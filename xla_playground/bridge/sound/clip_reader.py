"""Reading recordings off the GUI thread: a long MP3 takes seconds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from ...core.errors import EngineFailure, PlaygroundError
from ...core.speech.clip_picture import ClipPicture, clip_picture
from ...library.audio_file import SAMPLING_RATE, cancelled_channels, cut_off, read_audio


@dataclass(frozen=True)
class ClipShape:
    """What a speech model hears: seconds of a window, rows of its log-mel."""

    window_s: float = 30.0
    mel_bins: int = 80


@dataclass(frozen=True, eq=False)
class Clip:
    """A recording that was read.

    Attributes:
        samples: mono, float32, 16,000 a second.
        source_rate, channels: of the file.
        notice: a sentence on channels that cancel each other, empty if they do not.
    """

    path: str
    samples: NDArray[np.float32]
    source_rate: int
    channels: int
    picture: ClipPicture
    notice: str = ""


@dataclass(frozen=True)
class ClipRefusal:
    """A file that could not be read."""

    path: str
    error: PlaygroundError


class ClipReader(QObject):
    """Reads files one after the other; only the newest that was asked for is answered.

    *Signals:*
        clip_read (Clip), clip_refused (ClipRefusal): what came of it.
    """

    clip_read = Signal(object)
    clip_refused = Signal(object)
    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answered.connect(self._on_answered)

    def read(self, path: str, shape: ClipShape) -> None:
        """Read a WAV, FLAC, OGG or MP3 file and draw it as a model of ``shape`` hears it."""
        self._newest += 1
        self._pool.clear()
        self._pool.start(partial(self._read, self._newest, path, shape))

    @Slot()
    def stop(self) -> None:
        """Forget what waits, and wait for what runs."""
        self._newest += 1
        self._pool.clear()
        self._pool.waitForDone()

    def _read(self, number: int, path: str, shape: ClipShape) -> None:
        try:
            self._answered.emit(number, _clip(path, shape))
        except PlaygroundError as error:
            self._answered.emit(number, ClipRefusal(path, error))
        except Exception as error:  # of a decoder: it must not end as a silence
            self._answered.emit(number, ClipRefusal(path, EngineFailure.unforeseen(error)))

    @Slot(int, object)
    def _on_answered(self, number: int, answer: Clip | ClipRefusal) -> None:
        if number != self._newest:
            return
        if isinstance(answer, Clip):
            self.clip_read.emit(answer)
        else:
            self.clip_refused.emit(answer)


def _clip(path: str, shape: ClipShape) -> Clip:
    sound = read_audio(path)
    picture = clip_picture(
        sound.samples,
        window_s=shape.window_s,
        sampling_rate=SAMPLING_RATE,
        mel_bins=shape.mel_bins,
    )
    notices = [cancelled_channels(path, sound)] if sound.cancelled_s else []
    notices += [cut_off(path, sound)] if sound.missing_s else []
    notice = " ".join(map(str, notices))
    return Clip(path, sound.samples, sound.source_rate, sound.channels, picture, notice)
