"""Audio in windows of one shape: never a new specialization for another length."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.engine.conftest import MakeRequest
from tests.sounds import RATE, tone, write_wav
from tests.tiny_models import make_tiny_model
from tests.tiny_speech import write_sound
from xla_playground.core.call.record import Cache, Sequence, Token, TokenRole
from xla_playground.core.call.request import Request
from xla_playground.core.call.transcript import transcript
from xla_playground.core.errors import RequestError
from xla_playground.core.model.info import ModelInput
from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.speech.prompt import SpeechPrompt
from xla_playground.engine import XlaEngine
from xla_playground.engine.inputs.first_step import FirstStep, FirstSteps
from xla_playground.engine.inputs.no_speech import notices_of, without_false_speech
from xla_playground.engine.inputs.speech import Windows

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
    engine: XlaEngine, hear: SpeechRequest, tmp_path: Path
) -> None:
    model = str(make_tiny_model(tmp_path / "new", "whisper"))
    options = {"max_new_tokens": 3}
    record = engine.generate(hear(2.5, model=model, arm="graph", recipe="fast", options=options))
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
        "task": hear(1.0, task="translate"),
        "language": hear(1.0, language="de"),
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


def test_digital_silence_is_no_speech_without_asking_the_model(
    engine: XlaEngine, hear: SpeechRequest, tmp_path: Path
) -> None:
    generator = np.random.default_rng(0)
    dither = generator.integers(-1, 2, 2 * RATE) / 2**15
    clip = write_sound(tmp_path / "silent.wav", (dither + 0.25).astype(np.float32))
    record = engine.generate(hear(1.0, audio=str(clip)))
    assert (record.run_ns, record.cache, record.reason) == (None, Cache.NONE, None)
    assert {s.text for s in record.sequences} == {""}
    assert record.sequences[0].tokens == ()
    assert not any(s.is_speech for s in record.sequences)
    assert [n.text for n in record.notices] == [
        "No speech in windows 1, 2, 3: left out of the transcript."
    ]


def test_silence_between_speech_leaves_the_other_windows(
    engine: XlaEngine, hear: SpeechRequest, tmp_path: Path
) -> None:
    samples = np.concatenate([tone(1.0), np.zeros(3 * RATE, np.float32), tone(1.0)])
    clip = write_sound(tmp_path / "pause.wav", samples)
    record = engine.generate(hear(1.0, audio=str(clip), arm="eager"))
    silent = [s.prompt_index for s in record.sequences if not s.is_speech]
    assert silent == list(range(silent[0], silent[-1] + 1))
    assert 0 < silent[0] <= silent[-1] < len(record.sequences) - 1
    assert {n.id for n in record.notices} == {"no_speech", "cut_at_limit"}


@pytest.mark.parametrize(
    ("no_speech", "surely", "text", "notice"),
    [
        (0.1, -9.0, " heard", None),
        (0.7, -1.5, "", "no_speech"),
        (0.95, -0.5, "[no speech?] heard", "maybe_no_speech"),
        (None, -9.0, " heard", None),
    ],
)
def test_likely_no_speech_is_left_out_or_marked(
    no_speech: float | None, surely: float, text: str, notice: str | None
) -> None:
    class Steps:
        def of(self, *_: object) -> FirstStep:
            return FirstStep("", no_speech)

        def mean_log_probability(self, *_: object) -> float:
            return surely

    windows = Windows(tone(1.0), window_s=1.0, sampling_rate=RATE, mel_bins=80)
    token = Token(id=5, text=" heard", role=TokenRole.NEW)
    heard = Sequence(prompt_index=0, text=" heard", tokens=(token,))
    steps: Any = Steps()
    told = without_false_speech(steps, None, windows, 0, (heard,))  # type: ignore[arg-type]
    assert (told[0].text, told[0].tokens) == (text, (token,))
    options = GenerationOptions(ignore_eos=True)
    assert [n.id for n in notices_of(told, options)] == ([notice] if notice else [])


def test_the_first_step_is_taken_once_for_a_window(
    tf: Any, engine: XlaEngine, hear: SpeechRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = engine._models.get(hear(1.0).model)
    prompt = SpeechPrompt(no_speech=7)
    monkeypatch.setattr(loaded, "info", loaded.info.model_copy(update={"speech_prompt": prompt}))
    steps = FirstSteps(tf)
    windows = Windows(tone(2.0), window_s=1.0, sampling_rate=RATE, mel_bins=80)
    first = steps.of(loaded, windows, 0)
    assert 0.0 < (first.no_speech or 0.0) < 1.0
    assert steps.of(loaded, windows, 0) is first
    assert steps.of(loaded, windows, 1) is not first
    ids = np.array([0, 9, 8, 1], np.int32)
    sure = steps.mean_log_probability(loaded, windows.features(0), ids, 1)
    scores = loaded.model(
        input_features=windows.features(0), decoder_input_ids=ids[None, :-1]
    ).logits[0]
    expected = tf.nn.log_softmax(scores, axis=-1).numpy()
    assert sure == pytest.approx(np.mean([expected[n, ids[n + 1]] for n in range(3)]), abs=1e-4)


def test_channels_that_cancel_each_other_are_heard(
    engine: XlaEngine, hear: SpeechRequest, tmp_path: Path
) -> None:
    voice = tone(1.0)
    mono = write_sound(tmp_path / "mono.wav", voice)
    inverted = write_sound(tmp_path / "inverted.wav", voice, -voice)
    heard, cancelled = (
        engine.generate(hear(1.0, audio=str(clip), arm="eager")) for clip in (mono, inverted)
    )
    assert cancelled.sequences == heard.sequences
    assert "channels_cancel" in {notice.id for notice in cancelled.notices}
    assert "channels_cancel" not in {notice.id for notice in heard.notices}
