"""Read an audio file in the form of speech models: one channel at 16,000 samples a second."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..core.errors import RequestError, shown
from ..core.files.given_path import given_path
from ..core.messages import speech as messages
from ..core.messages.message import Message

if TYPE_CHECKING:
    import soundfile

#: Samples a second of every Whisper model's input.
SAMPLING_RATE = 16_000
#: Longest audio that is read: four hours are 0.9 GB of samples.
MAX_SECONDS = 4 * 3600.0

_FORMATS = {"WAV": "WAV", "WAVEX": "WAV", "RF64": "WAV", "FLAC": "FLAC", "OGG": "OGG", "MP3": "MP3"}
_RATES = range(1_000, 768_001)
_BLOCK_SECONDS = 10
#: Channels that have nothing in common add up to this energy in their mean; a mean with a tenth of
#: it, 10 dB below, is the rest of channels that are the inverse of each other.
_CANCELLED = 0.1
_AUDIBLE = 1e-8  # 80 dB below full scale; less is noise, whose channels may be anything
_UNKNOWN_FRAMES = 2**62
_PADDING_S = 0.2  # an MP3 decoder gives some frames more or fewer than were encoded


@dataclass(frozen=True, eq=False)
class Waveform:
    """Sound, ready for a speech model.

    Attributes:
        samples: one channel, ``SAMPLING_RATE`` a second; float32, shape (samples,), finite.
        source_rate: samples a second in the file.
        channels: channels in the file, whose mean this is.
        seconds: how long it is.
        cancelled_s: seconds in which the channels cancel each other in their mean, so that the
            loudest channel replaces it.
        missing_s: seconds that its header promises and the file lacks; 0 if that is not known.
    """

    samples: NDArray[np.float32]
    source_rate: int
    channels: int
    seconds: float
    cancelled_s: float = 0.0
    missing_s: float = 0.0


def cut_off(path: str | Path, sound: Waveform) -> Message:
    """Return the notice on a recording that ends before its header says."""
    name, stated_s = shown(Path(path).name), sound.seconds + sound.missing_s
    return messages.RECORDING_CUT_OFF(name=name, stated_s=stated_s, seconds=sound.seconds)


def cancelled_channels(path: str | Path, sound: Waveform) -> Message:
    """Return the notice on channels that cancel each other."""
    name = shown(Path(path).name)
    return messages.CHANNELS_CANCEL(name=name, cancelled_s=sound.cancelled_s, seconds=sound.seconds)


def read_audio(path: str | Path) -> Waveform:
    """Read a WAV, FLAC, OGG or MP3 file; channels are averaged, the rate is converted (soxr, HQ).

    Raises:
        RequestError: of the field ``audio``: the file is missing, damaged, empty, too long, or of
            another format.
    """
    name = shown(str(path))
    try:
        file = given_path(path)
        if not file.is_file():
            raise _error(messages.NO_AUDIO_FILE(name=name))
        with file.open("rb"):  # libsndfile calls every failure a system error
            pass
    except OSError as error:
        why = str(error.strerror)
        raise _error(messages.AUDIO_UNREADABLE(name=name, why=why)) from None
    except (ValueError, RuntimeError):  # NUL inside, no such home
        raise _error(messages.NO_AUDIO_FILE(name=name)) from None
    return _read(file)


def _error(problem: Message) -> RequestError:
    return RequestError("audio", problem)


def _read(file: Path) -> Waveform:
    import soundfile

    try:
        with soundfile.SoundFile(str(file)) as sound:
            if sound.format not in _FORMATS:
                raise _error(messages.AUDIO_FORMAT(name=file.name, format=shown(sound.format)))
            if sound.samplerate not in _RATES:
                raise _error(messages.AUDIO_RATE(name=file.name, rate=sound.samplerate))
            samples, cancelled_s = _mono(file.name, sound)
            seconds = len(samples) / SAMPLING_RATE
            missing_s = _missing_s(file, sound, seconds)
            return Waveform(
                samples, sound.samplerate, sound.channels, seconds, cancelled_s, missing_s
            )
    except soundfile.SoundFileError:
        raise _error(_unread_format(file)) from None


def _unread_format(file: Path) -> Message:
    """Return what a file that libsndfile cannot read is, by its first bytes."""
    with file.open("rb") as stream:
        head = stream.read(12)
    if head[4:8] == b"ftyp":
        return messages.AUDIO_M4A(name=file.name)
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return messages.AUDIO_WEBM(name=file.name)
    return messages.NOT_AUDIO(name=file.name)


def _missing_s(file: Path, sound: soundfile.SoundFile, seconds: float) -> float:
    """Return the seconds that the header promises and the file lacks.

    libsndfile cuts the stated length of a WAV file to the real one, so its header is read here; a
    stream of unknown length states 0 or the largest number. Of the other formats only MP3 keeps the
    stated length.
    """
    stated: Any = sound  # its types leave the length out
    if _FORMATS[sound.format] == "WAV":
        missing = _missing_wav_bytes(file)
        present = max(file.stat().st_size, 1)
        return seconds * missing / present
    if sound.format != "MP3" or stated.frames >= _UNKNOWN_FRAMES:
        return 0.0
    missing_s = stated.frames / sound.samplerate - seconds
    return missing_s if missing_s > _PADDING_S else 0.0


def _missing_wav_bytes(file: Path) -> int:
    """Return the bytes that the ``data`` chunk of a RIFF file promises and lacks."""
    size = file.stat().st_size
    with file.open("rb") as stream:
        if stream.read(4) != b"RIFF":
            return 0
        stream.seek(12)
        while len(head := stream.read(8)) == 8:
            length = int.from_bytes(head[4:], "little")
            if head[:4] == b"data":
                is_known = 0 < length < 0xFFFFFFFF
                return max(stream.tell() + length - size, 0) if is_known else 0
            stream.seek(length + length % 2, 1)
    return 0


def _mono(name: str, sound: soundfile.SoundFile) -> tuple[NDArray[np.float32], float]:
    """Return the mean of the channels at ``SAMPLING_RATE``, read block by block, and
    ``cancelled_s``.

    The length in the header is used only to refuse a file that is too long.
    """
    import soxr

    rate = sound.samplerate
    stream = soxr.ResampleStream(rate, SAMPLING_RATE, num_channels=1, dtype="float32")
    parts: list[NDArray[Any]] = []
    too_long = _error(messages.AUDIO_TOO_LONG(name=name, hours=round(MAX_SECONDS / 3600)))
    # decoding so much takes seconds; a stream of unknown length has the largest number there is
    stated: Any = sound  # its types leave the length out
    if MAX_SECONDS * rate < stated.frames < _UNKNOWN_FRAMES:
        raise too_long
    frames = cancelled = 0
    while True:
        block = sound.read(_BLOCK_SECONDS * rate, dtype="float32", always_2d=True)
        frames += len(block)
        if frames > MAX_SECONDS * rate:
            raise too_long
        if not np.isfinite(block).all():
            raise _error(messages.AUDIO_NOT_FINITE(name=name))
        mono, replaced = _mix(block, rate)
        cancelled += replaced
        is_last = len(block) < _BLOCK_SECONDS * rate
        parts.append(mono if rate == SAMPLING_RATE else stream.resample_chunk(mono, last=is_last))
        if is_last:
            break
    if frames == 0:
        raise _error(messages.AUDIO_EMPTY(name=name))
    return np.concatenate(parts).astype(np.float32, copy=False), cancelled / rate


def _mix(block: NDArray[np.float32], rate: int) -> tuple[NDArray[np.float32], int]:
    """Return the mean of the channels, and the number of frames in which the loudest channel
    replaces it.

    This is decided for each second, since only one voice of several may be inverted.
    """
    mono = block.mean(axis=1, dtype=np.float32)
    replaced = 0
    for begin in range(0, len(block) if block.shape[1] > 1 else 0, rate):
        piece = slice(begin, begin + rate)
        energies = np.square(block[piece], dtype=np.float64).sum(axis=0)
        independent = energies.sum() / len(energies) ** 2
        is_audible = energies.max() > _AUDIBLE * len(mono[piece])
        if is_audible and np.square(mono[piece], dtype=np.float64).sum() < _CANCELLED * independent:
            mono[piece] = block[piece, int(energies.argmax())]
            replaced += len(mono[piece])
    return mono, replaced
