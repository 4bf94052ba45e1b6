"""A NumPy array that grows at its end."""

from __future__ import annotations

from typing import Generic, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Scalar = TypeVar("Scalar", bound=np.generic)


class GrowingArray(Generic[Scalar]):
    """An array with appends in amortized constant time; ``np.append`` would copy everything."""

    def __init__(self, dtype: type[Scalar], *row_shape: int) -> None:
        """Create an empty array.

        ``row_shape`` is the shape of one entry, empty for plain numbers.
        """
        self._buffer: NDArray[Scalar] = np.empty((1024, *row_shape), dtype)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def values(self) -> NDArray[Scalar]:
        """Return a view of the appended entries."""
        return self._buffer[: self._count]

    def extend(self, values: ArrayLike) -> None:
        """Append entries."""
        added = np.asarray(values, self._buffer.dtype)
        count = self._count + len(added)
        if count > len(self._buffer):
            size = max(count, 2 * len(self._buffer))
            buffer = np.empty((size, *self._buffer.shape[1:]), self._buffer.dtype)
            buffer[: self._count] = self.values
            self._buffer = buffer
        self._buffer[self._count : count] = added
        self._count = count

    def clear(self) -> None:
        """Remove every entry."""
        self._count = 0
