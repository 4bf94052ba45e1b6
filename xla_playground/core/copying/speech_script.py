"""The parts of a script that speech has alone: its recording, and the prompt of its decoder."""

from __future__ import annotations

from ..call.record import Record
from ..errors import RequestError
from ..files.given_path import given_path
from ..messages import workbench as messages
from ..model.info import ModelInfo
from ..options.table import Strategy
from ..speech.log_mel import HOP_SAMPLES
from . import python_text as text

#: Strategies whose tokens do not depend on whether the prompt is given or forced token by token.
_TAKE_A_PROMPT = (Strategy.GREEDY, Strategy.SAMPLING)
_HEARD = """\
samples, rate = soundfile.read(AUDIO, dtype="float32", always_2d=True)
samples = samples.mean(axis=1)
if rate != {rate}:
    samples = soxr.resample(samples, rate, {rate})
extractor = {extractor}


def heard(samples):
    \"\"\"Return what the model hears of one window.\"\"\"
    features = extractor(samples, sampling_rate={rate}, return_tensors="np").input_features
    return {{"input_features": tf.constant(features)}}
"""


def decoder_prompt(record: Record, info: ModelInfo) -> tuple[int, ...]:
    """Return the tokens that the decoder was given after its start token.

    Raises:
        RequestError: Transformers' loops cannot be given them by this strategy.
    """
    asked = info.speech_prompt
    if asked is None or not asked.slots:
        return ()
    if record.request.options.strategy not in _TAKE_A_PROMPT:
        raise RequestError(
            "as",
            messages.SPEECH_SEARCH_NOT_COPIED(strategy=record.request.options.strategy.value),
        )
    language = record.spoken.language if record.spoken else ""
    task = record.spoken.task if record.spoken else asked.task
    if asked.is_multilingual and not language:  # of silence any will do
        language = asked.languages[0][0]
    return asked.tokens(language, task)


def forced_prompt(record: Record, info: ModelInfo) -> list[str]:
    """Return the lines that force the decoder's prompt, none if it is its start token alone."""
    forced = [[place, token] for place, token in enumerate(decoder_prompt(record, info), start=1)]
    if not forced:
        return []
    return [
        "# language, task and no timestamps, which count as new tokens",
        text.assignment("model.generation_config.forced_decoder_ids", forced),
    ]


def speech_inputs(record: Record, info: ModelInfo) -> str:
    """Return the lines that read the recording and cut it as the call did.

    Raises:
        RequestError: it was mixed, or has a window, that a few lines cannot repeat.
    """
    window_s, rate = info.window_s or 0.0, info.sampling_rate or 0
    if not window_s.is_integer():
        raise RequestError(
            "as",
            messages.WINDOW_NOT_COPIED(window=window_s),
        )
    if any(notice.id == "channels_cancel" for notice in record.notices):
        raise RequestError(
            "as",
            messages.CHANNELS_NOT_COPIED(),
        )
    extractor = text.call(
        "WhisperFeatureExtractor",
        feature_size=info.mel_bins,
        sampling_rate=rate,
        chunk_length=int(window_s),
    )
    lines = [
        text.assignment("AUDIO", str(given_path(record.request.audio))),
        text.assignment("WINDOWS", _windows(record)) + f"  # samples, {rate:,} a second",
        _HEARD.format(rate=rate, extractor=extractor),
    ]
    return "\n".join(lines)


def _windows(record: Record) -> list[tuple[int, int | None]]:
    """Return where each window that was transcribed begins and ends.

    All but the last one end on a hop of the spectrogram.
    """
    said = {sequence.prompt_index for sequence in record.sequences if sequence.tokens}
    windows: list[tuple[int, int | None]] = []
    begin = 0
    for number, frames in enumerate(record.prompt_tokens):
        end = begin + frames * HOP_SAMPLES
        is_last = number == len(record.prompt_tokens) - 1
        if number in said:
            windows.append((begin, None if is_last else end))
        begin = end
    return windows
