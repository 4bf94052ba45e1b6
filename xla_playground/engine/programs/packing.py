"""Pack the flat results of programs into nested structures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..protocols.tensors import Nested, Tensor


def packer(structure: Nested) -> Callable[[Iterator[Tensor]], Nested]:
    """Return ``tf.nest.pack_sequence_as`` for one structure of dicts and lists, but faster."""
    if isinstance(structure, dict):
        packers = {name: packer(structure[name]) for name in sorted(structure)}
        return lambda flat: {name: pack(flat) for name, pack in packers.items()}
    if isinstance(structure, list):
        items = [packer(item) for item in structure]
        return lambda flat: [pack(flat) for pack in items]
    return next
