"""Reading recordings off the GUI thread: a long MP3 takes seconds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from ...core.errors import PlaygroundError
from ...core.speech.clip_picture import ClipPicture, clip_picture
from ...library.audio_file import SAMPLING_RATE, cancelled_channels, cut_off, read_audio
from ..background import Background


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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self, newest_only=True)

    def read(self, path: str, shape: ClipShape) -> None:
        """Read a WAV, FLAC, OGG or MP3 file and draw it as a model of ``shape`` hears it."""

        def refuse(error: PlaygroundError) -> None:
            self.clip_refused.emit(ClipRefusal(path, error))

        self._background.run(partial(_clip, path, shape), self.clip_read.emit, refuse)

    @Slot()
    def stop(self) -> None:
        """Forget what waits, and wait for what runs."""
        self._background.stop()


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
