"""Find the files of a model folder that hold its weights, and read their headers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import CheckpointError, shown
from ..files.json_file import bad_json
from ..messages.message import both, named
from ..messages.models import checkpoint
from ..messages.models import weights as messages
from .folder_kinds import other_kind
from .safetensors_file import (
    Tensor,
    check_finite,
    original_name,
    read_format,
    read_safetensors_header,
)
from .tensor_names import name_in_h5

WEIGHTS_FILE = "model.safetensors"
INDEX_FILE = "model.safetensors.index.json"
H5_FILE = "tf_model.h5"
_MAX_INDEX_BYTES = 20_000_000
_MAX_SHARDS = 1_000
#: A shard is a plain name beside the index: nothing that leads out of the folder.
_SHARD_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,200}\.safetensors", re.ASCII)
#: MLX names and stores weights that are not quantized as PyTorch does.
_FORMATS = ("pt", "tf", "mlx")
#: A shard with its number and the number of shards in its name.
_NUMBERED = re.compile(r"([A-Za-z0-9][\w.-]{0,100})-(\d{5})-of-(\d{5})\.safetensors", re.ASCII)

#: The type of callbacks that read the weights of a checked ``tf_model.h5``; they need h5py, which
#: ``core`` does not import.
H5Reader = Callable[[Path], dict[str, Tensor]]


@dataclass(frozen=True)
class Weights:
    """The weights of a folder.

    Attributes:
        files: the files that hold them.
        tensors: the entries of their headers, by name; empty if an HDF5 file was not read.
        size_bytes: size of all files.
        file_of: which file holds a tensor, by its name.
    """

    files: tuple[Path, ...]
    tensors: dict[str, Tensor]
    size_bytes: int
    file_of: Mapping[str, Path] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """Return the names of the weights.

        Names in an HDF5 file are converted to those of safetensors.
        """
        if self.files[0].name == H5_FILE:
            return [name_in_h5(path) for path in self.tensors]
        return list(self.tensors)


def read_weights(folder: Path, read_h5: H5Reader | None = None) -> Weights:
    """Find the weights of a folder and read their headers, not the weights themselves.

    Without ``read_h5`` an HDF5 file is only found.

    Raises:
        CheckpointError: there are none, in a format that is not read, or their headers lie.
        OSError: a file cannot be read.
    """
    if (folder / WEIGHTS_FILE).is_file():
        return _read_safetensors((folder / WEIGHTS_FILE,))
    if (folder / INDEX_FILE).is_file():
        return _read_sharded(folder)
    shards = _shards(folder)
    if shards:
        return _read_safetensors(shards)
    h5 = folder / H5_FILE
    if h5.is_file():
        return Weights((h5,), read_h5(h5) if read_h5 else {}, h5.stat().st_size)
    if (folder / f"{H5_FILE}.index.json").exists():
        raise CheckpointError(messages.SEVERAL_HDF5(folder=folder.name))
    for name in ("pytorch_model.bin", "pytorch_model.bin.index.json"):
        if (folder / name).exists():
            pickle = name.removesuffix(".index.json")
            raise CheckpointError(messages.ONLY_A_PICKLE(folder=folder.name, file=pickle))
    if (folder / WEIGHTS_FILE).exists():
        raise CheckpointError(checkpoint.NOT_A_FILE(file=f"{folder.name}/{WEIGHTS_FILE}"))
    what = other_kind(folder)
    if what is not None:
        raise CheckpointError(checkpoint.FOLDER_HOLDS(folder=folder.name, what=what))
    others = sorted(p.name for p in folder.iterdir() if p.suffix.lower() == ".safetensors")
    if others:
        raise CheckpointError(
            messages.OTHER_NAME(folder=folder.name, file=WEIGHTS_FILE, other=others[0])
        )
    raise CheckpointError(messages.NO_WEIGHTS(folder=folder.name, file=WEIGHTS_FILE))


def check_weights_finite(weights: Weights) -> None:
    """Read every weight in safetensors files once and make sure that it is a finite number.

    Raises:
        CheckpointError: one is not.
        OSError: a file cannot be read.
    """
    for file in weights.files:
        if file.name != H5_FILE:
            check_finite(file, read_safetensors_header(file))


def _read_safetensors(files: tuple[Path, ...]) -> Weights:
    tensors: dict[str, Tensor] = {}
    file_of: dict[str, Path] = {}
    for file in files:
        header = read_safetensors_header(file)
        if read_format(file) not in _FORMATS:
            written = shown(read_format(file))
            raise CheckpointError(messages.OTHER_WRITER(file=file.name, format=written))
        twice = tensors.keys() & header.keys()
        if twice:
            raise CheckpointError(messages.WEIGHT_TWICE(file=file.name, weight=shown(min(twice))))
        tensors |= header
        file_of |= dict.fromkeys(header, file)
    return Weights(files, tensors, sum(file.stat().st_size for file in files), file_of)


def _shards(folder: Path) -> tuple[Path, ...]:
    """Return the files of weights that number themselves, if there is no index; () if none do.

    Raises:
        CheckpointError: one of them is missing, or there are two sets.
    """
    found = {m.groups() for path in folder.iterdir() if (m := _NUMBERED.fullmatch(path.name))}
    sets = {(stem, total) for stem, _, total in found}
    if not sets:
        return ()
    if len(sets) > 1:
        two = both([f"{stem}-…-of-{total}" for stem, total in sorted(sets)[:2]])
        raise CheckpointError(messages.TWO_SETS(folder=folder.name, index=INDEX_FILE, sets=two))
    ((stem, total),) = sets
    if not 0 < int(total) <= _MAX_SHARDS:
        raise CheckpointError(messages.TOO_MANY_SHARDS(folder=folder.name, shards=int(total)))
    names = [f"{stem}-{number:05}-of-{total}.safetensors" for number in range(1, int(total) + 1)]
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise CheckpointError(messages.SHARDS_MISSING(folder=folder.name, files=named(missing)))
    return tuple(folder / name for name in names)


def _read_sharded(folder: Path) -> Weights:
    index, name_of_index = folder / INDEX_FILE, f"{folder.name}/{INDEX_FILE}"
    if index.stat().st_size > _MAX_INDEX_BYTES:
        raise CheckpointError(messages.INDEX_TOO_LARGE(index=name_of_index))
    try:
        places = json.loads(index.read_text("utf-8"))["weight_map"]
        names = sorted(set(places.values()))
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        raise bad_json(index, checkpoint.NOT_INDEX()) from None
    if not names or len(names) > _MAX_SHARDS:
        problem = messages.INDEX_OF_TOO_MANY(index=name_of_index, files=len(names))
        raise CheckpointError(problem)
    for name in names:
        if not isinstance(name, str) or not _SHARD_NAME.fullmatch(name):
            problem = messages.INDEX_LEADS_OUT(index=name_of_index, file=shown(name))
            raise CheckpointError(problem)
        if not (folder / name).is_file():
            raise CheckpointError(messages.SHARD_MISSING(folder=folder.name, file=name))
    weights = _read_safetensors(tuple(folder / name for name in names))
    # TensorFlow's indices name weights with the model's own name in front, its files without
    places = {original_name(name) for name in places}
    without_model = {name.split("/", 1)[-1] for name in places}
    odd = min((weights.tensors.keys() ^ keys for keys in (places, without_model)), key=len)
    if odd:
        problem = messages.INDEX_DISAGREES(index=name_of_index, weight=shown(min(odd)))
        raise CheckpointError(problem)
    return weights
