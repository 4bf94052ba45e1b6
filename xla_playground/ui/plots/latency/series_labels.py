"""Short names for specializations that are listed together."""

from __future__ import annotations

from collections.abc import Sequence

from ....core.call.specialization import SpecializationKey

#: Parts that every label has, even if they are equal.
_ALWAYS = ("strategy", "shape")


def short_labels(keys: Sequence[SpecializationKey]) -> list[str]:
    """Return a label for each key: strategy, shape, and the parts that differ between the keys.

    Labels of different keys differ: an option with two values is shown, and one that only some keys
    of a strategy have.
    """
    parts = [_parts(key) for key in keys]
    values: dict[str, set[str]] = {}
    of_strategy: dict[str, set[str]] = {}
    for named in parts:
        shared = of_strategy.setdefault(named["strategy"], set(named))
        shared &= named.keys()
        for name, text in named.items():
            values.setdefault(name, set()).add(text)

    def tells(name: str, strategy: str) -> bool:
        is_shared = name in of_strategy[strategy]
        return name in _ALWAYS or len(values[name]) > 1 or not is_shared

    return [
        " · ".join(t for name, t in named.items() if tells(name, named["strategy"]))
        for named in parts
    ]


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
