"""Quantized folders are refused by what quantized them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.core.examples import data_of, gpt2_shapes, header_of, safetensors_bytes, write_model
from xla_playground.core.checkpoint.checkpoint import check_checkpoint
from xla_playground.core.errors import CheckpointError

_WEIGHT = "h.0.mlp.c_fc.weight"
_WIDTHS = {"F8_E4M3": 1, "I8": 1, "U8": 1, "I32": 4, "U32": 4}


def quantized(
    folder: Path, dtype: str, beside: tuple[str, ...] = (), name: str = _WEIGHT, **entries: Any
) -> str:
    """The sentence that a folder is refused with, one weight of which has another format."""
    shapes = gpt2_shapes()
    shape = shapes.pop(_WEIGHT)
    shapes |= dict.fromkeys(beside, (4,))
    header = header_of(shapes)
    end = len(data_of(header))
    size = _WIDTHS[dtype] * shape[0] * shape[1]
    header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [end, end + size]}
    weights = safetensors_bytes(header, data_of(header))
    with pytest.raises(CheckpointError) as caught:
        check_checkpoint(write_model(folder, weights=weights, **entries))
    assert "download" not in caught.value.sentence
    assert "use the model that it was made from" in caught.value.sentence
    return caught.value.sentence


@pytest.mark.parametrize(
    ("dtype", "entries", "says"),
    [
        ("U8", {"quantization_config": {"quant_method": "bitsandbytes", "load_in_4bit": True}},
         "bitsandbytes, 4 bit"),
        ("I8", {"quantization_config": {"load_in_8bit": True}}, "bitsandbytes, 8 bit"),
        ("I32", {"quantization_config": {"quant_method": "gptq", "bits": 4}}, "GPTQ, 4 bit"),
        ("I32", {"quantization_config": {"quant_method": "awq", "bits": 4}}, "AWQ, 4 bit"),
        ("U32", {"quantization": {"group_size": 64, "bits": 4}}, "MLX, 4 bit"),
        ("F8_E4M3", {"quantization_config": {"quant_method": "fp8"}}, "float8"),
        ("F8_E4M3", {}, "float8"),
        ("I8", {"quantization_config": {"quant_method": ["x"]}}, "['x']"),
        ("I8", {"quantization_config": "x"}, "as whole numbers (I8)"),
    ],
)  # fmt: skip
def test_what_the_configuration_says(
    tmp_path: Path, dtype: str, entries: dict[str, Any], says: str
) -> None:
    assert says in quantized(tmp_path / "toy", dtype, **entries)


@pytest.mark.parametrize(
    ("dtype", "name", "beside", "says"),
    [
        ("U8", _WEIGHT, (f"{_WEIGHT}.absmax",), "bitsandbytes, 4 bit"),
        ("I8", _WEIGHT, ("h.0.mlp.c_fc.SCB",), "bitsandbytes, 8 bit"),
        ("I32", "h.0.mlp.c_fc.qweight", ("h.0.mlp.c_fc.scales",), "GPTQ or AWQ"),
        ("U32", _WEIGHT, ("h.0.mlp.c_fc.scales", "h.0.mlp.c_fc.biases"), "MLX"),
    ],
)
def test_what_the_tensors_tell(
    tmp_path: Path, dtype: str, name: str, beside: tuple[str, ...], says: str
) -> None:
    assert says in quantized(tmp_path / "toy", dtype, beside, name)


def test_an_entry_beside_whole_weights_changes_nothing(tmp_path: Path) -> None:
    entries: dict[str, Any] = {
        "quantization_config": {"quant_method": "bitsandbytes", "load_in_4bit": True}
    }
    assert check_checkpoint(write_model(tmp_path / "toy", **entries)).layers == 2
