"""The call that a stored specialization must repeat before it is trusted."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from ..core.options import GenerationOptions
from .call_inputs import Arrays
from .specializations import Call

#: New tokens of a shortened check: enough to go through the prompt and round the loop.
_SHORT = 8
_TOKENS = "tokens"


@dataclass(frozen=True)
class CheckCall:
    """A call and what came of it.

    Attributes:
        arrays: the inputs of ``generate``.
        options: with which it was called.
        tokens: the token ids that it returned, int32 of shape (sequences, length).
    """

    arrays: Arrays
    options: GenerationOptions
    tokens: NDArray[np.int32]

    def is_of(self, arrays: Arrays, options: GenerationOptions) -> bool:
        """Whether a call with these inputs and options is this very call."""
        return (
            options == self.options
            and arrays.keys() == self.arrays.keys()
            and all(np.array_equal(arrays[name], self.arrays[name]) for name in arrays)
        )

    def is_repeated_by(self, call: Call, as_tensor: Any) -> bool:
        """Whether ``call`` gives the same tokens again.

        A search that takes token after token gives the same first ones however many follow, so
        few are computed there; the last of them may be a forced end.
        """
        options, tokens = self.options, self.tokens
        left_out = options.new_tokens - _SHORT
        if left_out > 0 and not options.strategy.has_beams:
            options = options.model_copy(update={"max_new_tokens": _SHORT})
            tokens = tokens[:, : -left_out - 1]
        inputs = {name: as_tensor(value) for name, value in self.arrays.items()}
        output = call(inputs, options)[:, : tokens.shape[1]]
        return np.array_equal(output, tokens)

    def to_parts(self) -> dict[str, bytes]:
        """As parts of a stored entry."""
        stream = io.BytesIO()
        np.savez(stream, allow_pickle=False, **{_TOKENS: self.tokens}, **self.arrays)
        return {
            "check.npz": stream.getvalue(),
            "check.json": self.options.model_dump_json().encode(),
        }

    @classmethod
    def from_parts(cls, parts: Mapping[str, bytes]) -> CheckCall:
        """What ``to_parts`` gave.

        Raises:
            KeyError, ValueError: it is something else.
        """
        try:
            with np.load(io.BytesIO(parts["check.npz"]), allow_pickle=False) as arrays:
                values = dict(arrays)
        except BadZipFile as error:
            raise ValueError(str(error)) from None
        tokens = values.pop(_TOKENS)
        return cls(values, GenerationOptions.model_validate_json(parts["check.json"]), tokens)
