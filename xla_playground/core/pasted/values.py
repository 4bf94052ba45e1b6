"""What an expression of pasted code can be: a literal, or one of the objects that are known."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..call.request import Arm, Recipe

_MOST_SHOWN = 60


@dataclass(frozen=True)
class Unknown:
    """A value that is no literal in the text; ``node`` is how it is written there."""

    node: ast.AST

    @property
    def code(self) -> str:
        """Return the code on one line, cut if it is long."""
        line = " ".join(ast.unparse(self.node).split())
        return line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1]}…"


@dataclass(frozen=True)
class Same:
    """A method that returns its object, as ``to`` and ``cuda`` do."""

    owner: Any


class Parts(list[Any]):
    """A list or a tuple.

    Attributes:
        leaves: how many values it has when lists within it are opened. A short text can name one
            list in another again and again, and so have more than could be counted.
    """

    def __init__(self, parts: Iterable[Any]) -> None:
        super().__init__(parts)
        self.leaves = sum(map(leaves, self))


@dataclass(frozen=True)
class Each:
    """A variable that takes several values in turn, in a loop or in a comprehension."""

    values: Parts
    is_loop: bool

    @property
    def leaves(self) -> int:
        """See ``Parts.leaves``."""
        return self.values.leaves


@dataclass(frozen=True)
class Chat:
    """Prompts that were put into a chat template."""

    prompts: Any

    @property
    def leaves(self) -> int:
        """See ``Parts.leaves``."""
        return leaves(self.prompts)


@dataclass(frozen=True)
class Loaded:
    """A model or a tokenizer, or a pipeline of both, which can be called."""

    name: Any
    class_name: str
    is_pipeline: bool = False
    arguments: tuple[str, ...] = ()

    @property
    def is_model(self) -> bool:
        """Return whether it is more than a tokenizer or a processor."""
        kinds = ("Tokenizer", "TokenizerFast", "Processor", "FeatureExtractor", "Config")
        return not self.class_name.endswith(kinds)

    def has(self, name: str) -> bool:
        """Return whether it was loaded with an argument that was not False or None."""
        return name in self.arguments


@dataclass(frozen=True)
class Tokens:
    """What a tokenizer returns: its prompts, and the arguments that it was given."""

    prompts: Any
    arguments: dict[str, Any] = field(default_factory=dict)

    @property
    def leaves(self) -> int:
        """See ``Parts.leaves``."""
        return leaves(self.prompts)


@dataclass(frozen=True)
class Function:
    """A function that generates.

    Attributes:
        arm, recipe: how it does, ``None`` for a plain ``model.generate``.
        capacity: of ``fast_generate``.
    """

    arm: Arm | None = None
    recipe: Recipe | None = None
    capacity: Any = None


class Config(dict[str, Any]):
    """The entries of a ``GenerationConfig``."""


@dataclass(frozen=True)
class GenerateCall:
    """A call of a function that generates."""

    function: Function
    positional: tuple[Any, ...]
    named: dict[str, Any]


def leaves(value: Any) -> int:
    """Return how many values a value has when its lists are opened, see ``Parts.leaves``."""
    found: int = getattr(value, "leaves", 1)
    return found


def flattened(prompts: Any) -> Iterator[Any]:
    """Yield the single prompts of what a tokenizer was given, those of loops and chats as well."""
    match prompts:
        case list() | tuple():
            for prompt in prompts:
                yield from flattened(prompt)
        case Each(values=values):
            yield from flattened(values)
        case Chat(prompts=inner) | Tokens(prompts=inner):
            yield from flattened(inner)
        case _:
            yield prompts


def holds(value: Any, kind: type, **attributes: Any) -> bool:
    """Return whether a value has an object of a kind among what ``flattened`` opens."""
    if isinstance(value, kind):
        return all(getattr(value, name) == wanted for name, wanted in attributes.items())
    match value:
        case list() | tuple():
            return any(holds(one, kind, **attributes) for one in value)
        case Each(values=values):
            return holds(values, kind, **attributes)
        case Chat(prompts=inner) | Tokens(prompts=inner):
            return holds(inner, kind, **attributes)
        case _:
            return False
