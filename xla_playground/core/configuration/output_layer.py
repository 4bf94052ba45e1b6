"""Compare ``tie_word_embeddings`` with the stored weights.

If it is true, the output layer multiplies by the embeddings, and PyTorch ignores a stored output
matrix; if it is false, there must be one.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..errors import CheckpointError
from ..notice import Notice
from ..weights.files import H5_FILE, Weights
from ..weights.safetensors_file import Tensor, is_same_matrix
from .families import Family

#: The last part of a matrix's name, in PyTorch's format and in TensorFlow's.
_MATRIX = r"(weight|embeddings|kernel)"
_COPIES = ("encoder.embed_tokens.weight", "decoder.embed_tokens.weight")
_SHARED = "shared.weight"


def check_output_layer(
    name: str, config: dict[str, Any], family: Family, weights: Weights, *, reads_weights: bool
) -> tuple[Notice, ...]:
    """Check that the weights hold the output layer that the configuration asks for.

    Returns a notice of matrices that differ from the embeddings and are not used; none of them if
    ``reads_weights`` is false, since they are compared number by number.

    Raises:
        CheckpointError: it lacks its output layer, or embeds with tables that differ.
        OSError: a file cannot be read.
    """
    is_tied = bool(config.get("tie_word_embeddings", family.is_tied))
    if not is_tied and not _names(weights, family.output_layer):
        raise CheckpointError(
            f"{name} has no {family.output_layer}, which it needs unless tie_word_embeddings is "
            "true in config.json: set that if its output layer is its embeddings, or download it "
            "again."
        )
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
            f"{name} holds {differing[0]}, which differs from {_SHARED}: TensorFlow's "
            f"{family.label} has one table of embeddings, so choose a model with one."
        )
    listed = " and ".join(differing)
    text = (
        f"{listed} of {name} {'differs' if len(differing) == 1 else 'differ'} from its embeddings "
        "and will not be used: its output layer is its embeddings (tie_word_embeddings), as in "
        "PyTorch."
    )
    return (Notice(id="weights_unused", text=text),)


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
