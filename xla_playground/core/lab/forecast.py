"""Forecast the first call of a lab file, by the mechanism that forecasts calls of ``generate``."""

from __future__ import annotations

import ast
import hashlib
import math
import statistics

from ..advice.cost_model import CostModel, Estimate, Prior
from ..advice.forecast import Forecast
from ..call.record import Cache
from ..messages import store
from .report import EAGER, LabReport

#: Before anything is measured: the logarithms of durations on the reference machine. A function of
#: one operation takes 0.1 s to trace and compile.
_PRIORS = {
    "prepare": Prior(math.log(0.1e9), 0.4),
    "arm=graph": Prior(-1.0, 0.3),
    "operations": Prior(0.2, 0.1),
}
_OTHER_PRIOR = Prior(0.0, 0.3)


class LabForecasts:
    """What the first calls of lab files have cost in this session."""

    def __init__(self) -> None:
        self._costs = CostModel(lambda name: _PRIORS.get(name, _OTHER_PRIOR))
        self._eager_ns: dict[str, float] = {}

    def learn(self, text: str, report: LabReport) -> None:
        """Learn from a run of a file."""
        for arm in report.arms:
            if not arm.calls:
                continue
            if arm.arm == EAGER:
                if arm.samples_ns:
                    self._eager_ns[text] = statistics.median(arm.samples_ns)
            else:
                self._costs.add(_features(text, arm.arm), arm.calls[0].total_ns)

    def forecast(self, text: str, arm: str) -> Forecast:
        """Forecast the first call of an arm: each run has a process of its own, so it is new.

        Raises:
            SyntaxError: the text is not Python.
        """
        if arm == EAGER:
            known = self._eager_ns.get(text)
            steady = None if known is None else Estimate(0.8 * known, known, 1.3 * known)
            return Forecast(Cache.NONE, steady)
        estimate = self._costs.estimate(_features(text, arm))
        return Forecast(Cache.MISS, estimate, store.NOTHING_SPECIALIZED())


def _features(text: str, arm: str) -> dict[str, float]:
    operations = sum(isinstance(node, ast.Call | ast.BinOp) for node in ast.walk(ast.parse(text)))
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return {
        "prepare": 1.0,
        f"arm={arm}": 1.0,
        f"code={digest}": 1.0,
        "operations": math.log(max(operations, 1)),
    }
