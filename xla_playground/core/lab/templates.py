"""The lab files that come with the program."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from ..paths import resource_dir


@dataclass(frozen=True)
class LabTemplate:
    """A file to begin with.

    Attributes:
        name: of its file, without the ending: ``softmax_attention``.
        title: the first line of its docstring, without the full stop.
    """

    name: str
    title: str
    path: Path

    @property
    def text(self) -> str:
        """Return what the file says."""
        return self.path.read_text("utf-8")


def lab_templates() -> tuple[LabTemplate, ...]:
    """Return the templates in the order of ``ORDER``."""
    folder = resource_dir() / "lab"
    paths = [folder / f"{name}.py" for name in ORDER]
    return tuple(LabTemplate(path.stem, _title(path), path) for path in paths if path.is_file())


#: From the guide's own example to what goes wrong.
ORDER = (
    "guide_sequential",
    "own_method",
    "keras_fit",
    "small_cnn",
    "mlp_training_step",
    "softmax_attention",
    "reduction",
    "while_loop",
    "layer_norm",
    "not_compilable",
    "cache_key",
)


def _title(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or path.stem
    return docstring.splitlines()[0].rstrip(".")
