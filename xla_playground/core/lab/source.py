"""Read a lab file without running it: what to run, and with which inputs; see the package."""

from __future__ import annotations

import ast
import json
import warnings
from dataclasses import dataclass, field
from typing import Any

from ..errors import RequestError
from ..messages.message import Message
from ..messages.pages import lab as messages
from .fit import FitPlan, fit_plan
from .inputs import LabInput
from .report import LabProblem

#: Names at the top level that the lab reads.
FUNCTION, MODEL, INPUTS, CALLS, FIT = "function", "model", "inputs", "calls", "fit"
_MOST_CALLS = 100


class LabFileError(RequestError):
    """A lab file that cannot be run; ``problem`` has the line."""

    def __init__(self, message: Message, line: int | None = None) -> None:
        self.problem = LabProblem(line=line, message=message)
        super().__init__("lab", self.problem.sentence)
        self.args = (message, line)


@dataclass(frozen=True)
class LabFile:
    """What a file says.

    Attributes:
        target: the name of what is run.
        is_function: whether it is a function; else a value, as a Keras model.
        line: where it begins.
        return_line: where the function's last ``return`` is, or where it begins.
        inputs: of the first call, in the order of the signature.
        calls: the inputs of each call of a sequence; those of the first alone without one.
        fit: how a model is trained.
    """

    target: str
    is_function: bool
    line: int
    return_line: int
    inputs: tuple[LabInput, ...]
    calls: tuple[tuple[LabInput, ...], ...]
    fit: FitPlan = field(default_factory=FitPlan)


def read_lab(text: str) -> LabFile:
    """Return what a file says.

    Raises:
        LabFileError: it is not valid, with the line.
    """
    tree = parsed(text)
    functions = {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef)}
    values = _assigned(tree)
    target = _target(functions, values)
    node = functions.get(target) or values[target]
    parameters = _parameters(functions[target]) if target in functions else None
    if parameters is None:
        parameters = (LabInput(name="x", shape=_model_shape(tree)),)
    inputs = _with_table(parameters, values.get(INPUTS), is_model=target not in functions)
    return LabFile(
        target=target,
        is_function=target in functions,
        line=node.lineno,
        return_line=_return_line(node),
        inputs=inputs,
        calls=_calls(inputs, values.get(CALLS)),
        fit=_fit(values.get(FIT)),
    )


def parsed(text: str) -> ast.Module:
    """Return the syntax tree of a file.

    Raises:
        LabFileError: it is not Python.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except SyntaxError as error:
        why = error.msg or "invalid syntax"
        raise LabFileError(messages.SYNTAX_WRONG(why=why), error.lineno or 1) from None
    except (ValueError, RecursionError, MemoryError) as error:  # NUL, or nested too deeply
        why = str(error).split("\n")[0] or type(error).__name__
        raise LabFileError(messages.SYNTAX_WRONG(why=why), 1) from None


def with_inputs(text: str, inputs: tuple[LabInput, ...]) -> str:
    """Return a file with another table of inputs: in the place of its own, or above its function.

    Raises:
        LabFileError: it is not Python.
    """
    written = [f"{INPUTS} = {{", *map(_written, inputs), "}"]
    tree, lines = parsed(text), text.split("\n")
    for node in tree.body:
        if INPUTS in assigned_names(node):
            end = node.end_lineno or node.lineno
            return "\n".join([*lines[: node.lineno - 1], *written, *lines[end:]])
    places = [
        min([node.lineno, *(each.lineno for each in node.decorator_list)])
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]
    place = min(places, default=len(lines) + 1) - 1
    return "\n".join([*lines[:place], *written, "", "", *lines[place:]])


def _written(given: LabInput) -> str:
    """Return the line of an input in the table."""
    row = ", ".join(f'"{name}": {_quoted(value)}' for name, value in given.row().items())
    return f'    "{given.name}": {{{row}}},'


def _quoted(value: object) -> str:
    return json.dumps(value) if isinstance(value, str) else repr(value)


# ------------------------------------------------------------------ what is run


def assigned_names(node: ast.stmt) -> list[str]:
    """Return the names that a statement assigns."""
    if isinstance(node, ast.Assign):
        return [each.id for each in node.targets if isinstance(each, ast.Name)]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    return []


def _assigned(tree: ast.Module) -> dict[str, ast.Assign | ast.AnnAssign]:
    return {
        name: node
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for name in assigned_names(node)
    }


def _target(functions: dict[str, Any], values: dict[str, Any]) -> str:
    for name in (FUNCTION, MODEL):
        if name in functions or name in values:
            return name
    public = [name for name in functions if not name.startswith("_")]
    if len(public) == 1:
        return public[0]
    if public:
        line = functions[public[1]].lineno
        raise LabFileError(messages.SEVERAL_TO_RUN(names=tuple(public)), line)
    raise LabFileError(messages.NOTHING_TO_RUN())


def _return_line(node: ast.stmt) -> int:
    returns = [each.lineno for each in ast.walk(node) if isinstance(each, ast.Return)]
    return max(returns, default=node.lineno)


def _parameters(function: ast.FunctionDef) -> tuple[LabInput, ...]:
    """Return the inputs that a signature asks for, by its annotations and defaults."""
    given = function.args
    plain = [*given.posonlyargs, *given.args]
    defaults: list[ast.expr | None] = [None] * (len(plain) - len(given.defaults))
    defaults += given.defaults
    pairs = list(zip([*plain, *given.kwonlyargs], [*defaults, *given.kw_defaults], strict=True))
    return tuple(_parameter(argument, default) for argument, default in pairs)


def _parameter(argument: ast.arg, default: ast.expr | None) -> LabInput:
    plain = LabInput(name=argument.arg)
    if default is not None:
        try:
            return plain.changed({"value": ast.literal_eval(default)})
        except (ValueError, RequestError):
            return plain
    kind = argument.annotation.id if isinstance(argument.annotation, ast.Name) else ""
    values = {"int": 1, "float": 1.0, "bool": True, "str": ""}
    return plain.changed({"value": values[kind]}) if kind in values else plain


def _model_shape(tree: ast.Module) -> tuple[int, ...]:
    """Return 16 rows of the shape that a model says its inputs have; (16, 10) if it says none."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        given = [each.value for each in node.keywords if each.arg in ("input_shape", "shape")]
        if called in ("Input", "InputLayer"):
            given += node.args[:1]
        for value in given:
            try:
                shape = ast.literal_eval(value)
            except ValueError:
                continue
            if isinstance(shape, tuple) and all(isinstance(size, int) for size in shape):
                return (16, *shape)
    return (16, 10)


# ------------------------------------------------------------------ tables


def _literal(node: ast.Assign | ast.AnnAssign, name: str, kind: type) -> Any:
    try:
        found = ast.literal_eval(node.value) if node.value is not None else None
    except (ValueError, TypeError, RecursionError, MemoryError, SyntaxError):
        found = None
    if not isinstance(found, kind):
        raise LabFileError(messages.NOT_A_LITERAL(name=name), node.lineno)
    return found


def _with_table(
    parameters: tuple[LabInput, ...],
    node: ast.Assign | ast.AnnAssign | None,
    *,
    is_model: bool,
) -> tuple[LabInput, ...]:
    if node is None:
        return parameters
    table = _literal(node, INPUTS, dict)
    if not all(isinstance(name, str) for name in table):
        raise LabFileError(messages.INPUT_NOT_NAMED(table=INPUTS), node.lineno)
    if is_model and table:
        parameters = tuple(LabInput(name=name) for name in table)
    return _changed(parameters, table, node.lineno)


def _changed(
    inputs: tuple[LabInput, ...], table: dict[str, Any], line: int
) -> tuple[LabInput, ...]:
    by_name = {each.name: each for each in inputs}
    for name, row in table.items():
        if name not in by_name:
            names = tuple(by_name) or ("none",)
            raise LabFileError(messages.INPUT_UNKNOWN(name=str(name), names=names), line)
        try:
            by_name[name] = by_name[name].changed(row)
        except RequestError as error:
            raise LabFileError(error.message, line) from None
    return tuple(by_name.values())


def _calls(
    inputs: tuple[LabInput, ...], node: ast.Assign | ast.AnnAssign | None
) -> tuple[tuple[LabInput, ...], ...]:
    if node is None:
        return (inputs,)
    rows = _literal(node, CALLS, list)[:_MOST_CALLS]
    if not all(isinstance(row, dict) for row in rows):
        raise LabFileError(messages.INPUT_NOT_NAMED(table=CALLS), node.lineno)
    return tuple(_changed(inputs, row, node.lineno) for row in rows) or (inputs,)


def _fit(node: ast.Assign | ast.AnnAssign | None) -> FitPlan:
    if node is None:
        return FitPlan()
    try:
        return fit_plan(_literal(node, FIT, dict))
    except LabFileError:
        raise
    except RequestError as error:
        raise LabFileError(error.message, node.lineno) from None
