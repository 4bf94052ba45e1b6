"""The lists of fields, held against Transformers' own classes and source."""

from __future__ import annotations

import ast
import inspect
import json
from pathlib import Path

import pytest

from tests.references.answers import DATA
from tests.references.cases import ACTIVATION_INPUTS
from xla_playground.core.configuration.rope import ROPE_FIELDS
from xla_playground.core.fields.activations import ACTIVATIONS, GPT_ACTIVATIONS
from xla_playground.core.fields.lists import GENERATION
from xla_playground.core.fields.table import FIELDS

#: Attributes of configurations that are methods, or names that the source uses otherwise.
_NO_FIELDS = {
    "__class__",
    "from_dict",
    "get_text_config",
    "to_dict",
    "update",
}


def _known(family: str) -> set[str]:
    fields = FIELDS[family]
    known = {*fields.honoured, *fields.without_influence, *fields.refused, *fields.other_names}
    return known | GENERATION | (ROPE_FIELDS if family in ("llama", "mistral") else set())


@pytest.mark.parametrize("family", FIELDS)
def test_every_field_of_the_configuration_class_is_in_a_list(family: str) -> None:
    import transformers

    config_class = transformers.CONFIG_MAPPING[family]
    parameters = set(inspect.signature(config_class.__init__).parameters)
    fields = (parameters - {"self", "kwargs"}) | vars(config_class()).keys()
    assert fields - _known(family) == set()


@pytest.mark.parametrize("family", FIELDS)
def test_every_field_that_the_models_read_is_in_a_list(family: str) -> None:
    import transformers

    module = "openai" if family == "openai-gpt" else family.replace("-", "_")
    folder = Path(transformers.__file__).parent / "models"
    torch_source = folder / module / f"modeling_{module}.py"
    base = {"llama": "mistral", "mt5": "t5"}.get(module, module)
    sources = [torch_source, folder / base / f"modeling_tf_{base}.py"]
    read = set().union(*(_fields_read(source.read_text()) for source in sources))
    assert len(read) > 10  # found at all
    assert read - _known(family) - _NO_FIELDS == set()


def _fields_read(source: str) -> set[str]:
    """Return the names after ``config.`` and in ``getattr(config, …)``, docstrings left out."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and _is_config(node.value):
            found.add(node.attr)
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("getattr", "hasattr")
            and _is_config(node.args[0])
            and isinstance(node.args[1], ast.Constant)
        ):
            found.add(str(node.args[1].value))
    return found


def _is_config(node: ast.expr) -> bool:
    name = node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
    return name == "config"


@pytest.mark.parametrize("family", FIELDS)
def test_other_names_are_those_of_the_class(family: str) -> None:
    import transformers

    # num_hidden_layers of some classes is a field as well
    assert transformers.CONFIG_MAPPING[family].attribute_map == FIELDS[family].other_names


def test_generation_fields_are_those_of_every_configuration() -> None:
    import transformers

    assert transformers.PretrainedConfig._get_global_generation_defaults().keys() <= GENERATION


def test_activations_are_those_of_tensorflow() -> None:
    from transformers.activations_tf import ACT2FN

    assert ACT2FN.keys() - {"glu"} == ACTIVATIONS
    assert set(GPT_ACTIVATIONS.values()) <= ACTIVATIONS


def test_activations_are_those_of_pytorch() -> None:
    import numpy as np
    import tensorflow as tf
    from transformers.activations_tf import ACT2FN

    answers = json.loads((DATA / "activations.json").read_text())
    assert answers.keys() == ACTIVATIONS
    for name, expected in answers.items():
        found = ACT2FN[name](tf.constant(ACTIVATION_INPUTS))
        np.testing.assert_allclose(found, expected, atol=2e-5, err_msg=name)
