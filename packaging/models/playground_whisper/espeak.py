"""eSpeak NG as a function from text to samples, by its C interface.

A process of `espeak-ng` for each clip would spend most of its time on starting. The library keeps
its state in globals: one `Synthesizer` a process, and no threads.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

# From <espeak-ng/speak_lib.h>.
_SYNCHRONOUS = 2  # no sound device: samples go to the callback, and `espeak_Synth` waits
_DONT_EXIT = 0x8000
_RATE, _PITCH, _RANGE, _WORD_GAP = 1, 3, 4, 7
_UTF8 = 1
_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


@dataclass(frozen=True)
class Manner:
    """How something is said.

    Attributes:
        voice: an accent, or `accent+variant`.
        speed: words a minute, 80 to 450.
        pitch: 0 to 99; 50 is the voice's own.
        pitch_range: 0 (monotone) to 99; 50 is the voice's own.
        word_gap: extra pause between words, in units of 10 ms at the usual speed.
    """

    voice: str
    speed: int
    pitch: int = 50
    pitch_range: int = 50
    word_gap: int = 0


class Synthesizer:
    """The library, loaded and initialized.

    Attributes:
        sampling_rate: of what it returns, in hertz; 22,050 for all voices used here.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Load the installed library, or the one of a folder.

        Args:
            folder: holds `lib/libespeak-ng.so.1`, what else in `lib` that needs, and
                `espeak-ng-data`. None: what the system has.

        Raises:
            OSError: there is no such library, or it does not start.
        """
        if folder is None:
            name, data = ctypes.util.find_library("espeak-ng") or "libespeak-ng.so.1", None
        else:
            folder = folder.resolve()
            # Loaded first, these are found under their names without LD_LIBRARY_PATH.
            for helper in ("libsonic.so.0", "libpcaudio.so.0"):
                if (path := folder / "lib" / helper).exists():
                    ctypes.CDLL(str(path), mode=ctypes.RTLD_GLOBAL)
            name, data = str(folder / "lib" / "libespeak-ng.so.1"), os.fsencode(folder)
        self._library: Any = ctypes.CDLL(name)
        self.sampling_rate: int = self._library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DONT_EXIT)
        if self.sampling_rate <= 0:
            raise OSError(f"{name} does not start: is espeak-ng-data there?")
        self._parts: list[bytes] = []
        self._callback = _Callback(self._on_samples)  # kept here, or it is collected
        self._library.espeak_SetSynthCallback(self._callback)

    def say(self, text: str, manner: Manner) -> npt.NDArray[np.int16]:
        """The samples of `text`.

        Raises:
            ValueError: there is no such voice.
        """
        library = self._library
        if library.espeak_SetVoiceByName(manner.voice.encode()) != 0:
            raise ValueError(f"eSpeak NG has no voice {manner.voice!r}")
        for parameter, value in (
            (_RATE, manner.speed),
            (_PITCH, manner.pitch),
            (_RANGE, manner.pitch_range),
            (_WORD_GAP, manner.word_gap),
        ):
            library.espeak_SetParameter(parameter, value, 0)
        self._parts.clear()
        encoded = text.encode()
        library.espeak_Synth(encoded, len(encoded) + 1, 0, 0, 0, _UTF8, None, None)
        return np.frombuffer(b"".join(self._parts), np.int16)

    def _on_samples(self, samples: Any, count: int, _events: Any) -> int:
        if samples and count > 0:
            self._parts.append(ctypes.string_at(samples, 2 * count))
        return 0
