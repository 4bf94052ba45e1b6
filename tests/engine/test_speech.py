"""Audio in windows of one shape: never a new specialization for another length."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.engine.conftest import MakeRequest
from tests.sounds import tone, write_wav
from xla_playground.core.errors import RequestError
from xla_playground.core.model_info import ModelInput
from xla_playground.core.record import Cache
from xla_playground.core.request import Request
from xla_playground.core.transcript import transcript
from xla_playground.engine import XlaEngine
from xla_playground.engine.speech import Windows

SpeechRequest = Callable[..., Request]


@pytest.fixture
def hear(tiny_models: Callable[[str], Path], tmp_path: Path) -> SpeechRequest:
    """A request for a tiny Whisper, whose window is one second, and some seconds of audio."""

    def make(seconds: float, **values: object) -> Request:
        clip = write_wav(tmp_path / f"{seconds}.wav", seconds)
        defaults = {
            "model": str(tiny_models("whisper")),
            "audio": str(clip),
            "options": {"max_new_tokens": 8},
        }
        return Request.parse(defaults | values)

    return make


def test_windows_have_one_shape() -> None:
    samples = tone(2.25)
    for pause in (12_800, 12_800 + 14_400):  # of 0.2 s, around 0.9 and 1.8 s
        samples[pause : pause + 3_200] = 0
    windows = Windows(samples, window_s=1.0, sampling_rate=16_000, mel_bins=80)
    assert len(windows) == 3
    assert windows.heard_frames == (90, 90, 45)
    features = [windows.features(number) for number in range(3)]
    assert {part.shape for part in features} == {(1, 80, 100)}
    assert {part.dtype for part in features} == {np.dtype(np.float32)}


@pytest.mark.parametrize(("samples", "windows"), [(1, 1), (16_000, 1), (16_001, 2)])
def test_number_of_windows(samples: int, windows: int) -> None:
    sound = np.zeros(samples, np.float32)
    assert len(Windows(sound, window_s=1.0, sampling_rate=16_000, mel_bins=80)) == windows


def test_what_the_model_is(engine: XlaEngine, hear: SpeechRequest) -> None:
    info = engine.load(hear(1.0).model)
    assert (info.takes, info.window_s, info.sampling_rate, info.mel_bins) == (
        ModelInput.SPEECH,
        1.0,
        16_000,
        80,
    )


@pytest.mark.slow
def test_another_length_does_not_retrace(engine: XlaEngine, hear: SpeechRequest) -> None:
    first, long, short = (
        engine.generate(hear(seconds, recipe="fast")) for seconds in (1.0, 2.5, 0.3)
    )
    assert [record.cache for record in (long, short)] == [Cache.MEMORY] * 2
    assert first.key == long.key == short.key
    assert long.padded_length == 100
    assert sum(long.prompt_tokens) == 250
    assert max(long.prompt_tokens) <= 100
    assert [sequence.prompt_index for sequence in long.sequences] == [0, 1, 2]
    assert transcript(long.sequences) == " ".join(s.text.strip() for s in long.sequences)
    assert long.trace_ns is long.compile_ns is None


def test_a_first_call_of_several_windows_traces_once(
    engine: XlaEngine, hear: SpeechRequest
) -> None:
    record = engine.generate(hear(2.5, arm="graph", recipe="fast", options={"max_new_tokens": 3}))
    assert record.cache is Cache.MISS
    assert record.trace_ns
    assert len(record.sequences) == 3


def test_input_that_the_model_does_not_take(
    engine: XlaEngine, hear: SpeechRequest, make_request: MakeRequest, tmp_path: Path
) -> None:
    speech = hear(1.0)
    refused = {
        "prompts": Request(model=speech.model, prompts=("a",)),
        "audio": make_request(prompts=(), audio=speech.audio),
        "chat": make_request(chat=True),
        "max_new_tokens": hear(1.0, options={"max_new_tokens": 65}),
    }
    for field, request in refused.items():
        with pytest.raises(RequestError) as caught:
            engine.plan(request)
        assert caught.value.field == field
    (tmp_path / "empty.wav").write_bytes(b"")
    for name in ("missing.wav", "empty.wav"):
        with pytest.raises(RequestError) as caught:
            engine.plan(hear(1.0, audio=str(tmp_path / name)))
        assert caught.value.field == "audio"
