"""Microphone and loudspeaker, if there are any: PortAudio through ``sounddevice``."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from ...core.errors import EnvironmentFault
from ...core.messages import speech as messages
from ..background import Background


@dataclass(frozen=True)
class SoundDevices:
    """What can be recorded from and played on.

    Attributes:
        library: the module ``sounddevice``, ``None`` where it or PortAudio is missing.
        input_rate: samples a second that the microphone likes best, ``None`` without one.
        has_output: whether there is a loudspeaker.
        problem: what is missing and how to get it, empty where nothing is.
    """

    library: Any = None
    input_rate: int | None = None
    has_output: bool = False
    problem: str = ""


def find_devices(module: str = "sounddevice") -> SoundDevices:
    """Return the sound devices.

    The search takes a moment, and ALSA may print messages on stderr.
    """
    try:
        library = importlib.import_module(module)
    except ImportError:
        return SoundDevices(problem=messages.NO_SOUNDDEVICE().text)
    except OSError:  # PortAudio, which its wheel has on macOS and Windows only
        return SoundDevices(problem=messages.NO_PORTAUDIO().text)
    microphone = _device(library, "input")
    return SoundDevices(
        library=library,
        input_rate=round(microphone["default_samplerate"]) if microphone else None,
        has_output=_device(library, "output") is not None,
        problem="" if microphone else messages.NO_MICROPHONE().text,
    )


class DeviceSearch(QObject):
    """Looks for devices off the GUI thread.

    *Signals:*
        found (SoundDevices): what there is.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)

    def start(self) -> None:
        """Begin; answered by ``found``."""
        self._background.run(find_devices, self.found.emit)

    def stop(self) -> None:
        """Wait for what runs."""
        self._background.stop()


def sound_fault(error: Exception) -> EnvironmentFault:
    """Return an EnvironmentFault for an error of PortAudio, which raises one type for all
    failures.
    """
    return EnvironmentFault(messages.SOUND_DEVICE_FAILED(why=str(error)))


def _device(library: Any, kind: str) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = library.query_devices(kind=kind)
    except (ValueError, library.PortAudioError):  # there is none
        return None
    return found
