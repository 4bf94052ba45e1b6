"""Find the line of the user's file at which something failed."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator

from ...core.errors import first_line
from ...core.lab.report import LabProblem
from ...core.messages.message import Message, named
from ...core.messages.pages import lab as messages
from ...core.units import format_bytes

#: An operation for which XLA has no kernel, in TensorFlow's message.
_UNSUPPORTED = re.compile(r"(\w+) \(No registered '\w+' OpKernel for XLA")
_OPERATION_TYPE = re.compile(r"\s*\[Op:\w+\].*$")
_NODE = re.compile(r"\{\{.*?\}\}\s*")


class NoTensor(Exception):
    """A function returned no tensor; the argument is the type that it returned."""


def problem_of(
    error: BaseException, file: str, *, return_line: int, memory_bytes: int
) -> LabProblem:
    """Return what failed in one sentence, with the line of ``file``.

    Args:
        return_line: of the function that is run.
        memory_bytes: what the process may take.
    """
    message = _message(error, memory_bytes)
    line = return_line if isinstance(error, NoTensor) else line_of(error, file)
    return LabProblem(line=line, message=message)


def line_of(error: BaseException, file: str) -> int | None:
    """Return the innermost line of ``file`` at which ``error`` was raised.

    By its traceback; by the places that AutoGraph and TensorFlow write into their messages if the
    code was traced, since the traceback of such an error ends in TensorFlow's own code.
    """
    if isinstance(error, SyntaxError):
        return error.lineno
    written = [int(n) for text in _texts(error) for n in _places(text, file)]
    frames = [
        frame.lineno
        for each in _chain(error)
        for frame in traceback.extract_tb(each.__traceback__)
        if frame.filename == file and frame.lineno is not None
    ]
    found = written or frames
    return found[-1] if found else None


def _places(text: str, file: str) -> list[str]:
    return re.findall(rf'File "{re.escape(file)}", line (\d+)', text)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield the causes of an error, and the error last."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _chain(before)
    yield error


def _texts(error: BaseException) -> Iterator[str]:
    """Yield where an error says that it came from: AutoGraph's frames, and its own text."""
    metadata = getattr(error, "ag_error_metadata", None)
    for frame in reversed(getattr(metadata, "translated_stack", None) or ()):
        yield f'File "{frame.filename}", line {frame.lineno}'
    yield str(error)


def _message(error: BaseException, memory_bytes: int) -> Message:
    text = str(error)
    kind = type(error).__name__
    if isinstance(error, NoTensor):
        return messages.NO_TENSOR(kind=text)
    if isinstance(error, SystemExit):
        return messages.CODE_EXITED(call="sys.exit")
    if isinstance(error, MemoryError) or kind == "ResourceExhaustedError":
        return messages.OUT_OF_MEMORY(limit=format_bytes(memory_bytes))
    if isinstance(error, ModuleNotFoundError) and error.name:
        return messages.NO_PACKAGE(name=error.name)
    if operations := list(dict.fromkeys(_UNSUPPORTED.findall(text))):
        return messages.NO_KERNEL(operations=named(operations, 3))
    if isinstance(error, SyntaxError):
        return messages.SYNTAX_WRONG(why=error.msg or "invalid syntax")
    return messages.CODE_RAISED(kind=kind, why=_why(error, text))


def _why(error: BaseException, text: str) -> str:
    """Return the line of an error's text that says what happened."""
    if text.lstrip().startswith("in user code:"):  # AutoGraph's: frames first
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        reason = next((line for line in lines if re.match(r"\w*(Error|Exception)\b.*: ", line)), "")
        return (reason.partition(": ")[2] or lines[-1])[:200]
    why = first_line(error) if isinstance(error, Exception) else kind_only(error)
    return _OPERATION_TYPE.sub("", _NODE.sub("", why)).strip() or type(error).__name__


def kind_only(error: BaseException) -> str:
    """Return the text of an exception that is no ``Exception``, or its type."""
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
