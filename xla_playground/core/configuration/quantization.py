"""Refuse quantized weights and name their format: no TensorFlow class reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..errors import CheckpointError, shown
from ..messages.models import checkpoint as messages
from ..weights.safetensors_file import FLOATS, Tensor

#: Stored tensors that are no weights: positions, masks, versions.
_BUFFER = re.compile(r"position_ids$|\.attn\.(masked_)?bias$|\.version$|num_batches_tracked$")
#: Names of ``quant_method`` as their makers write them.
_METHODS = {"gptq": "GPTQ", "awq": "AWQ", "fp8": "float8", "fbgemm_fp8": "float8"}
#: Names of tensors beside quantized weights that reveal the format if the configuration does not.
_TRACES = (
    (re.compile(r"\.(absmax|quant_map|quant_state\..*)$"), "bitsandbytes, 4 bit"),
    (re.compile(r"\.(SCB|weight_format)$"), "bitsandbytes, 8 bit"),
    (re.compile(r"\.(qweight|qzeros|g_idx)$"), "GPTQ or AWQ"),
)
_FLOAT8 = "F8_"


def check_full_precision(
    name: str, config: Mapping[str, Any], tensors: Mapping[str, Tensor]
) -> None:
    """Make sure that all weights are stored as float numbers that can be computed with.

    An entry ``quantization_config`` beside weights that are stored in full changes nothing here.

    Raises:
        CheckpointError: they are quantized, or whole numbers.
    """
    odd = {
        n: t.dtype for n, t in tensors.items() if t.dtype not in FLOATS and not _BUFFER.search(n)
    }
    if not odd:
        return
    tensor, dtype = next(iter(odd.items()))
    how = _said(config) or _traced(tensors, set(odd.values()))
    if how:
        raise CheckpointError(messages.QUANTIZED(model=name, how=how))
    raise CheckpointError(messages.WHOLE_NUMBERS(model=name, weight=shown(tensor), format=dtype))


def _said(config: Mapping[str, Any]) -> str:
    """Return the quantization that the configuration names, "" if it names none."""
    for entry in ("quantization_config", "quantization"):
        said = config.get(entry)
        if not isinstance(said, dict):
            continue
        method = said.get("quant_method")
        if method is None:  # as bitsandbytes wrote it once, and MLX does
            is_mlx = "group_size" in said and "bits" in said
            method = "MLX" if is_mlx else "bitsandbytes"
        bits = said.get("bits", said.get("w_bit"))
        if method == "bitsandbytes" and bits is None:
            bits = 4 if said.get("load_in_4bit") or said.get("_load_in_4bit") else 8
        name = _METHODS.get(method, str(method)[:40]) if isinstance(method, str) else shown(method)
        return f"{name}, {bits} bit" if type(bits) is int else name
    return ""


def _traced(tensors: Mapping[str, Tensor], formats: set[str]) -> str:
    """Return the kind of quantization that the stored tensors indicate, "" if they
    indicate none.
    """
    for trace, how in _TRACES:
        if any(trace.search(name) for name in tensors):
            return how
    if any(dtype.startswith(_FLOAT8) for dtype in formats):
        return "float8"
    is_mlx = formats == {"U32"} and any(name.endswith(".scales") for name in tensors)
    return "MLX" if is_mlx else ""
