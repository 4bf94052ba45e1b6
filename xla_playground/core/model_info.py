"""What is known of a model without loading it."""

from __future__ import annotations

from .frozen import Frozen


class ModelInfo(Frozen):
    """A model folder that passed the check.

    Attributes:
        name: what ``--model`` takes: a bundled name or a folder.
        path: the folder.
        family: the ``model_type`` of its configuration.
        family_label: what users call the family.
        parameters: number of weights stored.
        size_bytes: size of the weight files.
        vocab_size: number of tokens it knows.
        positions: longest prompt plus new tokens, ``None`` where there is no limit.
        hidden_size, layers: the shape of it.
        stored_dtype: format of the stored weights, as safetensors names it (``F16``).
        licence: from the model card, empty where it says none.
        is_decoder_only: whether it continues its input, or answers it with a decoder.
        has_xla: whether its generation compiles under XLA.
    """

    name: str
    path: str
    family: str
    family_label: str
    parameters: int
    size_bytes: int
    vocab_size: int
    positions: int | None
    hidden_size: int
    layers: int
    stored_dtype: str
    licence: str
    is_decoder_only: bool
    has_xla: bool


def short_model_name(model: str) -> str:
    """The last part of a model's name or folder."""
    return model.rstrip("/").rsplit("/", maxsplit=1)[-1]
