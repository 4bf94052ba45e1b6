"""The lab files that come with the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..messages.message import Template
from ..messages.pages import lab as messages
from ..paths import resource_dir


@dataclass(frozen=True)
class LabTemplate:
    """A file to begin with.

    Attributes:
        name: of its file, without the ending: ``softmax_attention``.
        title: the first line of its docstring, without the full stop, in the language of messages.
    """

    name: str
    title: str
    path: Path

    @property
    def text(self) -> str:
        """Return what the file says."""
        return self.path.read_text("utf-8")


def lab_templates() -> tuple[LabTemplate, ...]:
    """Return the templates in the order of ``TITLES``."""
    folder = resource_dir() / "lab"
    found = ((folder / f"{name}.py", title) for name, title in TITLES.items())
    return tuple(LabTemplate(path.stem, title().text, path) for path, title in found)


#: Their titles by name, from the guide's own example to what goes wrong.
TITLES: dict[str, Template] = {
    "guide_sequential": messages.TEMPLATE_GUIDE_SEQUENTIAL,
    "own_method": messages.TEMPLATE_OWN_METHOD,
    "keras_fit": messages.TEMPLATE_KERAS_FIT,
    "small_cnn": messages.TEMPLATE_SMALL_CNN,
    "mlp_training_step": messages.TEMPLATE_MLP_TRAINING_STEP,
    "softmax_attention": messages.TEMPLATE_SOFTMAX_ATTENTION,
    "reduction": messages.TEMPLATE_REDUCTION,
    "while_loop": messages.TEMPLATE_WHILE_LOOP,
    "layer_norm": messages.TEMPLATE_LAYER_NORM,
    "not_compilable": messages.TEMPLATE_NOT_COMPILABLE,
    "cache_key": messages.TEMPLATE_CACHE_KEY,
}
