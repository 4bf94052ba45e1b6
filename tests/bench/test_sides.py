"""The two real sides, each in its process, on a model that is not among the bundled ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.tiny_llama import write_llama
from tests.tiny_models import change_json, make_tiny_model
from xla_playground.bench.running.fresh_home import fresh_home
from xla_playground.bench.sides import (
    Guide,
    Ours,
    compared_tokens,
    fast_request,
    text_model,
    warm_up,
)
from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL, check_model
from xla_playground.core.errors import EngineFailure, RequestError
from xla_playground.core.options.generate_arguments import NO_EOS_ID, generate_arguments
from xla_playground.core.paths import cache_dir


@pytest.mark.exhaustive
def test_an_encoder_decoder_model_by_the_guides_code_and_by_ours(tmp_path: Path) -> None:
    model = text_model(str(make_tiny_model(tmp_path / "t5", "t5")))
    step = fast_request(model, ["the quick brown"], {"max_new_tokens": 5, "ignore_eos": True})
    assert generate_arguments(step.options)["eos_token_id"] == NO_EOS_ID
    with Guide(model) as guide, fresh_home(), Ours(model) as ours:
        theirs, own = guide.run(step), ours.run(step)
        again = guide.run(step), warm_up(ours, step)
    assert theirs.token_ids == own.token_ids == again[0].token_ids == again[1].token_ids
    assert len(theirs.token_ids[0]) == 6
    assert (guide.traces, ours.traces) == (1, 2)  # ours: an encoder and a decode program
    assert not theirs.has_ended
    assert guide.random_weights == ()
    assert not own.has_ended


@pytest.mark.slow
def test_weights_that_the_guides_class_does_not_find_are_named(tmp_path: Path) -> None:
    """``TFMistralForCausalLM`` has an output layer of its own, whatever the configuration says."""
    folder = make_tiny_model(tmp_path / "tied", "llama")  # without an output layer
    change_json(folder / "config.json", model_type="mistral")
    with Guide(text_model(str(folder))) as guide:
        assert guide.random_weights == ("lm_head.weight",)
    figures = compared_tokens(are_equal=False, random_weights=guide.random_weights)
    assert figures["tokens_equal"] is None
    assert "random numbers in lm_head.weight, which" in figures["tokens_note"]


def test_a_guide_that_cannot_load_says_how_it_ended(tmp_path: Path) -> None:
    gone = check_model(DEFAULT_MODEL).model_copy(update={"path": str(tmp_path)})
    with pytest.raises(EngineFailure, match="The guide's code ended with code 1"):
        Guide(gone)


def test_a_speech_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    speech = check_model(DEFAULT_MODEL).model_copy(update={"takes": "speech"})
    monkeypatch.setattr("xla_playground.bench.sides.usable_model", lambda name: speech)
    with pytest.raises(RequestError, match="hears speech"):
        text_model("any")


def test_a_fresh_home_is_empty_and_gone_afterwards() -> None:
    before = cache_dir()
    with fresh_home() as home:
        assert cache_dir().is_relative_to(home)
        assert [path.name for path in home.iterdir()] == ["tmp"]
        assert not list((home / "tmp").iterdir())
    assert cache_dir() == before
    assert not home.exists()


def test_a_gguf_file_is_measured_as_the_folder_it_becomes(tmp_path: Path) -> None:
    model = text_model(str(write_llama(tmp_path / "toy.gguf")))
    assert (Path(model.path) / "model.safetensors").is_file()
