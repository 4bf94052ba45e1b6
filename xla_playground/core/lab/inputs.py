"""The inputs of a lab file: rows of a table, and the arrays that they describe."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..errors import RequestError, shown
from ..frozen import Frozen
from ..inside.inspection import Key
from ..messages.message import either
from ..messages.pages import lab as messages

#: Types of tensors, and the type in which NumPy draws them.
DTYPES = {
    "float32": "float32",
    "float64": "float64",
    "float16": "float32",
    "bfloat16": "float32",
    "int32": "int32",
    "int64": "int64",
    "bool": "bool",
}
#: How the elements of a tensor are drawn.
DISTRIBUTIONS = ("normal", "uniform", "integers", "zeros", "ones", "range")
#: Elements of ``integers`` are below this.
_BELOW = 10
_MOST_DIMENSIONS = 8

#: A Python value that an input may have.
PythonValue = bool | int | float | str | None


class LabInput(Frozen):
    """An input: a tensor, or a Python value.

    Attributes:
        is_value: whether ``value`` is handed on as it is.
    """

    name: str
    shape: tuple[int, ...] = (4, 4)
    dtype: str = "float32"
    distribution: str = "normal"
    seed: int = 0
    is_value: bool = False
    value: PythonValue = None

    def changed(self, row: object) -> LabInput:
        """Return the input with what a row of a table says of it.

        Raises:
            RequestError: the row says something that no input can have.
        """
        if not isinstance(row, Mapping):
            row = {"value": row}
        fields: dict[str, Any] = {"is_value": "value" in row}
        for name, given in row.items():
            fields[str(name)] = _checked(self.name, str(name), given)
        known = self.model_dump() | fields
        if known["dtype"] == "bool" and "distribution" not in row:
            known["distribution"] = "integers"
        return LabInput.model_validate(known)

    def row(self) -> dict[str, Any]:
        """Return the row of the table that describes the input."""
        if self.is_value:
            return {"value": self.value}
        return {
            "shape": self.shape,
            "dtype": self.dtype,
            "distribution": self.distribution,
            "seed": self.seed,
        }

    def array(self) -> np.ndarray[Any, Any]:
        """Return the tensor's elements, of ``shape``, in the type in which NumPy draws them."""
        drawn = DTYPES[self.dtype]
        random = np.random.default_rng(self.seed)
        count = int(np.prod(self.shape, dtype=np.int64))
        made: np.ndarray[Any, Any]
        match self.distribution:
            case "zeros":
                made = np.zeros(self.shape)
            case "ones":
                made = np.ones(self.shape)
            case "range":
                made = np.arange(count).reshape(self.shape)
            case "integers":
                made = random.integers(0, 2 if self.dtype == "bool" else _BELOW, self.shape)
            case "uniform":
                made = random.random(self.shape)
            case _:
                made = random.standard_normal(self.shape)
        return made.astype(drawn)

    def entries(self) -> Key:
        """Return the entries of the key of a call: what a trace depends on."""
        if self.is_value:
            return ((self.name, repr(self.value)),)
        shape = "×".join(map(str, self.shape)) or "scalar"
        return ((f"{self.name}.shape", shape), (f"{self.name}.dtype", self.dtype))


def key_of(inputs: tuple[LabInput, ...]) -> Key:
    """Return the key of a call with these inputs, in their order."""
    return tuple(entry for each in inputs for entry in each.entries())


def _checked(name: str, field: str, given: Any) -> Any:
    """Return a value of a row.

    Raises:
        RequestError: an input cannot have it.
    """
    wanted: Any
    match field:
        case "shape":
            is_list = isinstance(given, list | tuple) and len(given) <= _MOST_DIMENSIONS
            if is_list and all(map(_is_count, given)):
                return tuple(given)
            wanted = messages.WANTED_SHAPE()
        case "dtype":
            if given in DTYPES:
                return given
            wanted = either(tuple(DTYPES))
        case "distribution":
            if given in DISTRIBUTIONS:
                return given
            wanted = either(DISTRIBUTIONS)
        case "seed":
            if _is_count(given):
                return given
            wanted = messages.WANTED_SEED()
        case "value":
            if given is None or isinstance(given, bool | int | float | str):
                return given
            wanted = messages.WANTED_VALUE()
        case _:
            wanted = messages.WANTED_FIELD()
    problem = messages.INPUT_WRONG(name=name, field=field, given=shown(given), wanted=wanted)
    raise RequestError(name, problem)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63
