"""Every entry of a generation configuration is offered, honoured, named, refused or unread."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from xla_playground.core.configuration.families import FAMILIES
from xla_playground.core.configuration.generation_entries import (
    _CLASS_DEFAULTS,
    USES,
    Use,
    check_generation_entries,
    generation_entries,
    is_off,
    model_settings,
    settings_in_words,
)
from xla_playground.core.errors import CheckpointError

#: A value that is not off, for each entry that is not applied.
ASKED: dict[str, Any] = {
    "min_length": 10,
    "max_time": 1.5,
    "num_beam_groups": 2,
    "epsilon_cutoff": 3e-4,
    "eta_cutoff": 3e-4,
    "diversity_penalty": 0.5,
    "encoder_repetition_penalty": 1.2,
    "encoder_no_repeat_ngram_size": 3,
    "force_words_ids": [[5]],
    "renormalize_logits": True,
    "constraints": ["x"],
    "exponential_decay_length_penalty": [3, 1.1],
    "token_healing": True,
    "sequence_bias": [[[5], 1.0]],
    "guidance_scale": 1.5,
    "watermarking_config": {"greenlist_ratio": 0.5},
    "dola_layers": "high",
}


def test_every_entry_of_transformers_has_a_use() -> None:
    import transformers

    config = transformers.GenerationConfig()
    assert vars(config).keys() == USES.keys()
    for name, use in USES.items():
        if use in (Use.NOTICE, Use.REFUSED):
            assert is_off(name, getattr(config, name)), name


@pytest.mark.parametrize("name", [n for n, use in USES.items() if use is Use.NOTICE])
def test_what_is_not_applied_is_named(name: str) -> None:
    (notice,) = check_generation_entries("m", {name: ASKED[name]})
    assert notice.id == "generation_entries_ignored"
    assert f"{name} =" in notice.text
    assert check_generation_entries("m", {name: None}) == ()


@pytest.mark.parametrize("name", [n for n, use in USES.items() if use is Use.REFUSED])
def test_what_changes_every_score_is_refused(name: str) -> None:
    with pytest.raises(CheckpointError, match=name):
        check_generation_entries("m", {name: ASKED[name]})
    assert check_generation_entries("m", {name: None}) == ()


def test_bad_words_of_several_tokens_are_offered_or_named() -> None:
    for words in ([[5], [9]], [[5], [6, 7]]):
        assert check_generation_entries("m", {"bad_words_ids": words}) == ()
    too_many = [[5, number] for number in range(257)]
    (notice,) = check_generation_entries("m", {"bad_words_ids": too_many})
    assert "bad_words_ids of several tokens ([[5, 0]," in notice.text
    assert model_settings({"bad_words_ids": too_many}, is_decoder_only=True) == ()


@pytest.mark.parametrize(
    ("entries", "is_decoder_only", "settings"),
    [
        ({}, True, {}),
        ({"do_sample": False, "num_beams": 1, "temperature": 1.0}, True, {}),
        ({"temperature": 0.5}, True, {}),  # greedy search does not read it
        (
            {"do_sample": True, "temperature": 0.6, "top_p": 0.9},
            True,
            {"strategy": "sampling", "temperature": 0.6, "top_p": 0.9},
        ),
        ({"do_sample": True, "temperature": 0.0}, True, {"strategy": "sampling"}),
        (
            {"num_beams": 4, "length_penalty": 2.0, "max_length": 142},
            False,
            {"strategy": "beam", "max_new_tokens": 141, "num_beams": 4, "length_penalty": 2.0},
        ),
        ({"max_length": 50}, True, {}),
        ({"max_new_tokens": 64}, True, {"strategy": "greedy", "max_new_tokens": 64}),
        (
            {"penalty_alpha": 0.6, "top_k": 4},
            True,
            {"strategy": "contrastive", "penalty_alpha": 0.6, "top_k": 4},
        ),
        ({"repetition_penalty": 1.3}, True, {"strategy": "greedy", "repetition_penalty": 1.3}),
        (
            {"num_beams": 4, "early_stopping": True, "no_repeat_ngram_size": 3},
            True,
            {"strategy": "beam", "num_beams": 4}
            | {"no_repeat_ngram_size": 3, "early_stopping": True},
        ),
        (
            {"min_new_tokens": 5, "bad_words_ids": [[5], [6, 7]]},
            True,
            {"strategy": "greedy", "min_new_tokens": 5, "bad_words_ids": ((6, 7),)},
        ),
        (
            {"do_sample": True, "stop_strings": ["\n", "a, b"]},
            True,
            {"strategy": "sampling", "stop_strings": ("\n", "a, b")},
        ),
        ({"stop_strings": "a, b"}, True, {"strategy": "greedy", "stop_strings": ("a, b",)}),
        ({"stop_strings": []}, True, {}),
        ({"num_beams": 2, "stop_strings": ["."]}, True, {"strategy": "beam", "num_beams": 2}),
        ({"min_new_tokens": 50}, True, {}),  # more than the number of new tokens
        ({"num_beams": "four", "temperature": [1]}, True, {}),
        ({"num_beams": 2, "num_return_sequences": 9}, True, {}),
    ],
)
def test_what_the_panel_can_setis_offered(
    entries: dict[str, Any], is_decoder_only: bool, settings: dict[str, Any]
) -> None:
    found = model_settings(entries, is_decoder_only=is_decoder_only)
    assert dict(found) == settings
    assert all(name in settings_in_words(found) for name in settings)


def test_what_the_classes_of_configurations_add_is_known() -> None:
    import transformers

    for family in FAMILIES:
        config = transformers.AutoConfig.for_model(family)
        added = {
            name: getattr(config, name)
            for name, use in USES.items()
            if use in (Use.PANEL, Use.NOTICE, Use.REFUSED)
            and getattr(config, name, None) is not None
            and getattr(config, name) != getattr(transformers.GenerationConfig(), name)
        }
        assert added == _CLASS_DEFAULTS.get(family, {}), family


def test_old_entries_of_the_configuration_count(tmp_path: Path) -> None:
    config = {"model_type": "bart", "num_beams": 4, "d_model": 8}
    assert generation_entries(tmp_path, config) == {"num_beams": 4}
    assert generation_entries(tmp_path, {"model_type": "blenderbot"})
    (tmp_path / "generation_config.json").write_text(json.dumps({"top_k": 5}))
    assert generation_entries(tmp_path, config) == {"top_k": 5}


@pytest.mark.parametrize(
    "entries",
    [
        {"num_beams": "4"},
        {"top_k": [5]},
        {"early_stopping": "always"},
        {"return_timestamps": True},
        {"stop_strings": 5},
        {"stop_strings": [""]},
        {"stop_strings": ["."], "num_beams": 2},
    ],
)
def test_what_cannot_be_used_is_named(entries: dict[str, Any]) -> None:
    (notice,) = check_generation_entries("toy", entries)
    assert next(iter(entries)) in notice.text
