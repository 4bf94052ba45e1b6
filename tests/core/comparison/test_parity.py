"""The rule of the parity guard: what is asked of eager, and what a difference means."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.examples import make_record
from tests.fakes import FakeEngine
from xla_playground.core.call.probabilities import Score, ScoredSequence, ScoredToken
from xla_playground.core.call.record import Cache, Record, Sequence, Status, Token, TokenRole
from xla_playground.core.call.request import Arm, Precision, Request
from xla_playground.core.comparison.parity import (
    COMPARED_TOKENS,
    MOST_BEAM_TOKENS,
    MOST_WINDOWS,
    NEAR_TIES,
    Outcome,
    ParityVerdict,
    check_parity,
    eager_request,
    reason_against,
)
from xla_playground.core.comparison.parity_file import (
    MOST_KEPT,
    identities_of,
    keep_verdict,
    known_verdicts,
)
from xla_playground.core.errors import CallCancelled, EngineFailure, RequestError, WorkerDied
from xla_playground.core.messages.message import untyped


def sequence(*ids: int, prompt_index: int = 0) -> Sequence:
    """A sequence of a padding token, a prompt of one token, and these new ones."""
    roles = [TokenRole.PADDING, TokenRole.PROMPT, *(TokenRole.NEW for _ in ids)]
    tokens = tuple(
        Token(id=i, text=f"t{i}", role=role) for i, role in zip((0, 9, *ids), roles, strict=True)
    )
    return Sequence(prompt_index=prompt_index, text="", tokens=tokens)


def call(*texts: tuple[int, ...], **values: Any) -> Record:
    """A first call that wrote these texts."""
    sequences = tuple(sequence(*ids) for ids in texts)
    return make_record(cache=Cache.MISS, sequences=sequences, **values)


@dataclass
class Eager(FakeEngine):
    """Writes given texts, and finds given probabilities by token id.

    Attributes:
        texts: what it writes, as far as it is asked to.
        likely: the probability of each token; ``None`` is one that is no number.
        scored: what it was asked to score.
        refuses: raised by a scoring.
    """

    texts: tuple[tuple[int, ...], ...] = ((1, 2, 3),)
    likely: dict[int, float | None] = field(default_factory=dict)
    scored: list[Record] = field(default_factory=list)
    refuses: Exception | None = None

    def generate(self, request: Request, on_text: object = None) -> Record:
        self.requests.append(request)
        if self.errors:
            raise self.errors.popleft()
        limit = request.options.new_tokens
        sequences = tuple(sequence(*ids[:limit]) for ids in self.texts)
        return make_record().model_copy(update={"request": request, "sequences": sequences})

    def probabilities(self, record: Record) -> tuple[ScoredSequence, ...]:
        self.scored.append(record)
        if self.refuses is not None:
            raise self.refuses
        return tuple(self._scored(each) for each in record.sequences)

    def _scored(self, text: Sequence) -> ScoredSequence:
        tokens = []
        for token in text.tokens:
            if token.role is TokenRole.PADDING:
                continue
            likely = self.likely.get(token.id, 0.5)
            score = None if likely is None else Score(probability=likely, rank=1, alternatives=())
            tokens.append(
                ScoredToken(id=token.id, text=token.text, role=token.role, processed=score)
            )
        return ScoredSequence(prompt_index=text.prompt_index, tokens=tuple(tokens))


def check(record: Record, *texts: tuple[int, ...], **values: Any) -> tuple[ParityVerdict, Eager]:
    engine = Eager(texts=texts, **values)
    return check_parity(engine, record), engine


# ------------------------------------------------------------------ what is asked of eager


def test_eager_makes_the_same_call_for_one_token_more_than_are_compared() -> None:
    record = call(tuple(range(40)), recipe="fast", options={"max_new_tokens": 40})
    verdict, engine = check(record, tuple(range(40)))
    (asked,) = engine.requests
    assert asked.options.max_new_tokens == COMPARED_TOKENS + 1
    assert (asked.arm, asked.recipe) == (Arm.EAGER, record.request.recipe)
    assert asked.id != record.request.id
    assert asked.prompts == record.request.prompts
    assert (verdict.outcome, verdict.tokens) == (Outcome.EQUAL, COMPARED_TOKENS)
    assert "16 new tokens" in verdict.message.text
    assert engine.scored == []


def test_the_last_token_which_some_models_force_is_compared_only_if_both_calls_end_there() -> None:
    long = call((*range(20), 7), options={"max_new_tokens": 32})
    assert check(long, (*range(16), 99))[0].outcome is Outcome.EQUAL
    short = call((1, 2, 7), options={"max_new_tokens": 3})
    assert check(short, (1, 2, 99))[0].position == 2


def test_a_least_number_of_tokens_is_lowered_with_the_most() -> None:
    options = {"max_new_tokens": 64, "min_new_tokens": 40}
    request = eager_request(call((1,), recipe="fast", options=options, block_tokens=8).request)
    assert (request.options.max_new_tokens, request.options.min_new_tokens) == (17, 17)
    assert request.block_tokens is None
    few = eager_request(call((1,), recipe="fast", options=options | {"min_new_tokens": 3}).request)
    assert few.options.min_new_tokens == 3


def test_beams_are_compared_by_whole_texts() -> None:
    options = {"strategy": "beam", "max_new_tokens": 40}
    one, other = tuple(range(40)), (*range(39), 77)
    verdict, engine = check(call(one, options=options), other, likely={77: 0.9})
    assert engine.requests[0].options.max_new_tokens == 40
    assert (verdict.outcome, verdict.position) == (Outcome.DIFFERS, 39)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"arm": "eager"}, "the call is eager itself"),
        ({"options": {"strategy": "sampling"}}, "drawn at random"),
        ({"options": {"strategy": "beam_sampling"}}, "drawn at random"),
        (
            {"options": {"strategy": "beam", "max_new_tokens": MOST_BEAM_TOKENS + 1}},
            "65 new tokens take eager too long; 64 are compared",
        ),
        ({"status": Status.CANCELLED}, "did not come to its end"),
        ({"sequences": ()}, "wrote no token"),
    ],
)
def test_what_is_not_compared_has_a_reason(values: dict[str, Any], why: str) -> None:
    engine = Eager()
    verdict = check_parity(engine, make_record(cache=Cache.MISS, **values))
    assert verdict.outcome is Outcome.UNCHECKED
    assert verdict.message.text.startswith("Not checked against eager: ")
    assert why in verdict.message.text
    assert engine.requests == []


def test_a_long_recording_is_not_heard_again() -> None:
    windows = tuple(sequence(1, prompt_index=n) for n in range(MOST_WINDOWS + 1))
    speech: dict[str, Any] = {"prompts": (), "audio": "/a.wav"}
    speech["options"] = {"max_new_tokens": 32}
    record = make_record(cache=Cache.MISS, sequences=windows, **speech)
    why = reason_against(record)
    assert why is not None
    assert "9 windows" in why.text
    assert reason_against(record.model_copy(update={"sequences": windows[:-1]})) is None


# ------------------------------------------------------------------ what a difference means


@given(
    texts=st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=16), min_size=1, max_size=4),
    data=st.data(),
)
def test_a_wrong_arm_is_found_at_the_right_place(
    texts: list[list[int]], data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, len(texts) - 1))
    position = data.draw(st.integers(0, len(texts[row]) - 1))
    wrong = [list(text) for text in texts]
    wrong[row][position] = 6 + wrong[row][position]
    record = call(*map(tuple, wrong), options={"max_new_tokens": 16})
    verdict, engine = check(record, *map(tuple, texts), likely={n: 0.1 for n in range(6, 12)})
    assert (verdict.row, verdict.position) == (row, position)
    assert verdict.outcome is Outcome.DIFFERS
    assert verdict.compiled is not None
    assert verdict.eager is not None
    assert (verdict.compiled.id, verdict.eager.id) == (wrong[row][position], texts[row][position])
    assert (verdict.compiled.score, verdict.eager.score) == (0.1, 0.5)
    (scored,) = engine.scored
    assert [len(text.tokens) for text in scored.sequences] == [position + 3] * 2


def test_the_sentence_has_place_tokens_and_scores() -> None:
    record = call((1, 2, 3), (1, 5, 3))
    verdict, _ = check(record, (1, 2, 3), (1, 4, 3), likely={5: 0.25, 4: 0.75})
    assert verdict.message.text == (
        "Token 2 of text 2 differs from eager's: 't5' has the probability 0.25, eager's 't4' has "
        "0.75."
    )
    alone, _ = check(call((1,)), (2,), likely={1: 0.25})
    assert alone.message.text.startswith("Token 1 differs from eager's: ")


@pytest.mark.parametrize("precision", list(Precision))
def test_tokens_that_are_as_likely_are_a_near_tie(precision: Precision) -> None:
    tie = NEAR_TIES[precision]
    record = call((1,), precision=precision.value)
    for apart, outcome in ((0.9 * tie, Outcome.NEAR_TIE), (1.1 * tie, Outcome.DIFFERS)):
        for sign in (1, -1):
            likely: dict[int, float | None] = {1: 0.001, 2: 0.001 * math.exp(sign * apart)}
            verdict, _ = check(record, (2,), likely=likely)
            assert verdict.outcome is outcome
            assert ("near tie" in verdict.message.text) is (outcome is Outcome.NEAR_TIE)


def test_small_probabilities_that_differ_by_little_are_no_tie() -> None:
    verdict, _ = check(call((1,)), (2,), likely={1: 1e-6, 2: 2e-6})
    assert verdict.outcome is Outcome.DIFFERS


@pytest.mark.parametrize(("length_penalty", "one", "other"), [(1.0, 0.25, 0.25), (0.0, 0.25, 0.25)])
def test_beams_are_a_near_tie_if_their_whole_texts_are(
    length_penalty: float, one: float, other: float
) -> None:
    options = {"strategy": "beam", "length_penalty": length_penalty}
    record = call((1, 3, 5), options=options)
    # the first choice differs much, and the texts do not
    verdict, engine = check(record, (2, 4, 5), likely={1: 0.8, 3: one, 2: 0.4, 4: 2 * other})
    assert (verdict.outcome, verdict.position) == (Outcome.NEAR_TIE, 0)
    assert [len(text.tokens) for text in engine.scored[0].sequences] == [5, 5]
    assert verdict.compiled is not None
    expected = math.log(0.8 * 0.25 * 0.5) / 3**length_penalty
    assert verdict.compiled.score == pytest.approx(expected)
    assert check(record, (2, 4, 5), likely={1: 0.8, 2: 0.4})[0].outcome is Outcome.DIFFERS


def test_contrastive_search_is_no_tie_by_probabilities_alone() -> None:
    options = {"strategy": "contrastive", "top_k": 4}
    verdict, _ = check(call((1,), options=options), (2,))
    assert verdict.outcome is Outcome.DIFFERS
    assert "likeness" in verdict.message.text


def test_a_text_that_ends_before_differs_there() -> None:
    verdict, _ = check(call((1, 2)), (1, 2, 3))
    assert (verdict.outcome, verdict.position) == (Outcome.DIFFERS, 2)
    assert verdict.compiled is not None
    assert (verdict.compiled.id, verdict.compiled.score) == (None, None)
    assert "the end of the text in place of 't3'" in verdict.message.text
    fewer, engine = check(call((1,), (2,)), (1,))
    assert (fewer.row, fewer.position, engine.scored) == (1, 0, [])


def test_scores_that_are_no_numbers_are_said() -> None:
    verdict, _ = check(call((1,)), (2,), likely={1: None})
    assert verdict.outcome is Outcome.DIFFERS
    assert "no numbers there" in verdict.message.text
    refused = RequestError("probabilities", untyped("This family cannot be scored."))
    verdict, _ = check(call((1,)), (2,), refuses=refused)
    assert verdict.outcome is Outcome.DIFFERS
    assert "This family cannot be scored." in verdict.message.text


def test_what_eager_refuses_is_a_verdict_and_its_end_is_not() -> None:
    engine = Eager()
    engine.errors.append(EngineFailure(untyped("Eager ran out of memory: close something.")))
    verdict = check_parity(engine, call((1,)))
    assert verdict.outcome is Outcome.UNCHECKED
    assert verdict.message.text == (
        "Not checked against eager, which failed: Eager ran out of memory: close something."
    )
    for error in (CallCancelled(untyped("Cancelled.")), WorkerDied(untyped("It ended."))):
        engine.errors.append(error)
        with pytest.raises(type(error)):
            check_parity(engine, call((1,)))
        engine.refuses = error
        with pytest.raises(type(error)):
            check_parity(engine, call((5,)))


# ------------------------------------------------------------------ verdicts of earlier sessions


def test_a_verdict_comes_back_for_the_same_function_alone(tmp_path: Path) -> None:
    path, model = tmp_path / "cache" / "parity.json", tmp_path / "model"
    model.mkdir()
    (model / "config.json").write_text("{}")
    (model / "model.safetensors").write_bytes(b"1")
    record = call((1,), model=str(model))
    verdict, _ = check(record, (2,))
    assert record.key is not None
    keys, made_with = (record.key,), {"tensorflow": "2.21.0"}
    (identity,) = identities_of(keys, made_with).values()
    keep_verdict(path, identity, verdict)
    assert known_verdicts(path, [identity, "another"]) == {identity: verdict}

    assert identities_of(keys, {"tensorflow": "2.22.0"})[record.key] != identity
    (model / "model.safetensors").write_bytes(b"12")
    assert identities_of(keys, made_with)[record.key] != identity
    other = record.key.model_copy(update={"batch": 2})
    assert len(set(identities_of((record.key, other), made_with).values())) == 2
    gone = record.key.model_copy(update={"model": str(tmp_path / "gone")})
    assert identities_of((gone,), made_with) == {}


def test_what_compared_nothing_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "parity.json"
    keep_verdict(path, "a", check_parity(Eager(), call((1,), arm="eager")))
    assert not path.exists()


def test_a_file_that_is_damaged_or_of_another_version_knows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "parity.json"
    equal, _ = check(call((1,)), (1,))
    for text in ("", "{", "[]", '{"a": 1}', '{"a": {"outcome": "splendid"}}', "[" * 10_000):
        path.write_text(text)
        assert known_verdicts(path, ["a"]) == {}
        keep_verdict(path, "a", equal)
        assert known_verdicts(path, ["a"]) == {"a": equal}


def test_the_oldest_verdicts_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xla_playground.core.comparison.parity_file.MOST_KEPT", 2)
    assert MOST_KEPT > 1000
    path = tmp_path / "parity.json"
    equal, _ = check(call((1,)), (1,))
    for name in ("a", "b", "a", "c"):
        keep_verdict(path, name, equal)
    assert known_verdicts(path, ["a", "b", "c"]).keys() == {"a", "c"}
