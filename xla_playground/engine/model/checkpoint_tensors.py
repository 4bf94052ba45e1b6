"""Read stored weights one at a time into memory that TensorFlow takes over.

A mapped file counts as resident, page by page, until it is closed; and ``tf.convert_to_tensor``
copies an array twice. An aligned array that is passed by DLPack is not copied at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.errors import CheckpointError
from ...core.messages.models import weights as messages
from ...core.weights.safetensors_file import Tensor as Place
from ...core.weights.safetensors_file import read_safetensors_header
from ...core.weights.tensor_names import name_in_h5
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Array, Tensor

_NUMPY_FORMATS = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2", "I64": "<i8"}
_NUMPY_FORMATS |= {"I32": "<i4", "I16": "<i2", "I8": "i1", "U64": "<u8", "U32": "<u4"}
_NUMPY_FORMATS |= {"U16": "<u2", "U8": "u1", "BOOL": "u1"}
#: TensorFlow takes memory over without a copy if it is aligned to this.
_ALIGNMENT = 64


class H5Tensors:
    """The datasets of an open HDF5 file under the names that weights have in safetensors."""

    def __init__(self, tf: TensorFlow, opened: Any, h5py: ModuleType) -> None:
        self._tf = tf
        self._datasets: dict[str, Any] = {}

        def take(path: str, member: object) -> None:
            if isinstance(member, h5py.Dataset):
                self._datasets[name_in_h5(path)] = member

        opened.visititems(take)

    def keys(self) -> list[str]:
        """Return the names of the tensors."""
        return list(self._datasets)

    def get_tensor(self, name: str) -> Tensor:
        """Return one tensor in the format in which it is stored."""
        dataset = self._datasets[name]
        values = _aligned(dataset.nbytes).view(dataset.dtype).reshape(dataset.shape)
        if values.size:
            dataset.read_direct(values)
        return _taken_over(self._tf, values)


class StoredTensors:
    """Tensors of several files by name, with the interface of ``safetensors.safe_open`` but without
    mapped files.

    ``renamed`` maps stored names to the names of the tensors here.
    """

    def __init__(self, tf: TensorFlow, files: Sequence[Path], renamed: dict[str, str]) -> None:
        self._tf = tf
        self._places: dict[str, tuple[Path, Place]] = {
            renamed.get(name, name): (file, tensor)
            for file in files
            for name, tensor in read_safetensors_header(file).items()
        }

    def keys(self) -> list[str]:
        """Return the names of the tensors."""
        return list(self._places)

    def get_tensor(self, name: str) -> Tensor:
        """Return one tensor in the format in which it is stored; booleans as uint8.

        Raises:
            CheckpointError: the file became shorter.
        """
        path, tensor = self._places[name]
        size = tensor.end - tensor.start
        data = _aligned(size)
        with path.open("rb") as file:
            file.seek(tensor.start)
            if file.readinto(data.data) != size:
                raise CheckpointError(messages.FILE_CHANGED(file=path.name))
        values = data.view(_NUMPY_FORMATS[tensor.dtype]).reshape(tensor.shape)
        read = _taken_over(self._tf, values)
        return self._tf.bitcast(read, self._tf.bfloat16) if tensor.dtype == "BF16" else read


def _aligned(size: int) -> NDArray[np.uint8]:
    """Return uninitialized memory of ``size`` bytes at an aligned address."""
    memory = np.empty(size + _ALIGNMENT, np.uint8)
    skipped = -memory.ctypes.data % _ALIGNMENT
    return memory[skipped : skipped + size]


def _taken_over(tf: TensorFlow, values: Array) -> Tensor:
    """Convert an array to a tensor that shares its memory.

    So does a weight assigned from the tensor.
    """
    return tf.experimental.dlpack.from_dlpack(values.__dlpack__())
