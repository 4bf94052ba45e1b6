"""The result of a program's first run, which it must give again when it was stored."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from zipfile import BadZipFile

import numpy as np

from ..protocols.tensors import Array

_PART = "first_result.npz"


@dataclass(frozen=True)
class FirstResult:
    """Arrays by name; see ``loops.functions.LoopFunction.seen``."""

    arrays: Mapping[str, Array]

    def is_given_by(self, arrays: Mapping[str, Array]) -> bool:
        """Return whether ``arrays`` match: equal token ids, and nearly equal other numbers."""
        return arrays.keys() == self.arrays.keys() and all(
            _is_near(arrays[name], array) for name, array in self.arrays.items()
        )

    def to_parts(self) -> dict[str, bytes]:
        """Return the result as parts of a stored entry."""
        stream = io.BytesIO()
        # NumPy 2.1 takes allow_pickle for an array; types of later ones take an array for it
        np.savez(stream, **self.arrays)  # type: ignore[arg-type]
        return {_PART: stream.getvalue()}

    @classmethod
    def from_parts(cls, parts: Mapping[str, bytes]) -> FirstResult:
        """Read what ``to_parts`` wrote.

        Raises:
            KeyError, ValueError: it is something else.
        """
        try:
            with np.load(io.BytesIO(parts[_PART]), allow_pickle=False) as arrays:
                return cls(dict(arrays))
        except BadZipFile as error:
            raise ValueError(str(error)) from None


def _is_near(array: Array, kept: Array) -> bool:
    if array.shape != kept.shape or np.issubdtype(kept.dtype, np.integer):
        return np.array_equal(array, kept)
    return bool(np.allclose(array, kept, rtol=1e-3, atol=1e-6))
