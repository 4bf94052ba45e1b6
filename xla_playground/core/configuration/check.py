"""Check every field of a configuration before Transformers sees it.

Each field is honoured, without influence, or refused unless it is neutral (``core.fields.table``);
a field that no class of the family reads is ignored with a notice.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from ..errors import CheckpointError, shown
from ..fields.lists import CHECKED, GENERATION, Fields
from ..fields.table import FIELDS
from ..messages.message import Message, named
from ..messages.models import configuration as messages
from .families import FAMILIES
from .relations import check_relations
from .rope import ROPE_FIELDS, rope_theta

_MAX_NAMED = 8  # unknown fields in a notice
_WITH_ROPE = ("mistral", "llama")


@dataclass(frozen=True)
class Configuration:
    """A configuration that can be computed.

    Attributes:
        entries: the arguments of Transformers' class: honoured fields and those of generation, each
            under the name that the class reads.
        notices: sentences on the fields that were ignored.
    """

    entries: dict[str, Any]
    notices: tuple[Message, ...] = ()


def check_configuration(config: dict[str, Any], *, place: str = "config.json") -> Configuration:
    """Check the ``config.json`` of a supported family, and return the entries that count.

    Notices name ``place``: each folder has its own.

    Raises:
        CheckpointError: a field asks for what cannot be computed; the sentence names it.
    """
    family = config["model_type"]
    fields = FIELDS[family]
    config = _under_one_name(config, fields)
    for name, value in config.items():
        if isinstance(value, float) and not math.isfinite(value):
            problem = messages.NOT_FINITE_ENTRY(name=_bare(name), value=str(value))
            raise CheckpointError(problem)
        _check_field(family, name, value)
    entries = {
        name: value
        for name, value in config.items()
        if name in fields.honoured or name in GENERATION
    }
    is_forced = entries.pop("force_bos_token_to_be_generated", False)
    if family == "bart" and is_forced and entries.get("forced_bos_token_id") is None:
        # as BartConfig understands the older name, with a warning
        entries["forced_bos_token_id"] = entries.get("bos_token_id", 0)
    if family in _WITH_ROPE:
        entries["rope_theta"] = rope_theta(config)
    check_relations(config)
    return Configuration(entries, _ignored(family, config, place))


def _under_one_name(config: dict[str, Any], fields: Fields) -> dict[str, Any]:
    """Rename alternative field names to the main name; refuse a field with two different values."""
    renamed = dict(config)
    for other, name in fields.other_names.items():
        if other not in renamed:
            continue
        value = renamed.pop(other)
        if renamed.setdefault(name, value) != value:
            raise CheckpointError(
                messages.TWO_NAMES(
                    name=name, value=shown(renamed[name]), other_name=other, other=shown(value)
                )
            )
    return renamed


def _check_field(family: str, name: str, value: Any) -> None:
    fields = FIELDS[family]
    kind = fields.honoured.get(name) or CHECKED.get(name)
    if kind is not None and not kind.accepts(value):
        problem = messages.NOT_THE_KIND(name=name, value=shown(value), kind=kind.says)
        raise CheckpointError(problem)
    neutral = fields.refused.get(name)
    if neutral is not None and not neutral.kind.accepts(value):
        raise CheckpointError(
            messages.NOT_NEUTRAL(
                name=name,
                value=shown(value),
                model_class=FAMILIES[family].model_class,
                why=neutral.why,
                kind=neutral.kind.says,
            )
        )


def _ignored(family: str, config: dict[str, Any], place: str) -> tuple[Message, ...]:
    """Return a notice that names the fields that no class of the family reads, if there are any."""
    fields = FIELDS[family]
    known = {*fields.honoured, *fields.without_influence, *fields.refused, *GENERATION}
    if family in _WITH_ROPE:
        known |= ROPE_FIELDS
    # null sets nothing
    names = [
        _bare(name) for name, value in config.items() if name not in known and value is not None
    ]
    if not names:
        return ()
    listed = named(names, _MAX_NAMED)
    label = FAMILIES[family].label
    return (messages.IGNORED_FIELDS(place=place, family=label, fields=listed),)


def _bare(name: str) -> str:
    """Return an untrusted name in printable form, without quotes, for a sentence."""
    return shown(name)[1:-1]
