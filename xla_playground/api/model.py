"""Describe a model object of Transformers, and compute the digest of its programs in the store."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ..core.call.request import Precision
from ..core.configuration.families import FAMILIES
from ..core.configuration.sizes import prompt_positions
from ..core.errors import UnsupportedModel
from ..core.messages import commands as messages
from ..core.messages import request
from ..core.messages.message import either
from ..core.model.info import ModelInfo, ModelInput, short_model_name
from ..engine.loops.selection.rules import Rules

#: Entries of a configuration that no token depends on.
_WITHOUT_MEANING = ("_name_or_path", "transformers_version", "torch_dtype", "architectures")


def described_model(model: Any) -> ModelInfo:
    """Return the information on a model object; build the model if necessary.

    Raises:
        UnsupportedModel: it cannot be run.
    """
    import transformers

    name = type(model).__name__
    if not isinstance(model, transformers.TFPreTrainedModel):
        raise UnsupportedModel(messages.NOT_A_TF_MODEL(given=name))
    kind = model.config.model_type
    family = FAMILIES.get(kind)
    if family is None or not isinstance(model, getattr(transformers, family.model_class)):
        if family is not None:
            raise UnsupportedModel(messages.USE_CLASS(given=name, model_class=family.model_class))
        raise UnsupportedModel(messages.CLASSES_SUPPORTED(given=name, classes=_supported()))
    if not family.has_xla:
        raise UnsupportedModel(messages.NO_COMPILED_LOOPS(family=family.label))
    if family.takes is ModelInput.SPEECH:
        raise UnsupportedModel(messages.TAKES_AUDIO(family=family.label))
    if not model.built:
        model.build_in_name_scope()
    config = model.config
    size = sum(_size_bytes(variable) for variable in model.variables)
    return ModelInfo(
        name=short_model_name(config.name_or_path) or kind,
        path="",
        family=kind,
        family_label=family.label,
        parameters=model.count_params(),
        size_bytes=size,
        vocab_size=config.vocab_size,
        positions=getattr(config, family.positions) if family.positions else None,
        prompt_positions=prompt_positions(config.to_dict(), family),
        sliding_window=getattr(config, "sliding_window", None) if kind == "mistral" else None,
        hidden_size=getattr(config, family.hidden),
        layers=getattr(config, family.layers[0]),
        stored_dtype="",
        licence="",
        is_decoder_only=family.is_decoder_only,
        has_xla=True,
        memory_bytes=size,
        precisions=tuple(precision.value for precision in family.precisions),
    )


def precision_of(info: ModelInfo, dtype: str) -> Precision:
    """Return the number format that a model computes in.

    Raises:
        UnsupportedModel: it does not run in this format.
    """
    if dtype not in info.precisions:
        raise UnsupportedModel(
            request.NOT_IN_PRECISION(
                family=info.family_label, precision=dtype, precisions=either(info.precisions)
            )
        )
    return Precision(dtype)


def object_digest(model: Any, rules: Rules, store_key: str | None) -> str:
    """Return the SHA-256 of a model's configuration, its rules and its variables.

    Args:
        store_key: stands for the variables, which are then not read.
    """
    config = {
        name: value
        for name, value in model.config.to_dict().items()
        if name not in _WITHOUT_MEANING
    }
    head = {"class": type(model).__name__, "config": config, "rules": repr(rules)}
    digest = hashlib.sha256(json.dumps(head, sort_keys=True, default=str).encode())
    if store_key is not None:
        digest.update(f"store_key {store_key}".encode())
        return digest.hexdigest()
    for variable in model.variables:
        array = variable.numpy()
        digest.update(f"{array.dtype.name} {array.shape}".encode())
        digest.update(memoryview(array.reshape(-1).view("uint8")))
    return digest.hexdigest()


def _supported() -> tuple[str, ...]:
    classes = {
        family.model_class
        for family in FAMILIES.values()
        if family.has_xla and family.takes is ModelInput.TEXT
    }
    return tuple(sorted(classes))


def _size_bytes(variable: Any) -> int:
    return int(variable.shape.num_elements()) * int(variable.dtype.size)
