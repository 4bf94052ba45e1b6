"""Check a ``tf_model.h5`` before TensorFlow reads it.

HDF5 files can lead out of themselves: soft and external links, datasets whose bytes lie in other
files, virtual datasets put together from others. TensorFlow follows all of them, so a file with
any is refused, as is one whose datasets are compressed (a small file could hold very large ones).
Keras writes none of these.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from ...core.errors import CheckpointError, shown
from ...core.files.beginnings import beginning, not_of_format
from ...core.messages.message import Message
from ...core.messages.models import checkpoint
from ...core.messages.models import weights as messages
from ...core.weights.safetensors_file import Tensor

_MAX_OBJECTS = 20_000  # 1,000 layers have fewer; visiting them takes 2 s
_MAX_DEPTH = 32
_CHUNK_ROWS_BYTES = 16_000_000
_DTYPES = {"float64": "F64", "float32": "F32", "float16": "F16", "int64": "I64", "int32": "I32"}


def read_h5_weights(path: Path) -> dict[str, Tensor]:
    """Return the weights in an HDF5 file by name, after a check that no link leads out and all are
    finite.

    Raises:
        CheckpointError: it is damaged, leads out of the file, or holds other things than weights.
        OSError: it cannot be read.
    """
    import h5py

    with path.open("rb"):  # h5py calls every failure an OSError without a number
        pass
    try:
        with h5py.File(path, "r") as file:
            return _Walk(path, h5py).tensors_in(file)
    except (OSError, RuntimeError, KeyError, ValueError, TypeError):
        if not h5py.is_hdf5(path) and beginning(path):
            raise not_of_format(path, checkpoint.HDF5_FILE()) from None
        problem = messages.FILE_TRUNCATED(file=path.name, format=checkpoint.HDF5_FILE())
        raise CheckpointError(problem) from None


class _Walk:
    def __init__(self, path: Path, h5py: Any) -> None:
        self._path = path
        self._h5py = h5py
        self._size = path.stat().st_size
        self._tensors: dict[str, Tensor] = {}
        self._seen: set[Any] = set()

    def tensors_in(self, file: Any) -> dict[str, Tensor]:
        self._visit(file, depth=0)
        if not self._tensors:
            raise CheckpointError(messages.WITHOUT_WEIGHTS(file=self._path.name))
        return self._tensors

    def _visit(self, group: Any, depth: int) -> None:
        h5py = self._h5py
        address = h5py.h5o.get_info(group.id).addr
        if address in self._seen or depth > _MAX_DEPTH or len(self._seen) > _MAX_OBJECTS:
            raise self._refusal(messages.HDF5_GROUPS())
        self._seen.add(address)
        for name in group:
            link = group.get(name, getlink=True)
            if not isinstance(link, h5py.HardLink):
                raise self._refusal(messages.HDF5_LINK(name=shown(name)))
            member = group[name]
            if isinstance(member, h5py.Group):
                self._visit(member, depth + 1)
            elif isinstance(member, h5py.Dataset):
                self._take(member)
            else:
                raise self._refusal(messages.HDF5_NO_WEIGHT(name=shown(name)))

    def _take(self, dataset: Any) -> None:
        name = dataset.name.lstrip("/")
        if dataset.external or dataset.is_virtual:
            raise self._refusal(messages.HDF5_OTHER_FILE(name=shown(name)))
        if dataset.dtype.name not in _DTYPES or dataset.shape is None:
            raise self._refusal(messages.HDF5_NO_WEIGHT(name=shown(name)))
        filters = dataset.id.get_create_plist().get_nfilters()
        if filters or dataset.id.get_storage_size() != dataset.nbytes:
            raise self._refusal(messages.HDF5_COMPRESSED(name=shown(name)))
        if dataset.nbytes > self._size or len(self._tensors) > _MAX_OBJECTS:
            raise self._refusal(messages.HDF5_TOO_MUCH())
        self._check_finite(dataset)
        self._tensors[name] = Tensor(_DTYPES[dataset.dtype.name], dataset.shape, 0, dataset.nbytes)

    def _check_finite(self, dataset: Any) -> None:
        if dataset.dtype.kind != "f":
            return
        rows = dataset.shape[0] if dataset.shape else 0
        step = max(_CHUNK_ROWS_BYTES // max(dataset.nbytes // max(rows, 1), 1), 1)
        parts = (dataset[start : start + step] for start in range(0, rows, step))
        if not all(np.isfinite(part).all() for part in parts if rows):
            file, weight = self._path.name, shown(dataset.name)
            raise CheckpointError(messages.NOT_FINITE_WEIGHTS(file=file, weight=weight))

    def _refusal(self, finding: Message) -> CheckpointError:
        return CheckpointError(messages.HDF5_REFUSED(file=self._path.name, finding=finding))
