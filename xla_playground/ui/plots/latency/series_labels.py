"""Short names for specializations that are listed together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ....core.call.specialization import SpecializationKey

#: Parts that every label has, even if they are equal.
_ALWAYS = ("strategy", "shape")
#: Parts by which functions have other options.
_KINDS = ("arm", "recipe", "strategy")


def short_labels(keys: Sequence[SpecializationKey]) -> list[str]:
    """Return a label for each key: strategy, shape, and the parts that differ between the keys.

    Labels of different keys differ: an option with two values is shown, and one that only some keys
    of an arm, a recipe and a strategy have.
    """
    parts = [_parts(key) for key in keys]
    values: dict[str, set[str]] = {}
    of_kind: dict[tuple[str, ...], set[str]] = {}
    for named in parts:
        shared = of_kind.setdefault(_kind(named), set(named))
        shared &= named.keys()
        for name, text in named.items():
            values.setdefault(name, set()).add(text)

    def tells(name: str, kind: tuple[str, ...]) -> bool:
        return name in _ALWAYS or len(values[name]) > 1 or name not in of_kind[kind]

    return [
        " · ".join(text for name, text in named.items() if tells(name, _kind(named)))
        for named in parts
    ]


def _kind(named: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(named[name] for name in _KINDS)


def _parts(key: SpecializationKey) -> dict[str, str]:
    options = dict(key.options)
    strategy = str(options.pop("strategy", ""))
    for told_by_shape in ("max_new_tokens", "capacity"):
        options.pop(told_by_shape, None)
    return {
        "model": key.model.rstrip("/"),
        "arm": key.arm.value,
        "recipe": key.recipe.value,
        "precision": key.precision.value,
        "strategy": strategy,
        "shape": key.shape(),
        **{name: f"{name} {value}" for name, value in options.items()},
    }
