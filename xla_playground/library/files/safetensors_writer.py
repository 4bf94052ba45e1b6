"""Write a safetensors file piece by piece, so that a model never has to fit into memory.

Format: https://huggingface.co/docs/safetensors (an 8-byte little-endian length, a JSON header, then
the data without gaps).
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ...core.errors import CheckpointError, shown
from ...core.messages.models import weights as messages
from .progress import OnProgress

Array = np.ndarray[Any, Any]

_BYTES_OF = {"F32": 4, "F16": 2}
_NUMPY_FORMATS = {"F32": "<f4", "F16": "<f2"}


@dataclass(frozen=True)
class PlannedTensor:
    """A tensor that is written later.

    Attributes:
        name: its name in PyTorch's layout.
        dtype: ``F32`` or ``F16``.
        pieces: yields its values in order, in pieces of any shape.
    """

    name: str
    dtype: str
    shape: tuple[int, ...]
    pieces: Callable[[], Iterator[Array]]

    @property
    def size_bytes(self) -> int:
        """Return the tensor's size in the file, in bytes."""
        return math.prod(self.shape) * _BYTES_OF[self.dtype]


def write_safetensors(
    path: Path, tensors: Sequence[PlannedTensor], source: str, on_progress: OnProgress
) -> None:
    """Write a PyTorch-format safetensors file and sync it.

    Args:
        path: the file, which must not exist.
        tensors: the tensors to write, in this order.
        source: name of the file that they come from, for sentences.
        on_progress: called with the bytes written after every piece.

    Raises:
        CheckpointError: a value is not a finite number.
        OSError: it cannot be written.
    """
    entries: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    end = 0
    for tensor in tensors:
        start, end = end, end + tensor.size_bytes
        entries[tensor.name] = {
            "dtype": tensor.dtype,
            "shape": list(tensor.shape),
            "data_offsets": [start, end],
        }
    header = json.dumps(entries).encode()
    header += b" " * (-len(header) % 8)  # the data begins at a multiple of 8 bytes
    done = 0
    with path.open("xb") as file:
        file.write(len(header).to_bytes(8, "little") + header)
        for tensor in tensors:
            for piece in tensor.pieces():
                values = np.ascontiguousarray(piece, _NUMPY_FORMATS[tensor.dtype])
                if not np.isfinite(values).all():
                    weight = shown(tensor.name)
                    raise CheckpointError(messages.NOT_FINITE_WEIGHTS(file=source, weight=weight))
                file.write(values.data)
                done += values.nbytes
                on_progress(done, end)
        if done != end:
            raise AssertionError(f"{done} bytes written where {end} were planned")
        file.flush()
        os.fsync(file.fileno())
