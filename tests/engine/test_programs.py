"""Programs of the fast recipe: what is built when, and what no value of an option builds again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from xla_playground.core.call.record import Cache, Record
from xla_playground.core.call.request import Recipe, Request
from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL
from xla_playground.core.history.export import record_as_dict
from xla_playground.engine import XlaEngine
from xla_playground.engine.calls import fast_calls
from xla_playground.engine.calls.fast_call import FastCall
from xla_playground.engine.platform.compile_report import CompileReport

#: 30 tokens of the bundled model, of which a chunk reads 29.
LONG = "TensorFlow is a deep learning library. " * 4


@pytest.fixture
def fresh(engine: XlaEngine) -> Iterator[XlaEngine]:
    """An engine without a program, after the one that imported TensorFlow."""
    made = XlaEngine()
    made.start(lambda status: None)
    yield made
    made.close()


def fast(*prompts: str, **values: Any) -> Request:
    options = {"max_new_tokens": 6} | values.pop("options", {})
    return Request.parse(
        {
            "model": DEFAULT_MODEL,
            "prompts": prompts,
            "recipe": Recipe.FAST,
            "options": options,
            **values,
        }
    )


def names(record: Record) -> list[tuple[str, str, bool]]:
    return [(use.name, use.cache.value, use.in_background) for use in record.programs]


def test_a_chunk_program_is_built_behind_the_answer_that_could_have_used_it(
    fresh: XlaEngine,
) -> None:
    end = fresh.call(fast(LONG))
    first = end.record
    assert end.is_building
    assert names(first) == [("decode", "miss", False)]
    fresh.wait()
    second = fresh.generate(fast(LONG))
    assert names(second) == [
        ("chunk", "miss", True),
        ("decode", "memory", False),
        ("chunk", "memory", False),
    ]
    assert second.cache is Cache.MEMORY
    assert (second.trace_ns, second.compile_ns) == (None, None)
    assert second.sequences == first.sequences
    beams = fresh.generate(fast(LONG, options={"strategy": "beam"}))
    assert names(beams) == [("decode", "miss", False), ("chunk", "memory", False)]


def test_a_short_prompt_needs_no_chunk_program(fresh: XlaEngine) -> None:
    assert not fresh.call(fast("Once upon")).is_building
    assert names(fresh.generate(fast("Once upon"))) == [("decode", "memory", False)]


def test_a_chunk_program_that_saves_more_than_it_costs_is_built_before_the_answer(
    fresh: XlaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast_calls, "_BYTES_PER_NS", 1e-3)  # reading takes minutes
    record = fresh.generate(fast(LONG))
    assert names(record) == [("decode", "miss", False), ("chunk", "miss", False)]


def test_a_chunk_program_that_cannot_be_built_is_done_without(
    fresh: XlaEngine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*arguments: Any, **options: Any) -> Any:
        raise ValueError("no such program")

    monkeypatch.setattr(fast_calls, "chunk_function", fail)
    first = fresh.generate(fast(LONG))
    for number in range(2):
        fresh.wait()
        again = fresh.generate(fast(LONG))
        assert [notice.id for notice in again.notices] == ["chunk_failed"] * (number == 0)
        assert names(again) == [("decode", "memory", False)]
        assert again.sequences == first.sequences
    assert len([r for r in caplog.records if "cannot be built" in r.getMessage()]) == 1


def test_the_inputs_of_an_encoder_become_tensors_once(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    def call(*prompts: str) -> Any:
        record = engine.generate(make_request("t5", recipe="fast", arm="eager", prompts=prompts))
        texts.append([sequence.text for sequence in record.sequences])
        return engine._executor.fast._source  # type: ignore[union-attr]  # started

    texts: list[list[str]] = []
    first = call("the quick brown")
    assert call("the quick brown") is first
    other = call("the lazy dog")
    assert other is not first
    assert texts[0] == texts[1] != texts[2]


@pytest.mark.parametrize("block", [None, 3])
def test_an_output_is_put_together_once_a_block(
    engine: XlaEngine, make_request: MakeRequest, monkeypatch: pytest.MonkeyPatch, block: int | None
) -> None:
    made: list[Any] = []
    padded = FastCall.padded

    def counted(self: FastCall, texts: Any) -> Any:
        made.append(padded(self, texts))
        return made[-1]

    monkeypatch.setattr(FastCall, "padded", counted)
    options = {"max_new_tokens": 6, "ignore_eos": True}
    engine.generate(
        make_request(recipe="fast", arm="eager", options=options, block_tokens=block),
        lambda partial: None,
    )
    assert len(made) == (1 if block is None else 2)


def test_a_changed_model_is_tried_again(
    make_request: MakeRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = make_request(recipe="fast", arm="graph", prompts=("the lazy dog " * 3,))
    folder = Path(shutil.copytree(request.model, tmp_path / "model"))
    request = request.model_copy(update={"model": str(folder)})
    made = XlaEngine(look_after_s=0.0)
    made.start(lambda status: None)
    try:
        with monkeypatch.context() as patched:
            patched.setattr(fast_calls, "chunk_function", lambda *_, **__: 1 / 0)
            made.generate(request)
            made.wait()
        assert [n.id for n in made.generate(request).notices] == ["chunk_failed"]
        assert names(made.generate(request)) == [("decode", "memory", False)]
        weights = bytearray((folder / "model.safetensors").read_bytes())
        weights[-4:] = b"\0\0\0\0"
        (folder / "model.safetensors").write_bytes(weights)
        made.generate(request)
        made.wait()
        assert ("chunk", "memory", False) in names(made.generate(request))
    finally:
        made.close()


def test_a_call_keeps_its_programs_whatever_the_bound(make_request: MakeRequest) -> None:
    made = XlaEngine(max_specializations=1)
    made.start(lambda status: None)

    def call(**options: Any) -> list[tuple[str, str, bool]]:
        options = {"max_new_tokens": 4, **options}
        prompts = ("the lazy dog " * 3,)
        record = made.generate(
            make_request(recipe="fast", arm="graph", prompts=prompts, options=options)
        )
        made.wait()
        return names(record)

    both = [("decode", "memory", False), ("chunk", "memory", False)]
    try:
        assert call() == [("decode", "miss", False)]
        assert call()[-2:] == both
        assert call() == both
        assert call(strategy="sampling")[-2:] == [("decode", "miss", False), both[1]]
        assert call(strategy="sampling") == both
    finally:
        made.close()


def test_no_value_of_a_live_option_compiles_again(fresh: XlaEngine) -> None:
    """TensorFlow can compile anew for a value without a trace to show it."""
    changes: tuple[dict[str, Any], ...] = (
        {"max_new_tokens": 1},
        {"max_new_tokens": 40},
        {"min_new_tokens": 3},
        {"repetition_penalty": 1.4},
        {"ignore_eos": True},
    )
    prompts = ["Once upon", LONG, LONG * 2, LONG * 6]
    drawn: list[dict[str, Any]] = [
        {},
        {"temperature": 0.5},
        {"top_k": 0, "top_p": 0.4, "min_p": 0.1, "seed": (5, 6)},
    ]
    beams: list[dict[str, Any]] = [
        {"num_return_sequences": 2},
        {"length_penalty": -1.0},
        {"early_stopping": True},
    ]
    searches: list[list[Request]] = [
        [
            *(fast(prompt) for prompt in prompts),
            *(fast("Once upon", options=change) for change in changes),
        ],
        [
            *(fast(prompt, options={"strategy": "sampling"}) for prompt in prompts),
            *(fast(LONG, options={"strategy": "sampling", **change}) for change in drawn),
        ],
        [
            *(fast(prompt, options={"strategy": "beam"}) for prompt in prompts),
            *(fast(LONG, options={"strategy": "beam", **change}) for change in beams),
        ],
    ]
    for search in searches:
        fresh.generate(search[1])
        fresh.wait()
    with CompileReport() as report:
        records = [fresh.generate(request) for search in searches for request in search]
    assert {record.cache for record in records} == {Cache.MEMORY}
    assert len({record.key for record in records}) == 3
    assert report.compiled_ns == {}


def test_a_text_may_fill_the_last_position(engine: XlaEngine, make_request: MakeRequest) -> None:
    # 64 positions
    values = {"prompts": ("the lazy dog " * 8,), "padding": {"mode": "none"}}
    room = 64 - engine.plan(make_request(**values)).prompt_tokens[0]
    options = {"max_new_tokens": room, "ignore_eos": True}
    tokens = [
        record_as_dict(engine.generate(make_request(recipe=recipe, options=options, **values)))
        for recipe in ("fast", "documented")
    ]
    assert tokens[0]["token_ids"] == tokens[1]["token_ids"]
    assert tokens[0]["new_tokens"] == [room]
