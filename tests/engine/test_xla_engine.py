"""Calls: what is cached, why it was not, what each phase took, what is refused."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from tests.tiny_models import change_json
from xla_playground.core.call.record import Cache, TokenRole
from xla_playground.core.call.request import Request
from xla_playground.core.engine.engine import EngineStatus, Phase
from xla_playground.core.errors import CheckpointError, EngineFailure, RequestError
from xla_playground.core.history.export import record_as_dict
from xla_playground.engine import XlaEngine
from xla_playground.engine.inputs import call_inputs
from xla_playground.engine.model.loading import load_model
from xla_playground.engine.text import tokenization


@pytest.mark.slow
def test_a_first_call_pays_and_the_second_only_runs(
    engine: XlaEngine, make_new_request: MakeRequest, statuses: list[EngineStatus]
) -> None:
    request = make_new_request()
    statuses.clear()
    assert engine.plan(request).cache is Cache.MISS
    first = engine.generate(request)
    phases = [status.phase for status in statuses]
    assert phases.index(Phase.TRACING) < phases.index(Phase.COMPILING)
    assert phases[-1] is Phase.READY
    assert first.cache is Cache.MISS
    assert first.reason
    assert first.trace_ns
    assert first.compile_ns
    assert first.run_ns
    assert first.wall_ns
    assert 0.95 * first.wall_ns <= first.total_ns <= first.wall_ns

    assert engine.plan(request).cache is Cache.MEMORY
    second = engine.generate(request)
    assert second.cache is Cache.MEMORY
    assert (second.reason, second.trace_ns, second.compile_ns) == (None, None, None)
    assert second.run_ns
    assert second.sequences == first.sequences
    assert second.call == first.call + 1


@pytest.mark.parametrize("arm", ["eager", "graph"])
def test_the_end_of_a_call_brings_what_would_be_asked_next(
    engine: XlaEngine, make_request: MakeRequest, arm: str
) -> None:
    request = make_request(arm=arm)
    end = engine.call(request)
    assert end.record.request.id == request.id
    assert end.specializations == engine.specializations()
    assert end.plan is not None
    assert end.plan == engine.plan(request)
    assert end.plan.cache is (Cache.NONE if arm == "eager" else Cache.MEMORY)


@pytest.mark.slow
def test_a_changed_option_retraces_and_says_which(
    engine: XlaEngine, make_new_request: MakeRequest
) -> None:
    def graph(penalty: float) -> Request:
        options = {"max_new_tokens": 5, "repetition_penalty": penalty}
        return make_new_request(arm="graph", options=options)

    engine.generate(graph(1.5))
    plan = engine.plan(graph(1.6))
    assert plan.cache is Cache.MISS
    assert plan.reason == "repetition_penalty 1.5 → 1.6"
    assert plan.closest is not None


@pytest.mark.slow
def test_one_trace_serves_every_prompt_of_a_shape(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    for prompt in ("the fox", "a dog", "XLA"):
        record = engine.generate(
            make_request(arm="graph", prompts=(prompt,), options={"max_new_tokens": 4})
        )
    assert record.cache is Cache.MEMORY
    assert record.key is not None
    specialization = engine._cache.get(record.key)
    assert specialization is not None
    assert specialization.traces == 1


def test_eager_has_nothing_to_cache(engine: XlaEngine, make_request: MakeRequest) -> None:
    for _ in range(2):
        record = engine.generate(make_request(arm="eager", options={"max_new_tokens": 2}))
        assert record.cache is Cache.NONE
        assert record.reason is None
        assert record.trace_ns is None


@pytest.mark.slow
def test_the_least_recently_used_is_dropped_and_said_so(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    small = XlaEngine(max_specializations=1)
    small.start(lambda status: None)
    first = make_request(arm="graph", options={"max_new_tokens": 3})
    small.generate(first)
    small.generate(make_request(arm="graph", options={"max_new_tokens": 2}))
    plan = small.plan(first)
    small.close()
    assert plan.cache is Cache.MISS
    assert plan.reason is not None
    assert "dropped" in plan.reason


def test_chips_tell_padding_prompt_and_new_tokens(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    record = engine.generate(
        make_request(
            arm="eager",
            prompts=("the quick", "the"),
            padding={"mode": "multiple", "multiple_of": 4},
            options={"max_new_tokens": 3},
        )
    )
    for count, sequence in zip(record.prompt_tokens, record.sequences, strict=True):
        roles = [token.role for token in sequence.tokens]
        assert roles.count(TokenRole.PROMPT) == count
        assert roles[: record.padded_length - count] == [TokenRole.PADDING] * (
            record.padded_length - count
        )
        assert sequence.new_tokens in (1, 2, 3)


@pytest.mark.parametrize(
    ("values", "field", "says"),
    [
        ({"options": {"max_new_tokens": 64}}, "max_new_tokens", "at most 32 new tokens"),
        ({"prompts": ("dog " * 25_000,)}, "prompts", "shorten the prompt"),
        ({"options": {"strategy": "sampling", "top_k": 301}}, "top_k", "vocabulary of 300"),
        ({"padding": {"side": "right"}}, "padding_side", "on the left"),
        ({"padding": {"mode": "fixed", "length": 2}}, "padding", "fixed length"),
        ({"prompts": ("a", "the dog jumps"), "padding": {"mode": "none"}}, "padding", "one length"),
    ],
)
def test_what_does_not_fit_the_model_is_refused_before_the_call(
    engine: XlaEngine,
    make_request: MakeRequest,
    values: dict[str, object],
    field: str,
    says: str,
) -> None:
    request = make_request(**values)
    for step in (engine.plan, engine.generate):
        with pytest.raises(RequestError, match=says) as caught:
            step(request)
        assert caught.value.field == field


@pytest.mark.parametrize("prompt", ["שלום עולם", "🦊🐶", "a\u200fb", "\t x", "\n", " ", "𝕏" * 3])
def test_any_script_is_answered(engine: XlaEngine, make_request: MakeRequest, prompt: str) -> None:
    record = engine.generate(
        make_request(arm="eager", prompts=(prompt,), options={"max_new_tokens": 1})
    )
    assert record.sequences[0].text.startswith(prompt)


def _without_a_tensor(folder: Path) -> None:
    from safetensors.numpy import load_file, save_file

    weights = load_file(folder / "model.safetensors")
    name = next(name for name in weights if "mlp" in name)
    del weights[name]
    save_file(weights, folder / "model.safetensors", metadata={"format": "tf"})


def _with_a_large_tokenizer(folder: Path) -> None:
    config = json.loads((folder / "tokenizer_config.json").read_text())
    config["additional_special_tokens"] = [f"<extra_{n}>" for n in range(50)]
    (folder / "tokenizer_config.json").write_text(json.dumps(config))


def _with_a_broken_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text('{"version": "1.0"}')


def _with_a_token_past_the_embeddings(folder: Path) -> None:
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    vocabulary = tokenizer["model"]["vocab"]
    vocabulary[max(vocabulary, key=vocabulary.__getitem__)] = 100_000
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))


def _with_special_token(name: str, value: object) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        for file in ("config.json", "generation_config.json"):
            entries = json.loads((folder / file).read_text())
            (folder / file).write_text(json.dumps(entries | {name: value}))

    return damage


def _with_remote_code(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    config["auto_map"] = {"AutoConfig": "evil.Config", "TFAutoModelForCausalLM": "evil.Model"}
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "evil.py").write_text("raise SystemExit('remote code ran')")


@pytest.mark.parametrize(
    "damage",
    [
        _without_a_tensor,
        _with_a_large_tokenizer,
        _with_a_broken_tokenizer,
        _with_a_token_past_the_embeddings,
        _with_special_token("eos_token_id", "abc"),
        _with_special_token("eos_token_id", [1, [2]]),
        _with_special_token("eos_token_id", []),
        _with_special_token("pad_token_id", 10**9),
        _with_special_token("forced_eos_token_id", -7),
        _with_special_token("suppress_tokens", [10**9]),
    ],
)
def test_a_damaged_folder_is_one_sentence_and_the_engine_goes_on(
    engine: XlaEngine,
    make_request: MakeRequest,
    tiny_models: Callable[[str], Path],
    tmp_path: Path,
    damage: Callable[[Path], None],
) -> None:
    folder = shutil.copytree(tiny_models("gpt2"), tmp_path / "damaged")
    damage(folder)
    with pytest.raises(CheckpointError, match="damaged") as caught:
        engine.load(str(folder))
    assert "\n" not in caught.value.sentence
    assert engine.generate(make_request(arm="eager", options={"max_new_tokens": 1})).sequences


def test_code_in_a_model_folder_is_not_run(
    engine: XlaEngine, tiny_models: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = shutil.copytree(tiny_models("gpt2"), tmp_path / "remote")
    _with_remote_code(folder)
    assert engine.load(str(folder)).family == "gpt2"


def test_a_generation_config_cannot_change_calls_behind_the_panels(
    engine: XlaEngine, tiny_models: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = shutil.copytree(tiny_models("gpt2"), tmp_path / "opinionated")
    path = folder / "generation_config.json"
    config = json.loads(path.read_text())
    path.write_text(json.dumps(config | {"num_beams": 4, "do_sample": True, "max_length": 9}))
    loaded: Any = load_model(str(folder)).model.generation_config
    assert (loaded.num_beams, loaded.do_sample) == (1, False)


def test_a_request_before_the_start_is_an_engine_failure(make_request: MakeRequest) -> None:
    with pytest.raises(EngineFailure, match="not started"):
        XlaEngine().plan(make_request())


def test_the_engine_tells_what_it_runs_on(engine: XlaEngine) -> None:
    info = engine.start(lambda status: None)
    assert info.pid == os.getpid()
    assert info.tensorflow.startswith("2.")
    assert info.devices


def test_prompts_are_tokenized_once_for_a_forecast_and_its_calls(
    engine: XlaEngine, make_request: MakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokenized: list[tuple[str, ...]] = []

    def encode(tokenizer: Any, prompts: tuple[str, ...], *, chat: bool) -> list[list[int]]:
        tokenized.append(prompts)
        return tokenization.encode(tokenizer, prompts, chat=chat)

    monkeypatch.setattr(call_inputs, "encode", encode)
    once, other = (make_request(prompts=(text,)) for text in ("jumps over", "the lazy dog"))
    engine.plan(once)
    first = engine.generate(once)
    again = engine.generate(once.again())
    changed = engine.generate(other)
    assert tokenized == [("jumps over",), ("the lazy dog",)]
    assert again.sequences == first.sequences
    assert changed.sequences != first.sequences


@pytest.mark.slow
@pytest.mark.parametrize(
    ("family", "file"),
    [
        ("gpt2", "generation_config.json"),
        pytest.param("t5", "config.json", marks=pytest.mark.exhaustive),
    ],
)
def test_no_option_of_a_generation_configuration_is_applied_unasked(
    engine: XlaEngine, tiny_models: Callable[[str], Path], tmp_path: Path, family: str, file: str
) -> None:
    folder = shutil.copytree(tiny_models(family), tmp_path / "opinionated")
    if file == "config.json":
        (folder / "generation_config.json").unlink()
    asked = {"repetition_penalty": 9.0, "no_repeat_ngram_size": 2, "num_beams": 4, "min_length": 9}
    drawn = {"do_sample": True, "temperature": 5.0, "top_k": 2, "max_length": 9}
    change_json(folder / file, **asked, **drawn, eos_token_id=1, pad_token_id=0)

    def tokens(folder: Path, arm: str, recipe: str) -> Any:
        values = {"model": str(folder), "prompts": ["the lazy dog"], "arm": arm, "recipe": recipe}
        request = Request.parse(values | {"options": {"max_new_tokens": 12, "ignore_eos": True}})
        return record_as_dict(engine.generate(request))["token_ids"]

    expected = tokens(tiny_models(family), "eager", "documented")
    assert tokens(folder, "eager", "documented") == expected
    assert tokens(folder, "graph", "fast") == expected
    assert tokens(folder, "xla", "documented") == expected
    info = engine.load(str(folder))
    assert dict(info.settings)["num_beams"] == 4
    assert dict(info.settings)["no_repeat_ngram_size"] == 2
    assert "min_length = 9" in info.notices[0].text
