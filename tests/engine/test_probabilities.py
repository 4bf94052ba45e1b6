"""How likely each token was: as eager's softmax says, padded or not, before and after options."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.engine.conftest import MakeRequest
from tests.tiny_models import CONFIGURATIONS
from xla_playground.core.call.probabilities import ALTERNATIVES, ScoredSequence, scores_as_dict
from xla_playground.core.call.record import Cache, Record, Sequence, Token, TokenRole
from xla_playground.core.call.request import Request
from xla_playground.core.call.specialization import SCORE
from xla_playground.core.configuration.families import FAMILIES
from xla_playground.core.errors import RequestError
from xla_playground.core.messages.pages.probabilities import NO_NUMBERS, NOTHING_BEFORE
from xla_playground.core.paths import resource_dir
from xla_playground.engine import XlaEngine
from xla_playground.engine.inputs.call_inputs import inputs_of
from xla_playground.engine.model.loading import LoadedModel, load_model

#: A prompt alone, and one that is padded beside a longer one.
PROMPTS = {
    "playground-gpt2": ("TensorFlow is", "The quick brown fox jumps over the lazy dog and"),
    "playground-opt": ("TensorFlow is", "The quick brown fox jumps over the lazy dog and"),
    "playground-t5": ("spell: 7", "count: one thousand two hundred seven"),
}
MODELS = (*PROMPTS, "playground-whisper")


def request_for(model: str, *, is_padded: bool = False, **values: Any) -> Request:
    defaults: dict[str, Any] = {"model": model, "arm": "eager", "options": {"max_new_tokens": 6}}
    if model in PROMPTS:
        defaults["prompts"] = PROMPTS[model] if is_padded else PROMPTS[model][:1]
        defaults["padding"] = {"mode": "longest"}
    else:
        defaults["audio"] = str(resource_dir() / "audio" / "pi.flac")
    return Request.parse(defaults | values)


def softmax(logits: Any) -> NDArray[np.float64]:
    scores = np.asarray(logits, np.float64)
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    found: NDArray[np.float64] = powers / powers.sum(-1, keepdims=True)
    return found


def eager_probabilities(
    loaded: LoadedModel, request: Request, sequence: Sequence
) -> list[NDArray[np.float64]]:
    """The distribution before each token that is no padding, by the model as the call ran it."""
    inputs = inputs_of(loaded, request)
    ids = np.array([[token.id for token in sequence.tokens]])
    is_real = np.array([token.role is not TokenRole.PADDING for token in sequence.tokens])
    given: dict[str, Any]
    if loaded.info.is_decoder_only:
        given = {"input_ids": ids, "attention_mask": is_real[None].astype(np.int32)}
        if loaded.info.family == "gpt2":
            given["position_ids"] = np.maximum(is_real.cumsum() - 1, 0)[None]
    else:
        is_speech = bool(request.audio)
        arrays = inputs.arrays(sequence.prompt_index if is_speech else 0)
        row = slice(None) if is_speech else slice(sequence.prompt_index, sequence.prompt_index + 1)
        given = {name: array[row] for name, array in arrays.items()} | {"decoder_input_ids": ids}
    rows = softmax(loaded.model(**given, use_cache=False).logits[0])
    first = int(is_real.argmax())
    places = [n for n in np.flatnonzero(is_real) if n > first or not loaded.info.is_decoder_only]
    return [rows[place - 1] for place in places]


@pytest.mark.slow
@pytest.mark.parametrize("is_padded", [False, True])
@pytest.mark.parametrize("model", MODELS)
def test_they_are_eagers_softmax(engine: XlaEngine, model: str, is_padded: bool) -> None:
    if model not in PROMPTS and is_padded:
        pytest.skip("a window of speech has no padding")
    request = request_for(model, is_padded=is_padded)
    record = engine.generate(request)
    loaded = load_model(model)
    scored = engine.probabilities(record)
    assert len(scored) == len(record.sequences) == 1 + is_padded
    for sequence, scores in zip(record.sequences, scored, strict=True):
        wanted = eager_probabilities(loaded, request, sequence)
        tokens = [token for token in scores.tokens if token.raw is not None]
        assert len(tokens) == len(wanted) > 0
        for token, distribution in zip(tokens, wanted, strict=True):
            assert token.raw is not None
            assert token.raw.probability == pytest.approx(distribution[token.id], abs=1e-4)
            likeliest = sorted(distribution, reverse=True)[:ALTERNATIVES]
            found = [other.probability for other in token.raw.alternatives]
            assert found == pytest.approx(likeliest, abs=1e-4)
            assert token.raw.rank == 1 + sum(distribution > distribution[token.id])


@pytest.fixture
def greedy(engine: XlaEngine, make_request: MakeRequest) -> Record:
    """A call of a tiny model, operation by operation."""
    return engine.generate(make_request(arm="eager", options={"max_new_tokens": 5}))


@pytest.mark.slow
def test_greedy_search_takes_the_likeliest(engine: XlaEngine, greedy: Record) -> None:
    (scored,) = engine.probabilities(greedy)
    new = [token for token in scored.tokens if token.role is not TokenRole.PROMPT]
    assert len(new) == greedy.new_tokens[0]
    for token in new:
        assert token.raw is not None
        assert token.processed is not None
        assert token.raw.rank == token.processed.rank == 1
        assert token.raw.alternatives[0].id == token.id
        assert token.processed.probability == pytest.approx(token.raw.probability, abs=1e-5)


@pytest.mark.slow
def test_the_first_token_of_a_prompt_has_nothing_before_it(
    engine: XlaEngine, greedy: Record
) -> None:
    first, second, *_ = engine.probabilities(greedy)[0].tokens
    assert (first.raw, first.reason) == (None, NOTHING_BEFORE())
    assert second.raw is not None
    assert (second.processed, second.reason) == (None, None)


@pytest.mark.slow
def test_one_pass_serves_other_texts_and_no_call_waits_for_it(
    engine: XlaEngine, make_request: MakeRequest, greedy: Record
) -> None:
    engine.probabilities(greedy)
    before = {info.key for info in engine.specializations()}
    assert SCORE in {key.program for key in before}
    longer = make_request(
        arm="eager", prompts=("the fox", "a lazy dog"), padding={"mode": "longest"}
    )
    engine.probabilities(engine.generate(longer))
    assert {info.key for info in engine.specializations()} == before
    assert engine.plan(greedy.request).cache is Cache.NONE


def drawn(engine: XlaEngine, make_request: MakeRequest, **options: Any) -> ScoredSequence:
    values = {"strategy": "sampling", "max_new_tokens": 6, "seed": 5} | options
    record = engine.generate(make_request(arm="eager", recipe="fast", options=values))
    return engine.probabilities(record)[0]


@pytest.mark.slow
def test_options_change_what_tokens_are_drawn_from(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    scored = drawn(engine, make_request, top_k=2, temperature=2.0)
    for token in scored.tokens:
        if token.role is TokenRole.PROMPT:
            continue
        assert token.raw is not None
        assert token.processed is not None
        assert token.processed.rank <= 2
        first, second = (other.probability for other in token.raw.alternatives[:2])
        # a temperature of 2 takes the root of each probability
        wanted = np.sqrt([first, second]) / np.sqrt([first, second]).sum()
        found = [other.probability for other in token.processed.alternatives]
        assert found[:2] == pytest.approx(list(wanted), abs=1e-4)
        assert found[2:] == [0.0] * (ALTERNATIVES - 2)


@pytest.mark.slow
def test_a_penalty_makes_tokens_of_the_text_less_likely(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    options = {"max_new_tokens": 6, "repetition_penalty": 1.5}
    record = engine.generate(make_request(arm="eager", recipe="fast", options=options))
    (scored,) = engine.probabilities(record)
    new = [token for token in scored.tokens if token.processed is not None]
    assert all(token.processed and token.processed.rank == 1 for token in new)
    assert any(
        token.raw and token.processed and token.raw.probability != token.processed.probability
        for token in new
    )


@pytest.mark.slow
def test_a_prompt_of_one_token_and_an_answer_of_none(engine: XlaEngine, greedy: Record) -> None:
    token = next(t for t in greedy.sequences[0].tokens if t.role is TokenRole.PROMPT)
    bare = greedy.sequences[0].model_copy(update={"tokens": (token,), "ended_by": None})
    empty = bare.model_copy(update={"tokens": ()})
    record = greedy.model_copy(update={"sequences": (bare, empty)})
    scored, nothing = engine.probabilities(record)
    assert [(t.id, t.raw, t.reason) for t in scored.tokens] == [(token.id, None, NOTHING_BEFORE())]
    assert nothing.tokens == ()
    assert engine.probabilities(greedy.model_copy(update={"sequences": ()})) == ()


@pytest.mark.slow
def test_scores_that_are_no_numbers(
    engine: XlaEngine, tiny_models: Callable[[str], Path], greedy: Record
) -> None:
    engine.probabilities(greedy)
    loaded = engine._models.get(greedy.request.model)
    weights = loaded.model.transformer.ln_f.gamma
    before = weights.numpy()
    weights.assign(np.full_like(before, np.nan))
    try:
        (scored,) = engine.probabilities(greedy)
    finally:
        weights.assign(before)
    assert {(token.raw, token.processed) for token in scored.tokens} == {(None, None)}
    assert {token.reason for token in scored.tokens[1:]} == {NO_NUMBERS()}
    assert "NaN" not in str(scores_as_dict((scored,)))


@pytest.mark.slow
def test_tokens_that_are_not_the_models_are_refused(engine: XlaEngine, greedy: Record) -> None:
    (sequence,) = greedy.sequences
    strange = Token(id=10**6, text="?", role=TokenRole.NEW)
    for change in ({"tokens": (*sequence.tokens, strange)}, {"prompt_index": 7}):
        record = greedy.model_copy(update={"sequences": (sequence.model_copy(update=change),)})
        with pytest.raises(RequestError, match="did not write this text"):
            engine.probabilities(record)


@pytest.mark.slow
def test_a_family_that_xla_cannot_compile_is_refused(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    record = engine.generate(make_request("openai-gpt", arm="eager", options={"max_new_tokens": 3}))
    with pytest.raises(RequestError, match="cannot be compiled by XLA"):
        engine.probabilities(record)


@pytest.mark.slow
def test_what_json_holds(engine: XlaEngine, greedy: Record) -> None:
    ((first, *others),) = scores_as_dict(engine.probabilities(greedy))
    assert (first["probability"], first["rank"], first["alternatives"]) == (None, None, ())
    assert others[-1].keys() == {
        "id",
        "text",
        "role",
        "probability",
        "rank",
        "alternatives",
        "processed",
        "reason",
    }
    assert len(others[-1]["alternatives"]) == ALTERNATIVES


@pytest.mark.exhaustive
@pytest.mark.parametrize("family", [f for f in CONFIGURATIONS if FAMILIES[f].has_xla])
@pytest.mark.parametrize("strategy", ["greedy", "beam"])
def test_every_family_is_scored(
    engine: XlaEngine, make_request: MakeRequest, family: str, strategy: str
) -> None:
    if family == "whisper":
        pytest.skip("the bundled one is tested above")
    request = make_request(
        family,
        prompts=("the fox", "the quick brown fox"),
        padding={"mode": "longest"},
        recipe="fast",
        options={"strategy": strategy, "max_new_tokens": 4},
    )
    record = engine.generate(request)
    loaded = load_model(request.model)
    for sequence, scores in zip(record.sequences, engine.probabilities(record), strict=True):
        real = tuple(t for t in sequence.tokens if t.role is not TokenRole.PADDING)
        is_only = loaded.info.is_decoder_only
        kept = real if is_only else (sequence.tokens[0], *real)
        alone = sequence.model_copy(update={"tokens": kept})
        wanted = eager_probabilities(loaded, request, alone)
        found = [token.raw.probability for token in scores.tokens if token.raw]
        ids = [token.id for token in scores.tokens if token.raw]
        assert found == pytest.approx(
            [row[i] for row, i in zip(wanted, ids, strict=True)], abs=1e-4
        )
