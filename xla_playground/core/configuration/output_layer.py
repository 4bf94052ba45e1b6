"""Compare ``tie_word_embeddings`` with the stored weights.

If it is true, the output layer multiplies by the embeddings, and PyTorch ignores a stored output
matrix; if it is false, there must be one.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..errors import CheckpointError
from ..messages.message import Message, both
from ..messages.models import configuration as messages
from ..weights.files import H5_FILE, Weights
from ..weights.safetensors_file import Tensor, is_same_matrix
from .families import Family

#: The last part of a matrix's name, in PyTorch's format and in TensorFlow's.
_MATRIX = r"(weight|embeddings|kernel)"
_COPIES = ("encoder.embed_tokens.weight", "decoder.embed_tokens.weight")
_SHARED = "shared.weight"


def check_output_layer(
    name: str, config: dict[str, Any], family: Family, weights: Weights, *, reads_weights: bool
) -> tuple[Message, ...]:
    """Check that the weights hold the output layer that the configuration says.

    Returns a notice of matrices that differ from the embeddings and are not used; none of them if
    ``reads_weights`` is false, since they are compared number by number.

    Raises:
        CheckpointError: it lacks its output layer, or embeds with tables that differ.
        OSError: a file cannot be read.
    """
    is_tied = bool(config.get("tie_word_embeddings", family.is_tied))
    if not is_tied and not _names(weights, family.output_layer):
        raise CheckpointError(messages.NO_OUTPUT_LAYER(model=name, layer=family.output_layer))
    if not reads_weights:
        return ()
    stored = _names(weights, family.output_layer) if is_tied else []
    if family.embeddings == _SHARED:
        copies = [copy for end in _COPIES for copy in _names(weights, end)]
        stored += copies
    differing = _differing(weights, _names(weights, family.embeddings), stored)
    if not differing:
        return ()
    if not is_tied:
        raise CheckpointError(
            messages.TWO_TABLES(
                model=name, weight=differing[0], shared=_SHARED, family=family.label
            )
        )
    listed = both(differing)
    return (messages.WEIGHTS_UNUSED(weights=listed, model=name, count=len(differing)),)


def _names(weights: Weights, name: str) -> list[str]:
    """Return the stored names of PyTorch's ``name``, in the format of either library."""
    parts = re.escape(name.removesuffix(".weight"))
    pattern = re.compile(rf"(^|\.){parts}\.{_MATRIX}$")
    return [n for n in weights.tensors if pattern.search(_dotted(n))]


def _dotted(name: str) -> str:
    return name.replace("_._", ".").replace("/", ".").removesuffix(":0")


def _differing(weights: Weights, embeddings: list[str], others: list[str]) -> list[str]:
    """Return which of ``others`` hold other numbers than the embeddings."""
    if len(embeddings) != 1 or weights.files[0].name == H5_FILE:
        return []
    table = _place(weights, embeddings[0])
    return [
        name
        for name in others
        if name not in embeddings and not is_same_matrix(table, _place(weights, name))
    ]


def _place(weights: Weights, name: str) -> tuple[Path, Tensor]:
    return weights.file_of[name], weights.tensors[name]
