"""Compare the shapes of weights in PyTorch's format with those of the model that is loaded from
them.

Transformers reshapes a tensor of another shape with as many numbers: it would compute nonsense.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...core.errors import CheckpointError, shown
from ...core.messages.models import weights as messages
from ...core.weights.files import read_weights
from ..protocols.models import Model
from ..protocols.tensors import Variable


def check_stored_shapes(folder: Path, model: Model) -> None:
    """Make sure that every stored tensor has the shape of its weight.

    Names of TensorFlow's formats are skipped: their shapes are compared while they are loaded.

    Raises:
        CheckpointError: one has another shape.
        OSError: a file cannot be read.
    """
    stored = read_weights(folder).tensors
    for weight in model.weights:
        for name, shape in _places(weight):
            tensor = stored.get(name)
            if tensor is not None and _sizes(tensor.shape) != _sizes(shape):
                raise CheckpointError(
                    messages.OTHER_SHAPE(
                        model=folder.name,
                        weight=shown(name),
                        shape=str(tensor.shape),
                        needed=str(shape),
                    )
                )


def _places(weight: Variable) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the names that a weight may be stored under, each with its shape in the file."""
    from transformers import modeling_tf_pytorch_utils

    convert: Any = modeling_tf_pytorch_utils.convert_tf_weight_name_to_pt_weight_name
    shape = tuple(weight.shape)
    name, transpose = convert(weight.name, tf_weight_shape=shape)
    theirs = shape if transpose.value == "no" else shape[::-1]
    yield name, theirs
    yield name.partition(".")[2], theirs  # without the model's own name in front


def _sizes(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return a shape without sizes of one, as GPT-2 stores its biases as rows."""
    return tuple(size for size in shape if size != 1)
