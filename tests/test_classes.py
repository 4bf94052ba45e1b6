"""The classes of the window and its bridge: how large they are, and who emits which signal."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Signal

PACKAGE = Path(__file__).resolve().parents[1] / "xla_playground"
FILES = {
    path.relative_to(PACKAGE).as_posix(): path
    for room in ("ui", "bridge")
    for path in sorted((PACKAGE / room).rglob("*.py"))
}
#: Most public methods and properties of a class, and most signals.
METHODS, SIGNALS = 12, 6
#: Classes that are larger, and why.
LARGE = {
    "bridge/engine_thread.py EngineThread": "each kind of question to the engine has its answers",
}


def classes() -> Iterator[tuple[str, type]]:
    """Each class that a module of the window or its bridge defines, with its place."""
    for path in FILES:
        name = ".".join(("xla_playground", *Path(path).with_suffix("").parts))
        module = importlib.import_module(name.removesuffix(".__init__"))
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ == module.__name__:
                yield f"{path} {kind.__name__}", kind


def public_methods(kind: type) -> set[str]:
    """What a class itself lets others call or read, but for overrides of Qt's own methods."""
    bases = [base for base in kind.__mro__ if base.__module__.startswith("PySide6")]
    of_qt = {name for base in bases for name in dir(base)}
    kinds = (property, staticmethod, classmethod)
    own = {
        name
        for name, value in vars(kind).items()
        if inspect.isfunction(value) or isinstance(value, kinds)
    }
    # a mixin has no base of Qt: its overrides keep Qt's case
    return {name for name in own - of_qt if name.islower() and not name.startswith("_")}


def public_signals(kind: type) -> set[str]:
    """The signals that a class itself declares for others."""
    found = {name for name, value in vars(kind).items() if isinstance(value, Signal)}
    return {name for name in found if not name.startswith("_")}


def test_no_class_is_too_much_at_once() -> None:
    sizes = {place: (public_methods(kind), public_signals(kind)) for place, kind in classes()}
    assert len(sizes) > 100
    assert sizes["ui/state/form.py Form"][1] == {"changed", "problem_found", "problem_cleared"}
    large = {
        place: (sorted(methods), sorted(signals))
        for place, (methods, signals) in sizes.items()
        if len(methods) > METHODS or len(signals) > SIGNALS
    }
    assert large.keys() == LARGE.keys(), large


@cache
def tree_of(path: str) -> ast.Module:
    return ast.parse(FILES[path].read_text("utf-8"))


@cache
def signal_names() -> frozenset[str]:
    """The names of all signals that the window and its bridge declare."""
    return frozenset(
        target.id
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) == "Signal"
        for target in node.targets
        if isinstance(target, ast.Name)
    )


def emitted(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """The signals that a module emits, each with whether another signal makes it do so."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr == "emit":
            yield ast.unparse(node.func.value), False
        elif node.func.attr == "connect":
            for slot in node.args:
                if isinstance(slot, ast.Attribute) and slot.attr in signal_names():
                    yield ast.unparse(slot), True


def is_own(signal: str) -> bool:
    owner, _, name = signal.partition(".")
    return owner == "self" and "." not in name


@pytest.mark.parametrize("path", FILES)
def test_only_its_owner_emits_a_signal(path: str) -> None:
    assert [signal for signal, _ in emitted(tree_of(path)) if not is_own(signal)] == []


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith("ui/state/")])
def test_what_views_share_forwards_no_signal(path: str) -> None:
    assert [signal for signal, is_forwarded in emitted(tree_of(path)) if is_forwarded] == []


def test_signals_of_others_are_seen() -> None:
    code = "a.closed.connect(b.changed)\nb.c.emit()\nself.d.emit()\nself.e.f.emit()"
    found = dict(emitted(ast.parse(code)))
    assert found == {"b.changed": True, "b.c": False, "self.d": False, "self.e.f": False}
    assert [signal for signal in found if is_own(signal)] == ["self.d"]
