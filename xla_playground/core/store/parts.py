"""The parts that a stored specialization depends on, and the first in which two differ."""

from __future__ import annotations

from collections.abc import Mapping

#: The clause for a difference in each part; {old} and {new} are the two values, long ones are not
#: shown.
_DIFFERENCES = {
    "model": "it was stored for other weights or another tokenizer",
    "xla_playground": "it was stored by version {old}, this is {new}",
    "code": "it was stored by another state of this program's code",
    "rewrites": "it was traced with other rewrites",
    "tensorflow": "it was stored with TensorFlow {old}, this is {new}",
    "transformers": "it was stored with Transformers {old}, this is {new}",
    "devices": "it was stored on another device",
    "processor": "it was stored on another processor",
    "threads": "it was stored for {old} processors, this process has {new}",
    "xla_flags": "it was stored with XLA_FLAGS={old}, now it is {new}",
    "tf_xla_flags": "it was stored with TF_XLA_FLAGS={old}, now it is {new}",
    "environment": "it was stored with other variables of TensorFlow's environment",
}
#: The reason for entries of version 0.1.0, which name no parts.
UNKNOWN = "it was stored by another version, on another machine or for other weights"


def difference(old: Mapping[str, str], new: Mapping[str, str]) -> str | None:
    """Return the first part in which two differ, as a clause, or ``None`` if they are equal.

    Args:
        old: the parts of a stored specialization, empty if it names none.
        new: the parts of this process; parts that it does not name are not compared.
    """
    if not old:
        return UNKNOWN
    for name, text in _DIFFERENCES.items():
        if name in new and old.get(name) != new[name]:
            return text.format(old=old.get(name) or "nothing", new=new[name] or "nothing")
    return None
