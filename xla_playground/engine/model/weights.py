"""Load a model without holding its weights twice.

Transformers' ``from_pretrained`` draws random weights and then maps the whole file of stored ones:
SmolLM2 peaked at 2.6 times its size in float32. Read tensor by tensor into weights that were never
drawn, it peaks at 1.1 times (``packaging/models/loading_peak.py``).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ...core.errors import CheckpointError, shown
from ...core.messages.models import weights as messages
from ...core.weights.safetensors_file import read_format
from ...core.weights.tensor_names import own_name
from ..protocols.models import Model
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Variable
from .checkpoint_tensors import H5Tensors, StoredTensors

_RANDOM = ("RandomNormal", "RandomUniform", "TruncatedNormal", "VarianceScaling", "Orthogonal")


@contextmanager
def undrawn_weights(tf: TensorFlow) -> Iterator[None]:
    """Create weights in this context without random initialization: their memory is not
    initialized.

    The caller must refuse a model with weights that are not overwritten. Weights that begin as
    constants or tables are initialized as usual.
    """
    random = tuple(getattr(tf.keras.initializers, name) for name in _RANDOM)

    def create(next_creator: Callable[..., Variable], **kwargs: object) -> Variable:
        # Keras passes its initializer, bound to shape and dtype
        drawn = kwargs.get("initial_value")
        if isinstance(drawn, functools.partial) and isinstance(drawn.func, random):
            (shape,) = drawn.args
            dtype = drawn.keywords["dtype"]
            kwargs["initial_value"] = functools.partial(tf.raw_ops.Empty, shape=shape, dtype=dtype)
        return next_creator(**kwargs)

    with tf.variable_creator_scope(create):
        yield


def load_safetensors(
    tf: TensorFlow, model: Model, files: Sequence[Path], renamed: dict[str, str] | None = None
) -> dict[str, list[str]]:
    """Overwrite the weights of the built ``model`` with the tensors in ``files``.

    Args:
        tf: the module ``tensorflow``.
        model: a model that is built.
        files: safetensors files.
        renamed: names of stored tensors and those that the model has for them.

    Returns:
        ``missing_keys`` and ``unexpected_keys``, lists of names, as ``from_pretrained`` does.

    Raises:
        CheckpointError: a file was changed during the load, or one in TensorFlow's format holds a
            tensor of another shape than its weight.
        Exception: of TensorFlow, if a file in PyTorch's format does.
    """
    from transformers import modeling_tf_pytorch_utils

    tensors = StoredTensors(tf, files, renamed or {})
    if read_format(files[0]) == "tf":
        return _load_by_name(tf, model, tensors, files[0].parent.name)
    load: Any = modeling_tf_pytorch_utils.load_pytorch_state_dict_in_tf2_model
    _, loading = load(
        model,
        tensors,
        tf_inputs=False,  # it is built
        allow_missing_keys=True,
        output_loading_info=True,
        tf_to_pt_weight_rename=getattr(model, "tf_to_pt_weight_rename", None),
    )
    return {key: loading[key] for key in ("missing_keys", "unexpected_keys")}


def load_h5(tf: TensorFlow, model: Model, file: Path) -> dict[str, list[str]]:
    """Load weights as ``load_safetensors`` does, from a checked HDF5 file that Keras wrote."""
    import h5py

    with h5py.File(file, "r") as opened:
        return _load_by_name(tf, model, H5Tensors(tf, opened, h5py), file.parent.name)


def _load_by_name(
    tf: TensorFlow, model: Model, stored: StoredTensors | H5Tensors, folder: str
) -> dict[str, list[str]]:
    places = {own_name(weight.name): weight for weight in model.weights}
    names = set(stored.keys())
    for name in filter(names.__contains__, places):
        value, weight = stored.get_tensor(name), places[name]
        if value.shape != weight.shape:
            raise CheckpointError(
                messages.OTHER_SHAPE(
                    model=folder,
                    weight=shown(name),
                    shape=str(tuple(value.shape)),
                    needed=str(tuple(weight.shape)),
                )
            )
        weight.assign(tf.cast(value, weight.dtype))
    return {
        "missing_keys": _without(places.keys() - names, model._keys_to_ignore_on_load_missing),
        "unexpected_keys": _without(
            names - places.keys(), model._keys_to_ignore_on_load_unexpected
        ),
    }


def _without(names: set[str], patterns: list[str] | None) -> list[str]:
    return sorted(n for n in names if not any(re.search(p, n) for p in patterns or ()))
