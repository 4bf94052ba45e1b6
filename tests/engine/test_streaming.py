"""Text in blocks: the same tokens, growing, cut by a cancel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from tests.sounds import write_wav
from xla_playground.core.call.partial_text import PartialText, TextSoFar
from xla_playground.core.call.record import Cache, EndedBy, Record, Status
from xla_playground.core.call.request import Request
from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL
from xla_playground.core.errors import RequestError
from xla_playground.core.history.export import record_as_dict
from xla_playground.engine import XlaEngine

#: A model, and a kind of search that it is streamed with; prompts differ in length.
CASES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("gpt2", {"strategy": "greedy"}),
    ("gpt2", {"strategy": "sampling", "num_return_sequences": 2, "seed": 5}),
    ("gpt2", {"strategy": "beam", "num_beams": 3, "num_return_sequences": 2}),
    ("t5", {"strategy": "greedy"}),
)
PROMPTS = ("the quick brown fox", "the lazy")


def stream(
    engine: XlaEngine, make_request: MakeRequest, family: str = "gpt2", **values: Any
) -> tuple[Record, list[PartialText]]:
    partials: list[PartialText] = []
    record = engine.generate(make_request(family, recipe="fast", **values), partials.append)
    return record, partials


@pytest.mark.parametrize(("family", "options"), CASES, ids=lambda value: str(value)[:28])
def test_tokens_do_not_depend_on_the_block(
    engine: XlaEngine, make_request: MakeRequest, family: str, options: dict[str, Any]
) -> None:
    values = {"prompts": PROMPTS, "options": options | {"max_new_tokens": 9}}
    whole, none = stream(engine, make_request, family, **values)
    assert not none
    assert len(whole.token_ns) == 1
    for block in (1, 8, 4096):
        record, partials = stream(engine, make_request, family, block_tokens=block, **values)
        assert record_as_dict(record)["token_ids"] == record_as_dict(whole)["token_ids"]
        assert record.cache is Cache.MEMORY, "a block size compiles nothing"
        assert [p.block for p in partials] == list(range(1, len(partials) + 1))
        assert [p.new_tokens for p in partials] == [tokens for tokens, _ in record.token_ns]
        assert len(partials) <= -(-9 // block)
        assert partials[-1].texts == tuple(s.text for s in record.sequences)


@pytest.mark.parametrize("arm", ["eager", "graph", "xla"])
def test_greedy_texts_grow(engine: XlaEngine, make_request: MakeRequest, arm: str) -> None:
    options = {"max_new_tokens": 7, "ignore_eos": True}
    record, partials = stream(
        engine, make_request, prompts=PROMPTS, arm=arm, block_tokens=2, options=options
    )
    assert [p.new_tokens for p in partials] == [2, 4, 6, 7]
    assert record.first_token_ns == record.token_ns[0][1]
    times = [ns for _, ns in record.token_ns]
    assert times == sorted(times)
    for partial in partials:
        for sequence, final in zip(partial.sequences, record.sequences, strict=True):
            assert sequence.tokens == final.tokens[: len(sequence.tokens)]
            is_whole = sequence.new_tokens == 7
            assert sequence.ended_by is (EndedBy.LIMIT if is_whole else None)
    # the shorter prompt is ahead: both are read side by side
    assert partials[0].sequences[0].new_tokens == 2
    assert partials[0].sequences[1].new_tokens > 2


def test_contrastive_search_grows(engine: XlaEngine, make_request: MakeRequest) -> None:
    options = {"strategy": "contrastive", "top_k": 3, "max_new_tokens": 5, "ignore_eos": True}
    record, partials = stream(engine, make_request, block_tokens=2, options=options)
    assert [p.sequences[0].new_tokens for p in partials] == [2, 4, 5]
    assert partials[-1].sequences[0].tokens == record.sequences[0].tokens


def test_an_unfinished_beam_is_marked(engine: XlaEngine, make_request: MakeRequest) -> None:
    options = {
        "strategy": "beam",
        "num_beams": 2,
        "num_return_sequences": 2,
        "max_new_tokens": 6,
        "ignore_eos": True,
    }
    _, partials = stream(engine, make_request, block_tokens=3, options=options)
    assert [s.ended_by for s in partials[0].sequences] == [None, None]
    assert [s.new_tokens for s in partials[0].sequences] == [3, 3]
    assert [s.ended_by for s in partials[-1].sequences] == [EndedBy.LIMIT] * 2


@pytest.mark.parametrize("strategy", ["greedy", "beam"])
def test_a_cancel_between_blocks_keeps_the_text(
    engine: XlaEngine, make_request: MakeRequest, strategy: str
) -> None:
    options = {"strategy": strategy, "max_new_tokens": 40, "ignore_eos": True}
    request = make_request(recipe="fast", block_tokens=4, options=options)
    whole = engine.generate(request)
    partials: list[PartialText] = []

    def cancel_at_the_second(partial: PartialText) -> None:
        partials.append(partial)
        if partial.block == 2:
            engine.cancel()

    record = engine.generate(request.again(), cancel_at_the_second)
    assert record.status is Status.CANCELLED
    assert len(partials) == 2
    (sequence,) = record.sequences
    assert sequence.ended_by is EndedBy.CANCEL
    assert sequence.new_tokens == 8
    if strategy == "greedy":
        assert sequence.tokens == whole.sequences[0].tokens[: len(sequence.tokens)]
    after = engine.generate(request.again())
    assert after.status is Status.COMPLETED
    assert after.sequences == whole.sequences


def test_a_cancel_after_the_last_block_comes_too_late(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    request = make_request(recipe="fast", block_tokens=8)
    record = engine.generate(request, lambda partial: engine.cancel())
    assert record.status is Status.COMPLETED


def test_the_documented_recipe_has_no_blocks(make_request: MakeRequest) -> None:
    with pytest.raises(RequestError, match="only at the end: choose the fast recipe") as caught:
        make_request(block_tokens=8)
    assert caught.value.field == "block_tokens"


@pytest.mark.parametrize("block", [0, 4097])
def test_a_block_has_a_size(make_request: MakeRequest, block: int) -> None:
    with pytest.raises(RequestError, match=r"1 to 4,096"):
        make_request(recipe="fast", block_tokens=block)


def test_the_windows_of_a_recording_come_in_turn(
    engine: XlaEngine, tiny_models: Callable[[str], Path], tmp_path: Path
) -> None:
    clip = write_wav(tmp_path / "clip.wav", 1.5)  # a window is one second
    request = Request.parse(
        {
            "model": str(tiny_models("whisper")),
            "audio": str(clip),
            "recipe": "fast",
            "block_tokens": 4,
            "options": {"max_new_tokens": 8, "ignore_eos": True},
        }
    )
    partials: list[PartialText] = []
    kept = TextSoFar(partials.append)
    record = engine.generate(request, kept)
    assert [(p.sequences[0].prompt_index, p.new_tokens) for p in partials] == [
        (0, 4),
        (0, 8),
        (1, 12),
        (1, 16),
    ]
    assert [s.tokens for s in kept.sequences] == [s.tokens for s in record.sequences]

    def cancel_in_the_second(partial: PartialText) -> None:
        if partial.block == 3:
            engine.cancel()

    cut = engine.generate(request.again(), cancel_in_the_second)
    assert cut.status is Status.CANCELLED
    assert cut.new_tokens == (8, 4)
    assert cut.ended_by == (EndedBy.LIMIT, EndedBy.CANCEL)


def cut_at(text: str, tokens: tuple[Any, ...], record: Record) -> None:
    """Assert that a sequence ends with the first token that completes a text."""
    (sequence,) = record.sequences
    assert sequence.tokens == tokens[: len(sequence.tokens)]
    assert sequence.ended_by is EndedBy.END
    assert text in sequence.text
    assert record.status is Status.COMPLETED


@pytest.mark.parametrize("block", [None, 1, 5])
def test_a_stop_string_ends_a_text_whatever_the_block(engine: XlaEngine, block: int | None) -> None:
    options = {"max_new_tokens": 60, "ignore_eos": True}
    values = {
        "model": DEFAULT_MODEL,
        "prompts": ("Once upon a time",),
        "recipe": "fast",
        "block_tokens": block,
    }
    whole = engine.generate(Request.parse(values | {"block_tokens": None, "options": options}))
    partials: list[PartialText] = []
    stops = {"stop_strings": ["not in here", "little g"]}
    request = Request.parse(values | {"options": options | stops})
    record = engine.generate(request, partials.append)
    cut_at("little g", whole.sequences[0].tokens, record)
    without_last = whole.sequences[0].tokens[: len(record.sequences[0].tokens) - 1]
    assert "little g" not in "".join(token.text for token in without_last)
    assert partials[-1].sequences == record.sequences
    assert record.token_ns[-1][0] < 60, "the call ended early"


def test_each_row_of_a_batch_stops_by_itself(engine: XlaEngine, make_request: MakeRequest) -> None:
    options = {"max_new_tokens": 12, "ignore_eos": True}
    whole = engine.generate(make_request(recipe="fast", prompts=PROMPTS, options=options))
    first, second = whole.sequences
    new = first.tokens[-12:]
    stop = new[3].text.strip() or new[3].text
    stops = {"stop_strings": [stop]}
    request = make_request(recipe="fast", prompts=PROMPTS, options=options | stops)
    record = engine.generate(request)
    assert record.new_tokens[0] <= 4
    assert record.ended_by[0] is EndedBy.END
    assert record.sequences[1].tokens == second.tokens[: len(record.sequences[1].tokens)]
    assert request.block_tokens is None
    same = engine.generate(make_request(recipe="fast", prompts=PROMPTS, options=options))
    assert same.cache is Cache.MEMORY
    assert record.key == same.key


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"recipe": "documented"}, "only at the end: choose the fast recipe"),
        ({"recipe": "fast", "strategy": "beam"}, "choose greedy search or sampling"),
    ],
)
def test_stop_strings_that_cannot_be_kept_are_refused(
    make_request: MakeRequest, values: dict[str, str], sentence: str
) -> None:
    options = {"stop_strings": ["."], "strategy": values.pop("strategy", "greedy")}
    with pytest.raises(RequestError, match=sentence) as caught:
        make_request(options=options, **values)
    assert caught.value.field == "stop_strings"
