"""The parts that a stored specialization depends on, and the first in which two differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..messages import store as messages
from ..messages.message import Message

#: What is said of a difference, from the old value and the new one. Long values are not shown.
_DIFFERENCES: dict[str, Callable[[str | Message, str | Message], Message]] = {
    "model": lambda old, new: messages.OTHER_WEIGHTS(),
    "xla_playground": lambda old, new: messages.OTHER_VERSION(old=old, new=new),
    "code": lambda old, new: messages.OTHER_CODE(),
    "rewrites": lambda old, new: messages.OTHER_REWRITES(),
    "tensorflow": lambda old, new: messages.OTHER_TENSORFLOW(old=old, new=new),
    "transformers": lambda old, new: messages.OTHER_TRANSFORMERS(old=old, new=new),
    "devices": lambda old, new: messages.OTHER_DEVICE(),
    "processor": lambda old, new: messages.OTHER_PROCESSOR(),
    "threads": lambda old, new: messages.OTHER_THREADS(old=old, new=new),
    "xla_flags": lambda old, new: messages.OTHER_FLAGS(name="XLA_FLAGS", old=old, new=new),
    "tf_xla_flags": lambda old, new: messages.OTHER_FLAGS(name="TF_XLA_FLAGS", old=old, new=new),
    "environment": lambda old, new: messages.OTHER_VARIABLES_SET(),
}
#: The reason for entries of version 0.1.0, which name no parts.
UNKNOWN = messages.OTHER_SURROUNDINGS()


def difference(old: Mapping[str, str], new: Mapping[str, str]) -> Message | None:
    """Return the first part in which two differ, as a clause, or ``None`` if they are equal.

    Args:
        old: the parts of a stored specialization, empty if it names none.
        new: the parts of this process; parts that it does not name are not compared.
    """
    if not old:
        return UNKNOWN
    for name, said_of in _DIFFERENCES.items():
        if name in new and old.get(name) != new[name]:
            nothing = messages.NOTHING()
            return said_of(old.get(name) or nothing, new[name] or nothing)
    return None
