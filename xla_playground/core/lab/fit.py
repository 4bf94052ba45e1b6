"""How a model of a lab file is trained."""

from __future__ import annotations

from typing import Any

from ..errors import RequestError, shown
from ..frozen import Frozen
from ..messages.pages import lab as messages
from .inputs import LabInput

_FEWEST_STEPS, _MOST_STEPS = 2, 10_000


class FitPlan(Frozen):
    """How a model is trained.

    Attributes:
        steps: batches, each of as many rows as the first input has.
        targets: what the model is to give; normal, of its output's shape, if ``None``.
    """

    loss: str = "mse"
    optimizer: str = "sgd"
    steps: int = 20
    targets: LabInput | None = None


def fit_plan(table: dict[str, Any]) -> FitPlan:
    """Return the plan that the table ``fit`` of a file describes.

    Raises:
        RequestError: it says something that cannot be.
    """
    fields: dict[str, Any] = {}
    for name, given in table.items():
        match name:
            case "loss" | "optimizer":
                is_right, wanted = isinstance(given, str), messages.WANTED_NAME()
            case "steps":
                is_right = type(given) is int and _FEWEST_STEPS <= given <= _MOST_STEPS
                wanted = messages.WANTED_STEPS()
            case "targets":
                fields[name] = LabInput(name="targets").changed(given)
                continue
            case _:
                is_right, wanted = False, messages.WANTED_FIT_FIELD()
        if not is_right:
            problem = messages.FIT_WRONG(field=str(name), given=shown(given), wanted=wanted)
            raise RequestError("fit", problem)
        fields[name] = given
    return FitPlan.model_validate(fields)
