"""A stand-in for ``sounddevice``: a microphone fed by hand, a mute loudspeaker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xla_playground.bridge.sound.sound_devices import SoundDevices


class PortAudioError(Exception):
    """What PortAudio raises, whatever happened."""


@dataclass
class FakeStream:
    callback: Callable[..., None]
    active: bool = False

    def start(self) -> None:
        self.active = True

    def close(self) -> None:
        self.active = False


@dataclass
class FakeSound:
    """Attributes: ``kinds``: the devices that there are; ``is_broken``: nothing opens."""

    kinds: tuple[str, ...] = ("input", "output")
    is_broken: bool = False
    streams: list[FakeStream] = field(default_factory=list)
    played: list[NDArray[np.float32]] = field(default_factory=list)
    is_playing: bool = False
    PortAudioError: type[Exception] = PortAudioError

    def query_devices(self, *, kind: str) -> dict[str, Any]:
        if kind not in self.kinds:
            raise PortAudioError("Error querying device -1")
        return {"default_samplerate": 8000.0}

    def InputStream(self, *, callback: Callable[..., None], **_: Any) -> FakeStream:
        if self.is_broken:
            raise PortAudioError("Device unavailable")
        self.streams.append(FakeStream(callback))
        return self.streams[-1]

    def speak(self, seconds: float, level: float) -> None:
        """Let the microphone hear a constant."""
        block = np.full((round(seconds * 8000), 1), round(level * 32767), np.int16)
        self.streams[-1].callback(block, len(block), None, None)

    def play(self, samples: NDArray[np.float32], _rate: int) -> None:
        if self.is_broken:
            raise PortAudioError("Device unavailable")
        self.played.append(samples)
        self.is_playing = True

    def stop(self) -> None:
        self.is_playing = False

    def get_stream(self) -> FakeStream:
        return FakeStream(print, active=self.is_playing)

    def devices(self) -> SoundDevices:
        return SoundDevices(library=self, input_rate=8000, has_output=True)
