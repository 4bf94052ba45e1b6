"""Score the sequences of a call: which tokens a pass reads, and what comes of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.call.probabilities import Alternative, Score, ScoredSequence, ScoredToken
from ...core.call.record import Sequence, Token, TokenRole
from ...core.call.request import Arm, Recipe, Request
from ...core.call.specialization import SCORE, SpecializationKey
from ...core.engine.engine import Phase
from ...core.errors import RequestError
from ...core.messages import engine as messages
from ...core.messages.pages import probabilities
from ...core.options.options import structural_options
from ...core.options.table import SWITCHED_OPTIONS
from ..inputs.call_inputs import CallInputs, SpeechInputs
from ..loops.generation import as_tensors
from ..loops.selection.live_values import live_values
from ..loops.selection.rules import Rules
from ..model.loading import LoadedModel
from ..programs.builder import ProgramBuilder, RewritesFailed
from ..programs.built import Built, Wanted
from .program import ScoreProgram, score_inputs

#: The smallest capacity of a pass, in tokens; past it the next power of two.
_LEAST_CAPACITY = 32

_CHOSEN = (TokenRole.NEW, TokenRole.END)


@dataclass(frozen=True)
class _Text:
    """A sequence as a decoder reads it.

    Attributes:
        tokens: without the padding before and after it; a decoder's start token comes first.
        prompt: how many of them come before the first new one.
    """

    tokens: tuple[Token, ...]
    prompt: int

    @classmethod
    def of(cls, sequence: Sequence, *, is_decoder_only: bool) -> _Text:
        """Read a sequence of a record."""
        real = [n for n, t in enumerate(sequence.tokens) if t.role is not TokenRole.PADDING]
        if not real:
            return cls((), 0)
        tokens = sequence.tokens[real[0] if is_decoder_only else 0 : real[-1] + 1]
        prompt = next((n for n, t in enumerate(tokens) if t.role in _CHOSEN), len(tokens))
        return cls(tokens, prompt)

    @property
    def places(self) -> int:
        """Return how many tokens follow another one."""
        return max(len(self.tokens) - 1, 0)


class Scorer:
    """Scores the sequences of calls; the passes are programs like those of the fast recipe.

    One sequence is scored at a time, so that a pass serves batches of every size.
    """

    def __init__(self, tf: Any, builder: ProgramBuilder) -> None:
        self._tf = tf
        self._builder = builder

    def score(
        self,
        loaded: LoadedModel,
        request: Request,
        inputs: CallInputs,
        sequences: tuple[Sequence, ...],
        tell: Callable[[Phase, str], None],
        check_cancelled: Callable[[], None],
    ) -> tuple[ScoredSequence, ...]:
        """Return the scores of the sequences; what TensorFlow raises is raised.

        Args:
            request: the call that gave the sequences, its bad words as token ids.
            inputs: those of the call.

        Raises:
            RequestError: the model cannot score, or did not write the sequences.
        """
        _check(loaded, inputs, sequences)
        only = loaded.info.is_decoder_only
        texts = [_Text.of(sequence, is_decoder_only=only) for sequence in sequences]
        capacity = _capacity(max((t.places for t in texts), default=0), loaded.info.positions)
        scored = []
        for sequence, text in zip(sequences, texts, strict=True):
            found = None
            if text.places:
                source = None if only else self._source(inputs, sequence.prompt_index)
                run = self._program(loaded, request, capacity, source, tell, check_cancelled)
                found = self._run(run, text, request, capacity, source)
                check_cancelled()
            tokens = tuple(_scored_tokens(loaded, text, found))
            scored.append(ScoredSequence(prompt_index=sequence.prompt_index, tokens=tokens))
        return tuple(scored)

    def _source(self, inputs: CallInputs, index: int) -> dict[str, Any]:
        """Return the inputs of the encoder for one prompt, or for one window of speech."""
        is_speech = isinstance(inputs, SpeechInputs)
        arrays = inputs.arrays(index if is_speech else 0)
        rows = slice(None) if is_speech else slice(index, index + 1)
        return {
            name: self._tf.constant(array[rows])
            for name, array in arrays.items()
            if name != "decoder_input_ids"
        }

    def _program(
        self,
        loaded: LoadedModel,
        request: Request,
        capacity: int,
        source: Mapping[str, Any] | None,
        tell: Callable[[Phase, str], None],
        check_cancelled: Callable[[], None],
    ) -> Callable[..., Any]:
        """Return the pass; if it cannot be traced with rewrites, it is traced without them."""
        rules = Rules.of(loaded.model.generation_config)
        program = ScoreProgram(self._tf, loaded.model, rules, request.options, capacity)
        key = score_key(request, None if source is None else _length(source), capacity)
        wanted = Wanted(key, loaded.model, partial(program.function, source))

        def build() -> Built:
            return self._builder.build([wanted], tell, check_cancelled)[0]

        try:
            built = build()
        except RewritesFailed:
            self._builder.trace_plainly(loaded.model, key)
            built = build()
        tell(Phase.RUNNING, key.label())
        return built.specialization.call

    def _run(
        self,
        run: Callable[..., Any],
        text: _Text,
        request: Request,
        capacity: int,
        source: Mapping[str, Any] | None,
    ) -> dict[str, dict[str, NDArray[Any]]]:
        tokens = [token.id for token in text.tokens]
        ids, following = np.zeros((2, capacity), np.int32)
        ids[: text.places], following[: text.places] = tokens[:-1], tokens[1:]
        limit = request.options.new_tokens
        given = score_inputs(self._tf, ids, following, text.places, text.prompt, limit, source)
        found = run(given, as_tensors(self._tf, live_values(request.options)))
        return {
            kind: {name: tensor.numpy() for name, tensor in figures.items()}
            for kind, figures in found.items()
        }


def score_key(request: Request, source_length: int | None, capacity: int) -> SpecializationKey:
    """Return the key of the pass that scores the answers of ``request``.

    Args:
        source_length: tokens or frames that an encoder reads; ``None`` without one.
    """
    switches = structural_options(request.options)
    return SpecializationKey(
        model=request.model,
        arm=Arm.XLA,
        recipe=Recipe.FAST,
        precision=request.precision,
        batch=1,
        padded_length=source_length,
        options=(
            ("strategy", SCORE),
            ("scored", request.options.strategy.value),
            ("capacity", capacity),
            *((name, switches[name]) for name in SWITCHED_OPTIONS if name in switches),
        ),
    )


def _check(loaded: LoadedModel, inputs: CallInputs, sequences: tuple[Sequence, ...]) -> None:
    info = loaded.info
    if not info.has_xla:
        raise RequestError(
            "probabilities",
            messages.NOT_SCORED(family=info.family_label),
        )
    for sequence in sequences:
        is_known = all(0 <= token.id < info.vocab_size for token in sequence.tokens)
        if not is_known or sequence.prompt_index >= len(inputs.lengths):
            raise RequestError(
                "probabilities",
                messages.NOT_ITS_TEXT(model=info.name),
            )


def _capacity(places: int, positions: int | None) -> int:
    capacity = max(_LEAST_CAPACITY, 1 << max(places - 1, 0).bit_length())
    return capacity if positions is None else max(min(capacity, positions), places)


def _length(source: Mapping[str, Any]) -> int:
    """Return the tokens or frames of an encoder's input."""
    features = source.get("input_features")
    return int(source["input_ids"].shape[1] if features is None else features.shape[2])


def _scored_tokens(
    loaded: LoadedModel, text: _Text, found: dict[str, dict[str, NDArray[Any]]] | None
) -> list[ScoredToken]:
    """Return the tokens of a text with their scores; a decoder's start token is left out."""
    scored = []
    for number, token in enumerate(text.tokens):
        if token.role is TokenRole.PADDING:
            continue
        raw = processed = reason = None
        if not number:
            reason = probabilities.NOTHING_BEFORE()
        elif found is not None:
            raw = _score(loaded, found["raw"], number - 1)
            if token.role in _CHOSEN:
                processed = _score(loaded, found["processed"], number - 1)
                reason = None if processed else probabilities.NOTHING_LEFT()
            reason = reason if raw else probabilities.NO_NUMBERS()
        scored.append(
            ScoredToken(
                id=token.id,
                text=token.text,
                role=token.role,
                raw=raw,
                processed=processed,
                reason=reason,
            )
        )
    return scored


def _score(loaded: LoadedModel, figures: dict[str, NDArray[Any]], place: int) -> Score | None:
    """Return the score of the token after a place, ``None`` if it is no number."""
    probability = float(figures["probability"][place])
    likeliest = figures["probabilities"][place].tolist()
    if not all(map(math.isfinite, (probability, *likeliest))):
        return None
    ids = figures["ids"][place].tolist()
    return Score(
        probability=probability,
        rank=int(figures["rank"][place]),
        alternatives=tuple(
            Alternative(id=i, text=loaded.token(i, TokenRole.NEW).text, probability=p)
            for i, p in zip(ids, likeliest, strict=True)
        ),
    )
