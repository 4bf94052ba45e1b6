"""Where published figures come from."""

from __future__ import annotations

from dataclasses import dataclass

from ..messages.message import Template
from ..messages.pages import lessons as messages


@dataclass(frozen=True)
class Source:
    """A page with figures.

    Attributes:
        title: in words, with the machine.
        device: the machine.
    """

    title: Template
    device: str
    address: str


_POST = "https://huggingface.co/blog/tf-xla-generate"
_TABLE = "https://huggingface.co/spaces/joaogante/tf_xla_generate_benchmarks"

SOURCES = {
    "guide": Source(
        messages.SOURCE_GUIDE, "T4", "https://huggingface.co/docs/transformers/v4.54.1/tf_xla"
    ),
    "post": Source(messages.SOURCE_POST, "RTX 3090", _POST),
    "table_a100": Source(messages.SOURCE_TABLE_A100, "A100", _TABLE),
    "table_t4": Source(messages.SOURCE_TABLE_T4, "T4", _TABLE),
}
