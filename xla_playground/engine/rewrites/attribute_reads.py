"""Find out from the code of a class whether its methods read an attribute."""

from __future__ import annotations

import dis
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from types import CodeType, FunctionType

#: Methods that run once for each object, before it is used: the values that they derive are
#: attributes, too.
_BEFORE_USE = ("__init__", "build")
#: Packages whose classes read no attribute of a model's layer.
_OF_LIBRARIES = ("tf_keras", "keras", "tensorflow", "builtins")


@cache
def reads_attribute(kind: type, name: str) -> bool:
    """Return whether a method of ``kind`` may read the attribute ``name`` of any object.

    Helpers of the class's module and nested functions count; so does the name as a string, which
    may be an argument of ``getattr``.
    """
    return any(_reads(code, name) for code in _codes_of(kind))


def _codes_of(kind: type) -> Iterator[CodeType]:
    seen: set[CodeType] = set()
    for base in kind.__mro__:
        if base.__module__.partition(".")[0] in _OF_LIBRARIES:
            continue
        helpers = vars(sys.modules[base.__module__])
        for name, member in vars(base).items():
            if name not in _BEFORE_USE:
                yield from _with_helpers(_function_of(member), helpers, seen)


def _with_helpers(
    function: FunctionType | None, helpers: Mapping[str, object], seen: set[CodeType]
) -> Iterator[CodeType]:
    """Yield the code of a function, of its nested functions, and of helpers that they name."""
    waiting = [] if function is None else [function.__code__]
    while waiting:
        code = waiting.pop()
        if code in seen:
            continue
        seen.add(code)
        yield code
        waiting += [constant for constant in code.co_consts if isinstance(constant, CodeType)]
        named = (_function_of(helpers.get(name)) for name in code.co_names)
        waiting += [helper.__code__ for helper in named if helper is not None]


def _function_of(member: object) -> FunctionType | None:
    if isinstance(member, property):
        member = member.fget
    if isinstance(member, staticmethod | classmethod):
        member = member.__func__
    function = inspect.unwrap(member) if callable(member) else None
    return function if isinstance(function, FunctionType) else None


def _reads(code: CodeType, name: str) -> bool:
    if name in code.co_consts:
        return True
    return any(
        step.argval == name and step.opname in ("LOAD_ATTR", "LOAD_METHOD")
        for step in dis.get_instructions(code)
    )
