"""Execute the user's file, anew for each arm, so that every arm begins with the same weights."""

from __future__ import annotations

import linecache
import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from ...core.lab.inputs import LabInput
from ...core.lab.report import LabProblem
from ...core.lab.source import LabFile
from ...core.messages.pages import lab as messages

#: The name of the user's module: ``if __name__ == "__main__"`` is not entered.
_MODULE = "lab_file"
_SEED = 0


class NotCallable(Exception):
    """What is to be run cannot be called; the problem says so."""

    def __init__(self, problem: LabProblem) -> None:
        super().__init__(problem.sentence.text)
        self.problem = problem


class UserCode:
    """The user's file.

    Attributes:
        name: by which tracebacks name it.
        file: what it says.
    """

    def __init__(self, name: str, folder: str, text: str, file: LabFile) -> None:
        self.name, self.file = name, file
        self._folder = folder
        self._code = compile(text, name, "exec", dont_inherit=True)
        lines = text.splitlines(keepends=True)
        # AutoGraph and tracebacks read the source here; without a time it is not looked for on disk
        linecache.cache[name] = (len(text), None, lines, name)

    def load(self, tf: Any) -> Any:
        """Execute the file and return what is to be run; random numbers begin anew.

        What the code raises is raised.

        Raises:
            NotCallable: it is none that can be called.
        """
        random.seed(_SEED)
        np.random.seed(_SEED)
        tf.keras.utils.set_random_seed(_SEED)
        module = ModuleType(_MODULE)
        if self._folder:
            # the whole path: AutoGraph reads a module's file again if functions have its very name
            module.__file__ = str(Path(self._folder, self.name))
        sys.modules[_MODULE] = module
        exec(self._code, module.__dict__)
        target = getattr(module, self.file.target, None)
        if not callable(target):
            kind = type(target).__name__
            message = messages.TARGET_NOT_CALLABLE(name=self.file.target, kind=kind)
            raise NotCallable(LabProblem(line=self.file.line, message=message))
        return target

    def caller(self, tf: Any, inputs: tuple[LabInput, ...]) -> Callable[[Any], Any]:
        """Return what calls a function with ``inputs``; their tensors are made once."""
        if self.file.is_function:
            given = {each.name: tensor(tf, each) for each in inputs}
            return lambda function: function(**given)
        values = [tensor(tf, each) for each in inputs]
        whole = values[0] if len(values) == 1 else values
        return lambda function: function(whole)


def tensor(tf: Any, given: LabInput) -> Any:
    """Return an input as it is handed on: a tensor, or a Python value."""
    if given.is_value:
        return given.value
    return tf.cast(tf.constant(given.array()), given.dtype)


def is_model(target: object) -> bool:
    """Return whether it is a model of Keras, of any version."""
    return all(hasattr(target, name) for name in ("fit", "predict", "compile", "get_weights"))
