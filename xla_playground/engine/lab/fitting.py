"""Train a model and ask it, with ``jit_compile`` off and on, the first step apart."""

from __future__ import annotations

import importlib
import time
from collections.abc import Sequence
from typing import Any

import numpy as np

from ...core.lab.inputs import LabInput
from ...core.lab.report import LabFit
from .loading import UserCode

FIT = "fit"
METHODS = (FIT, "predict")


def steps_of(tf: Any, code: UserCode, method: str, *, is_compiled: bool) -> LabFit:
    """Return what the steps of a method took, of a model with its first weights.

    What Keras raises is raised.
    """
    model = code.load(tf)
    plan = code.file.fit
    inputs = code.file.inputs
    batch = inputs[0].shape[0] if inputs[0].shape else 1
    given = [_rows(each, plan.steps) for each in inputs]
    x = given[0] if len(given) == 1 else given
    model(tf.nest.map_structure(lambda rows: tf.constant(rows[:batch]), x))  # builds its weights
    model.compile(optimizer=plan.optimizer, loss=plan.loss, jit_compile=is_compiled)
    clock = _clock(model)
    shared: dict[str, Any] = {"batch_size": batch, "verbose": 0, "callbacks": [clock]}
    if method == FIT:
        model.fit(x, _targets(model, x, code, batch), epochs=1, shuffle=False, **shared)
    else:
        model.predict(x, **shared)
    return LabFit(
        method=method,
        is_compiled=is_compiled,
        first_ns=clock.steps_ns[0],
        steps_ns=tuple(clock.steps_ns[1:]),
        losses=tuple(clock.losses),
    )


def _rows(given: LabInput, steps: int) -> Any:
    """Return rows for as many steps."""
    shape = given.shape or (1,)
    return given.model_copy(update={"shape": (shape[0] * steps, *shape[1:])}).array()


def _targets(model: Any, x: Any, code: UserCode, batch: int) -> Any:
    plan = code.file.fit
    if plan.targets is not None:
        return _rows(plan.targets, plan.steps)
    one: Sequence[Any] | Any = [rows[:batch] for rows in x] if isinstance(x, list) else x[:batch]
    shape = tuple(np.shape(model(one)))
    return _rows(LabInput(name="targets", shape=shape, seed=1), plan.steps)


def _clock(model: Any) -> Any:
    """Return a callback of the model's own Keras that times each step."""
    keras = importlib.import_module(_keras_of(model))

    class Clock(keras.callbacks.Callback):  # type: ignore[misc, name-defined]  # of either Keras
        def __init__(self) -> None:
            super().__init__()
            self.steps_ns: list[int] = []
            self.losses: list[float] = []
            self._start = 0

        def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:
            self.model.reset_metrics()  # a loss is that of its step, no mean of the epoch
            self._start = time.perf_counter_ns()

        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            self.losses.append(float((logs or {}).get("loss", "nan")))
            self.steps_ns.append(time.perf_counter_ns() - self._start)

        def on_predict_batch_begin(self, batch: int, logs: Any = None) -> None:
            self._start = time.perf_counter_ns()

        def on_predict_batch_end(self, batch: int, logs: Any = None) -> None:
            self.steps_ns.append(time.perf_counter_ns() - self._start)

    return Clock()


def _keras_of(model: Any) -> str:
    """Return the package of a model's Keras: ``tf_keras``, or ``keras`` for Keras 3."""
    names = (kind.__module__.split(".")[0] for kind in type(model).__mro__)
    return next((name for name in names if name in ("tf_keras", "keras")), "tf_keras")
