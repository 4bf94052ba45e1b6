"""A stored specialization that is of no use says which of its parts is another."""

from __future__ import annotations

import pytest

from xla_playground.core.store.parts import UNKNOWN, difference

HERE = {
    "model": "ab12",
    "tensorflow": "2.21.1",
    "processor": "new",
    "xla_flags": "",
    "threads": "2",
}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"tensorflow": "2.21.0"}, "it was stored with TensorFlow 2.21.0, this is 2.21.1"),
        ({"processor": "old"}, "it was stored on another processor"),
        ({"xla_flags": "--a=1"}, "it was stored with XLA_FLAGS=--a=1, now it is nothing"),
        ({"model": "cd34"}, "it was stored for other weights or another tokenizer"),
        ({"model": "cd34", "threads": "4"}, "it was stored for other weights or another tokenizer"),
        ({"rewrites": "keys in place"}, None),  # of which nothing is known here
    ],
)
def test_the_first_part_that_differs_is_named(changes: dict[str, str], reason: str | None) -> None:
    found = difference(HERE | changes, HERE)
    assert (found.text if found else None) == reason


def test_entries_of_version_0_1_0_name_no_parts() -> None:
    assert difference({}, HERE) == UNKNOWN
