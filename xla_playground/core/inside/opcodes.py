"""Kinds of HLO opcodes, as far as costs tell them apart."""

from __future__ import annotations

#: Compute a number for each element.
ARITHMETIC = frozenset(
    {
        "abs",
        "add",
        "atan2",
        "cbrt",
        "ceil",
        "clamp",
        "cosine",
        "divide",
        "erf",
        "exponential",
        "exponential-minus-one",
        "floor",
        "log",
        "log-plus-one",
        "logistic",
        "maximum",
        "minimum",
        "multiply",
        "negate",
        "power",
        "remainder",
        "round-nearest-afz",
        "round-nearest-even",
        "rsqrt",
        "sign",
        "sine",
        "sqrt",
        "subtract",
        "tan",
        "tanh",
    }
)
#: Name a value and move nothing.
FREE = frozenset(
    {
        "add-dependency",
        "after-all",
        "async-done",
        "async-update",
        "bitcast",
        "constant",
        "copy-done",
        "get-tuple-element",
        "optimization-barrier",
        "parameter",
        "partition-id",
        "replica-id",
        "tuple",
    }
)
#: Run computations in the place where they are.
CALLING = frozenset({"async-start", "call"})
#: Read a part of their first operand.
SLICING = frozenset({"dynamic-slice", "gather", "slice"})
#: Compute what the text does not tell.
UNKNOWN = frozenset({"cholesky", "custom-call", "fft", "triangular-solve"})
