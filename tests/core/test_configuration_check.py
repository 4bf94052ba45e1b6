"""Checking every field of a configuration, without TensorFlow."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.core.examples import GPT2_CONFIG, write_model
from tests.references.cases import base_config
from tests.tiny_models import CONFIGURATIONS
from xla_playground.core.checkpoint.checkpoint import check_checkpoint
from xla_playground.core.configuration.check import check_configuration
from xla_playground.core.configuration.families import FAMILIES
from xla_playground.core.configuration.rope import ROPE_FIELDS
from xla_playground.core.errors import CheckpointError
from xla_playground.core.fields.table import FIELDS

#: ``config.json`` files as people have them, by what is in the name of their folder.
HUB_CONFIGS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data/hub_configs.json").read_text()
)


def refusal(family: str, **entries: Any) -> str:
    """The sentence that the base configuration of a family with these entries is refused with."""
    with pytest.raises(CheckpointError) as caught:
        check_configuration(base_config(family) | entries)
    assert caught.value.sentence.endswith(".")
    assert len(caught.value.sentence) < 500
    return caught.value.sentence


@pytest.mark.parametrize("name", HUB_CONFIGS)
def test_configurations_as_people_have_them_are_accepted(name: str) -> None:
    checked = check_configuration(HUB_CONFIGS[name])
    assert "vocab_size" in checked.entries


def test_a_configuration_of_each_family_is_among_them() -> None:
    assert {config["model_type"] for config in HUB_CONFIGS.values()} == FAMILIES.keys()


@pytest.mark.parametrize("family", CONFIGURATIONS)
def test_the_tests_own_configurations_are_accepted(family: str) -> None:
    check_configuration({"model_type": family, "vocab_size": 300} | CONFIGURATIONS[family])
    assert check_configuration(base_config(family)).notices == ()


@pytest.mark.parametrize(
    ("family", "entries", "words"),
    [
        ("gpt2", {"scale_attn_by_inverse_layer_idx": True}, "does not divide attention"),
        ("gpt2", {"scale_attn_weights": False}, "always divides attention"),
        ("gpt2", {"pruned_heads": {"0": [1]}}, "cannot leave out heads"),
        ("gptj", {"rotary": False}, "has rotary positions"),
        ("gpt2", {"add_cross_attention": True}, "has no encoder here"),
        ("xglm", {"add_cross_attention": True}, "has no encoder here"),
        ("ctrl", {"layer_norm_epsilon": 1e-5}, "choose a model with layer_norm_epsilon 1e-06"),
        ("t5", {"tie_encoder_decoder": True}, "does not share weights"),
        ("marian", {"share_encoder_decoder_embeddings": False}, "one table of embeddings"),
        ("llama", {"attention_bias": True}, "TFMistralForCausalLM has no biases"),
        ("llama", {"mlp_bias": True}, "TFMistralForCausalLM has no biases"),
        ("mistral", {"attention_bias": True}, "TFMistralForCausalLM has no biases"),
        ("mistral", {"partial_rotary_factor": 0.5}, "rotates whole heads"),
        ("xlm", {"asm": True}, "no adaptive softmax"),
        ("xlm", {"is_encoder": False}, "is an encoder"),
        ("xlnet", {"bi_data": True}, "two directions"),
    ],
)
def test_what_the_class_does_not_compute_is_refused_by_name(
    family: str, entries: dict[str, Any], words: str
) -> None:
    sentence = refusal(family, **entries)
    (field,) = entries
    assert f"config.json says {field} = " in sentence
    assert words in sentence
    assert "choose a" in sentence


LLAMA3 = {"rope_type": "llama3", "factor": 8.0, "original_max_position_embeddings": 8192}


@pytest.mark.parametrize("family", ["llama", "mistral"])
@pytest.mark.parametrize(
    ("place", "entries"),
    [
        ("rope_scaling", {"rope_scaling": LLAMA3}),
        ("rope_scaling", {"rope_scaling": {"type": "linear", "factor": 4.0}}),
        ("rope_scaling", {"rope_scaling": {"type": "dynamic", "factor": 2.0}}),
        ("rope_parameters", {"rope_parameters": LLAMA3 | {"rope_theta": 5e5}}),
        ("rope_parameters", {"rope_parameters": {"rope_type": "yarn", "factor": 4.0}}),
        ("rope_parameters", {"rope_parameters": {"rope_type": ["default"]}}),
        ("rope_parameters", {"rope_parameters": [1]}),
        ("rope_parameters", {"rope_parameters": {"rope_type": "yarn", "more": {}}}),
        (
            "rope_parameters.sliding_attention",
            {"rope_parameters": {"full_attention": {}, "sliding_attention": LLAMA3}},
        ),
        (
            "rope_parameters.partial_rotary_factor",
            {"rope_parameters": {"rope_type": "default", "partial_rotary_factor": 0.5}},
        ),
        ("rope_parameters.rope_theta", {"rope_parameters": {"rope_theta": "x"}}),
        ("rope_parameters.rope_theta", {"rope_theta": 1e4, "rope_parameters": {"rope_theta": 5e5}}),
        ("rope_theta", {"rope_theta": 0}),
    ],
)
def test_rotary_positions_that_cannot_be_computed_are_named_wherever_they_are_written(
    family: str, place: str, entries: dict[str, Any]
) -> None:
    assert place in refusal(family, **entries)


@pytest.mark.parametrize("family", ["llama", "mistral"])
@pytest.mark.parametrize(
    ("entries", "theta"),
    [
        ({}, 10_000.0),
        ({"rope_theta": None}, 10_000.0),
        ({"rope_theta": 1_000_000}, 1e6),
        ({"rope_scaling": None, "rope_theta": 5e5}, 5e5),
        ({"rope_scaling": {"type": "linear", "factor": 1.0}}, 10_000.0),
        ({"rope_parameters": {"rope_type": "default", "rope_theta": 5e5}}, 5e5),
        ({"rope_parameters": {"rope_theta": 5e5}, "rope_theta": 5e5}, 5e5),
        ({"rope_parameters": {"full_attention": {"rope_theta": 5e5}}}, 5e5),
    ],
)
def test_the_theta_of_plain_rotary_positions(
    family: str, entries: dict[str, Any], theta: float
) -> None:
    assert check_configuration(base_config(family) | entries).entries["rope_theta"] == theta


@pytest.mark.parametrize(
    ("family", "entries"),
    [
        ("gpt2", {"activation_function": "__import__('os')"}),
        ("gpt2", {"activation_function": "glu"}),
        ("gpt2", {"activation_function": None}),
        ("gpt2", {"activation_function": ["gelu"]}),
        ("gpt2", {"layer_norm_epsilon": 0}),
        ("gpt2", {"layer_norm_epsilon": True}),
        ("gpt2", {"add_cross_attention": "yes"}),
        ("gpt2", {"n_head": 5}),
        ("gpt2", {"num_labels": 10**8}),
        ("gpt2", {"id2label": "x"}),
        ("gpt2", {"is_encoder_decoder": "no"}),
        ("opt", {"do_layer_norm_before": 1}),
        ("opt", {"activation_function": "relu2"}),
        ("t5", {"feed_forward_proj": "gated-evil"}),
        ("t5", {"feed_forward_proj": "gated-gated-gelu"}),
        ("t5", {"dense_act_fn": "os.system"}),
        ("t5", {"relative_attention_max_distance": 2}),
        ("t5", {"relative_attention_num_buckets": 7}),
        ("bart", {"scale_embedding": "true"}),
        ("bart", {"encoder_attention_heads": 3}),
        ("gptj", {"rotary_dim": 7}),
        ("gptj", {"rotary_dim": 64}),
        ("gptj", {"rotary_dim": None}),
        ("mistral", {"hidden_act": "gelu_pytorch_tanh"}),
        ("mistral", {"num_key_value_heads": 3}),
        ("mistral", {"sliding_window": "4096"}),
        ("led", {"attention_window": 3}),
        ("led", {"attention_window": [4]}),
        ("led", {"attention_window": [4, "4"]}),
        ("openai-gpt", {"afn": "gelu_new"}),
        ("xlnet", {"attn_type": "both"}),
        ("xlnet", {"d_head": 8}),
        ("xlnet", {"clamp_len": 1.5}),
        ("xlm", {"lang_id": 3}),
        ("xlm", {"mask_token_id": 96}),
        ("xlm", {"gelu_activation": "relu"}),
        ("flaubert", {"pre_norm": None}),
        ("gpt2", {"attn_pdrop": float("inf")}),
    ],
)
def test_a_value_that_the_class_would_look_up_or_compute_with(
    family: str, entries: dict[str, Any]
) -> None:
    (field,) = entries
    assert f"{field} = " in refusal(family, **entries)


@pytest.mark.parametrize(
    "entries",
    [
        {"torch_dtype": "os.system", "use_return_dict": False, "return_dict": False},
        {"resid_pdrop": "x", "initializer_range": -3, "summary_type": []},
        {"output_attentions": True, "torchscript": True, "use_cache": False},
    ],
)
def test_what_has_no_influence_does_not_reach_the_class(entries: dict[str, Any]) -> None:
    checked = check_configuration(base_config("gpt2") | entries)
    assert not checked.entries.keys() & entries.keys()
    assert checked.notices == ()


def test_a_field_that_no_class_reads_is_named_once() -> None:
    entries = {"unsloth_version": "2025.1", "to_dict": 5, "nothing": None}
    checked = check_configuration(base_config("gpt2") | entries)
    (notice,) = checked.notices
    assert notice.id == "ignored_fields"
    assert notice.text == (
        "config.json has fields that no GPT-2 model reads; they are ignored: unsloth_version, "
        "to_dict."
    )
    assert not checked.entries.keys() & entries.keys()
    many = check_configuration(base_config("gpt2") | {f"x{n}": n for n in range(50)}).notices[0]
    assert many.text.endswith("x7 and 42 more.")


def test_another_name_of_a_field() -> None:
    entries = base_config("xlm")
    renamed = {key: value for key, value in entries.items() if key != "vocab_size"}
    assert check_configuration(renamed | {"n_words": 96}).entries["vocab_size"] == 96
    assert check_configuration(entries | {"n_words": 96}).entries["vocab_size"] == 96
    assert "two names of one field" in refusal("xlm", n_words=97)
    assert "two names of one field" in refusal("gpt2", hidden_size=64)


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ({"pad_token_id": 11}, "pad_token_id = 11, which is no token of its 11"),
        ({"decoder_start_token_id": -1}, "decoder_start_token_id = -1"),
        ({"forced_bos_token_id": "a"}, "forced_bos_token_id = 'a'"),
        ({"suppress_tokens": [3, 11]}, "suppress_tokens = [3, 11]"),
        ({"eos_token_id": []}, "eos_token_id = []"),
        ({"activation_function": "__import__('os')"}, "activation_function = "),
    ],
)
def test_the_check_of_a_folder_refuses_it(
    tmp_path: Path, entries: dict[str, Any], words: str
) -> None:
    folder = write_model(tmp_path / "toy", GPT2_CONFIG | entries)
    with pytest.raises(CheckpointError) as caught:
        check_checkpoint(folder)
    assert words in caught.value.sentence


def test_special_tokens_are_those_of_the_generation_configuration(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy", GPT2_CONFIG | {"pad_token_id": 50256})
    (folder / "generation_config.json").write_text('{"pad_token_id": 3}')
    assert check_checkpoint(folder).notices == ()
    (folder / "generation_config.json").write_text('{"pad_token_id": 50256}')
    with pytest.raises(CheckpointError, match="pad_token_id = 50256"):
        check_checkpoint(folder)


def test_a_folder_carries_the_notice(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy", GPT2_CONFIG | {"unsloth_version": "1"})
    (notice,) = check_checkpoint(folder).notices
    assert "unsloth_version" in notice.text


@pytest.mark.parametrize("family", FAMILIES)
def test_any_value_of_any_field_is_taken_or_refused_in_a_sentence(family: str) -> None:
    fields = FIELDS[family]
    names = {*fields.honoured, *fields.without_influence, *fields.refused, *fields.other_names}
    values: tuple[Any, ...] = (
        *(None, True, 0, -1, 1, 7, 2**31, 10**400, 0.5, 1e308, float("nan"), "", "gelu", "\ud800"),
        *([], [1], [[]], {}, {"a": {}}, {"rope_type": {}}),
    )
    for name in {*names, *ROPE_FIELDS, "model_type\n", ""} - {"model_type"}:
        for value in values:
            try:
                check_configuration(base_config(family) | {name: value})
            except CheckpointError as error:
                assert error.sentence.isprintable()
                assert len(error.sentence) < 500
