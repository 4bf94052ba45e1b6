"""The flags of padding, as values of a request."""

from __future__ import annotations

from typing import Any

from ...core.call.padding import PaddingMode, PaddingSide
from ...core.errors import RequestError
from ...core.messages import commands as messages


def padding_of_flags(
    mode: PaddingMode | None,
    multiple_of: int | None,
    length: int | None,
    side: PaddingSide | None,
    capacity: int | None,
    own: dict[str, Any],
) -> dict[str, Any]:
    """Return the padding that the flags mean: a number implies its mode; without ``own`` the
    default is the longest.
    """
    if multiple_of is not None and length is not None:
        raise RequestError("padding", messages.TWO_PADDINGS())
    for flag, number, meant in (
        ("--pad-to-multiple-of", multiple_of, PaddingMode.MULTIPLE),
        ("--padding-length", length, PaddingMode.FIXED),
    ):
        if number is not None and mode not in (None, meant):
            problem = messages.OTHER_PADDING(flag=flag, meant=meant.value, mode=str(mode))
            raise RequestError("padding", problem)
    values: dict[str, Any] = {}
    if mode is not None or "mode" not in own:
        values["mode"] = mode or PaddingMode.LONGEST
    if side is not None:
        values["side"] = side
    if multiple_of is not None:
        values |= {"mode": PaddingMode.MULTIPLE, "multiple_of": multiple_of}
    if length is not None:
        values |= {"mode": PaddingMode.FIXED, "length": length}
    if capacity is not None:
        values["capacity"] = capacity
    return values
