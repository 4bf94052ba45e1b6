"""HDF5 files that lead out of themselves are refused before TensorFlow follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from xla_playground.core.errors import CheckpointError
from xla_playground.library.files.h5_weights import read_h5_weights

SHAPE = (6, 4)


def write_h5(path: Path, change: Callable[[Any], None] = lambda file: None) -> Path:
    import h5py

    with h5py.File(path, "w") as file:
        layer = file.create_group("transformer").create_group("h_._0")
        layer.create_dataset("kernel:0", data=np.ones(SHAPE, np.float32))
        layer.create_dataset("bias:0", data=np.zeros(4, np.float16))
        layer.create_dataset("step:0", data=np.int64(3))
        file["transformer"].attrs["weight_names"] = [b"h_._0/kernel:0"]
        change(file)
    return path


def test_what_a_sound_file_holds(tmp_path: Path) -> None:
    tensors = read_h5_weights(write_h5(tmp_path / "tf_model.h5"))
    assert {name: (t.dtype, t.shape) for name, t in tensors.items()} == {
        "transformer/h_._0/kernel:0": ("F32", SHAPE),
        "transformer/h_._0/bias:0": ("F16", (4,)),
        "transformer/h_._0/step:0": ("I64", ()),
    }


def _external_link(file: Any) -> None:
    import h5py

    file["transformer/h_._0/elsewhere"] = h5py.ExternalLink("other.h5", "/kernel:0")


def _soft_link(file: Any) -> None:
    import h5py

    file["again"] = h5py.SoftLink("/transformer")


def _cycle(file: Any) -> None:
    file["transformer/h_._0/up"] = file["transformer"]


def _external_storage(file: Any) -> None:
    file.create_dataset("outside", (4,), np.float32, external=[("/etc/passwd", 0, 16)])


def _virtual(file: Any) -> None:
    import h5py

    layout = h5py.VirtualLayout((4,), np.float32)
    layout[:] = h5py.VirtualSource("other.h5", "kernel:0", (4,))
    file.create_virtual_dataset("virtual", layout)


def _compressed(file: Any) -> None:
    file.create_dataset("small", data=np.zeros(10**6, np.float32), compression="gzip")


def _never_written(file: Any) -> None:
    file.create_dataset("sparse", (10**9,), np.float32, chunks=(10**6,))


def _text(file: Any) -> None:
    file.create_dataset("text", data="hello")


def _named_type(file: Any) -> None:
    file["type"] = np.dtype(np.float32)


def _not_finite(file: Any) -> None:
    file.create_dataset("worse:0", data=np.asarray([1, np.inf], np.float32))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_external_link, "link that leads elsewhere"),
        (_soft_link, "link that leads elsewhere"),
        (_cycle, "hold each other"),
        (_external_storage, "from another file"),
        (_virtual, "from another file"),
        (_compressed, "compressed or in part"),
        (_never_written, "compressed or in part"),
        (_text, "which is no weight"),
        (_named_type, "which is no weight"),
        (_not_finite, "not finite"),
    ],
)
def test_what_is_refused(tmp_path: Path, change: Callable[[Any], None], words: str) -> None:
    with pytest.raises(CheckpointError, match=words):
        read_h5_weights(write_h5(tmp_path / "tf_model.h5", change))


@pytest.mark.parametrize("size", [0, 1, 100, 900, 2000])
def test_a_truncated_file(tmp_path: Path, size: int) -> None:
    path = write_h5(tmp_path / "tf_model.h5")
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(CheckpointError, match="truncated or not an HDF5 file"):
        read_h5_weights(path)


def test_a_file_without_weights(tmp_path: Path) -> None:
    import h5py

    with h5py.File(tmp_path / "tf_model.h5", "w") as file:
        file.create_group("empty")
    with pytest.raises(CheckpointError, match="holds no weights"):
        read_h5_weights(tmp_path / "tf_model.h5")


def test_a_pointer_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "tf_model.h5").write_bytes(b"version https://git-lfs.github.com/spec/v1\n")
    with pytest.raises(CheckpointError, match="it is a pointer of Git LFS"):
        read_h5_weights(tmp_path / "tf_model.h5")
