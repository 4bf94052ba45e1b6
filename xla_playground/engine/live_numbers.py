"""Numbers with two faces: constants to Transformers' Python, live tensors to TensorFlow.

``generate`` sizes its buffers and takes its decisions with the Python numbers it is handed, and
computes with them in the loop. Those here keep both apart: as a Python number each is a constant
of the trace, and where TensorFlow converts it to a tensor (its ``__tf_tensor__`` protocol) it is a
value that the compiled function is given at every call.
"""

from __future__ import annotations

from typing import Any, Self


class LiveInt(int):
    """A capacity whose live value is a limit below it.

    ``max_length - 1`` as a shape is the buffer's size; as a loop's limit it is ``tensor - 1``.
    """

    tensor: Any

    def __new__(cls, capacity: int, tensor: Any) -> Self:
        """``tensor`` is a scalar int32, never more than ``capacity``."""
        made = super().__new__(cls, capacity)
        made.tensor = tensor
        return made

    def __add__(self, other: int) -> LiveInt:
        return LiveInt(int(self) + other, self.tensor + other)

    def __sub__(self, other: int) -> LiveInt:
        return LiveInt(int(self) - other, self.tensor - other)

    def __tf_tensor__(self, dtype: Any = None, name: str | None = None) -> Any:
        return self.tensor


class LiveFloat(float):
    """A number that decides as ``constant`` does and computes as ``tensor``."""

    tensor: Any

    def __new__(cls, constant: float, tensor: Any) -> Self:
        """``tensor`` is a scalar float32."""
        made = super().__new__(cls, constant)
        made.tensor = tensor
        return made

    def __rsub__(self, other: Any) -> Any:
        return other - self.tensor

    def __mul__(self, other: Any) -> Any:
        return self.tensor * other

    def __tf_tensor__(self, dtype: Any = None, name: str | None = None) -> Any:
        return self.tensor
