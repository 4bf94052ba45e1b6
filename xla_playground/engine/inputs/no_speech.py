"""Remove or mark text that a speech model wrote for windows without speech."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ...core.call.record import EndedBy, Sequence, TokenRole
from ...core.call.transcript import UNSURE
from ...core.messages import speech as messages
from ...core.messages.message import Message, named
from ...core.options.options import GenerationOptions
from ..model.loading import LoadedModel
from .first_step import FirstSteps
from .speech import Windows

#: OpenAI's ``whisper/transcribe.py`` leaves a window out if no speech is likely and the mean log
#: probability of the transcript is below this. Measured with whisper-tiny.en, this rule misses some
#: windows: the model was sure of its text for noise, hum and a near silence (" you" -0.5 to -0.6, "
#: . . ." -0.1), with a probability of no speech of 0.95; for speech that was below 0.2. So a text
#: that is sure but likely no speech is kept with a mark.
SURE_LOG_PROBABILITY = -1.0
_MOST_NAMED = 10


def silent_sequence(part: int) -> Sequence:
    """Return the sequence of a window of digital silence, for which no model runs."""
    return Sequence(prompt_index=part, text="", tokens=(), no_speech_probability=1.0)


def without_false_speech(
    steps: FirstSteps,
    loaded: LoadedModel,
    windows: Windows,
    part: int,
    sequences: tuple[Sequence, ...],
) -> tuple[Sequence, ...]:
    """Return the sequences of a window, with the text removed or marked if it is no speech."""
    probability = steps.of(loaded, windows, part).no_speech
    if probability is None:
        return sequences
    told = {"no_speech_probability": probability}
    marked = tuple(s.model_copy(update=told) for s in sequences)
    if marked[0].is_speech:
        return marked
    is_sure = _mean_log_probability(steps, loaded, windows, part, sequences[0]) > (
        SURE_LOG_PROBABILITY
    )
    return tuple(
        s.model_copy(update={"text": f"{UNSURE}{s.text}" if is_sure and s.text else ""})
        for s in marked
    )


def _mean_log_probability(
    steps: FirstSteps, loaded: LoadedModel, windows: Windows, part: int, sequence: Sequence
) -> float:
    new = (TokenRole.NEW, TokenRole.END)
    first = next((n for n, token in enumerate(sequence.tokens) if token.role in new), 0)
    ids = [token.id for token in sequence.tokens[: first + sequence.new_tokens]]
    return steps.mean_log_probability(
        loaded, windows.features(part), np.array(ids, np.int32), first
    )


def notices_of(sequences: Iterable[Sequence], options: GenerationOptions) -> tuple[Message, ...]:
    """Return what a user must know of the windows of a recording: no speech, or words cut off."""
    best: dict[int, Sequence] = {}
    for sequence in sequences:
        best.setdefault(sequence.prompt_index, sequence)
    silent = [n for n, s in best.items() if not s.is_speech and not s.text]
    unsure = [n for n, s in best.items() if not s.is_speech and s.text]
    cut = [n for n, s in best.items() if s.is_speech and s.ended_by is EndedBy.LIMIT]
    notices = []
    if silent:
        notices.append(messages.NO_SPEECH(windows=_windows(silent)))
    if unsure:
        notices.append(messages.MAYBE_NO_SPEECH(windows=_windows(unsure), mark=UNSURE))
    if cut and not options.ignore_eos:
        limit = options.new_tokens
        notices.append(messages.CUT_AT_LIMIT(tokens=limit, windows=_windows(cut)))
    return tuple(notices)


def _windows(indices: list[int]) -> Message:
    if len(indices) == 1:
        return messages.WINDOW(number=indices[0] + 1)
    return messages.WINDOWS(numbers=named([str(n + 1) for n in indices], _MOST_NAMED))
