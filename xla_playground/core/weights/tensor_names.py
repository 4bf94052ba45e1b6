"""Names of stored tensors: those that TensorFlow writes, and the same weights' in PyTorch."""

from __future__ import annotations

_ENDS = {"kernel": "weight", "embeddings": "weight", "gamma": "weight", "beta": "bias"}


def own_name(name: str) -> str:
    """Return the name of a weight of Keras without its model's in front, as it is stored.

    Source: ``strip_model_name_and_prefix`` of Transformers 4.54.
    """
    return name if "model." in name or "/" not in name else name.partition("/")[2]


def name_in_h5(path: str) -> str:
    """Return the name of a weight whose dataset Keras wrote to ``layer/model/…``."""
    return own_name(path.partition("/")[2])


def pytorch_name(stored: str) -> str:
    """Return the name that PyTorch gives to a tensor stored by either library.

    Source: ``convert_tf_weight_name_to_pt_weight_name`` of Transformers 4.54.
    """
    name = stored.removesuffix(":0")
    if "/" in name and "model." in name:  # which ``own_name`` left as it was
        name = name.partition("/")[2]
    parts = name.replace("_._", "/").replace("/", ".").split(".")
    return ".".join([*parts[:-1], _ENDS.get(parts[-1], parts[-1])])
