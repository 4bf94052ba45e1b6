"""Learn durations from named features, and estimate the next one with a range.

The model is a Bayesian linear regression of the logarithm of a duration (Bishop, Pattern
Recognition and Machine Learning, 3.3, with the noise unknown as in exercise 3.12). Priors say what
is known of a machine that has measured nothing; each measurement narrows them. It knows no call and
no key: a feature is a name and a number.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Features = Mapping[str, float]

#: Measurements that are kept, newest first; older ones say little of the machine of now.
_MAX_MEASUREMENTS = 100
#: Measurements after which one counts half: other programs come and go on a machine.
_HALF_LIFE = 60.0
#: Share of the durations that lie within the range, as a quantile of the normal distribution.
_QUANTILE = 1.7
#: What the noise of a measurement is taken for before there are any: of the logarithm, and the
#: number of measurements that this counts as.
_PRIOR_NOISE, _PRIOR_COUNT = 0.085, 8.0
#: Residuals beyond this many standard deviations lose weight: another program ran meanwhile.
_OUTLIER = 2.0
_REWEIGHTINGS = 3


@dataclass(frozen=True)
class Prior:
    """What a coefficient is taken for before anything is measured: mean and standard deviation."""

    mean: float
    deviation: float


@dataclass(frozen=True)
class Estimate:
    """An expected duration and its range, in ns: the true one lies within in nine of ten cases."""

    low_ns: float
    expected_ns: float
    high_ns: float

    @property
    def width(self) -> float:
        """Return how many times its low end the high end of the range is."""
        return self.high_ns / self.low_ns

    def rounded(self) -> tuple[int, int, int]:
        """Return low end, expected duration and high end in whole ns."""
        return round(self.low_ns), round(self.expected_ns), round(self.high_ns)

    def plus(self, other: Estimate) -> Estimate:
        """Return the estimate of both durations one after the other.

        The ends of the range are combined as those of independent durations.
        """
        expected = self.expected_ns + other.expected_ns
        below = math.hypot(self.expected_ns - self.low_ns, other.expected_ns - other.low_ns)
        above = math.hypot(self.high_ns - self.expected_ns, other.high_ns - other.expected_ns)
        return Estimate(expected - below, expected, expected + above)


class CostModel:
    """Durations of one kind, by features.

    Args:
        prior_of: the prior of a feature's coefficient by the feature's name.
    """

    def __init__(self, prior_of: Callable[[str], Prior]) -> None:
        self._prior_of = prior_of
        self._measured: list[tuple[Features, float]] = []

    def __len__(self) -> int:
        return len(self._measured)

    def add(self, features: Features, ns: float) -> None:
        """Learn from a duration of ``ns`` nanoseconds; one of 0 teaches nothing."""
        if ns > 0:
            self._measured.append((dict(features), math.log(ns)))
            del self._measured[:-_MAX_MEASUREMENTS]

    def estimate(self, features: Features) -> Estimate:
        """Estimate a duration; before anything is measured, from the priors alone."""
        names = sorted({*features, *(name for known, _ in self._measured for name in known)})
        priors = [self._prior_of(name) for name in names]
        asked = _row(features, names)
        mean = np.array([prior.mean for prior in priors])
        covariance = np.diag([(prior.deviation / _PRIOR_NOISE) ** 2 for prior in priors])
        variance, freedom = _PRIOR_NOISE**2, _PRIOR_COUNT
        if self._measured:
            rows = np.array([_row(known, names) for known, _ in self._measured])
            logs = np.array([log for _, log in self._measured])
            mean, covariance, variance, freedom = _posterior(rows, logs, mean, covariance)
        center = float(asked @ mean)
        deviation = math.sqrt(variance * (1.0 + float(asked @ covariance @ asked)))
        reach = _student(_QUANTILE, freedom) * deviation
        return Estimate(math.exp(center - reach), math.exp(center), math.exp(center + reach))


def _row(features: Features, names: list[str]) -> NDArray[np.float64]:
    return np.array([features.get(name, 0.0) for name in names])


def _posterior(
    rows: NDArray[np.float64],
    logs: NDArray[np.float64],
    mean: NDArray[np.float64],
    covariance: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], float, float]:
    """Return mean and covariance of the coefficients, the noise's variance, and its freedom.

    The covariance is in units of the variance. Recent measurements weigh more, and outliers less,
    by reweighted least squares with Huber's weights.
    """
    ages = np.arange(len(logs))[::-1]
    recency: NDArray[np.float64] = 0.5 ** (ages / _HALF_LIFE)
    precision = np.linalg.inv(covariance).astype(np.float64)
    weights = recency
    for _ in range(_REWEIGHTINGS):
        weighted = rows.T * weights
        gained = np.linalg.inv(precision + weighted @ rows).astype(np.float64)
        fitted = gained @ (precision @ mean + weighted @ logs)
        residuals = logs - rows @ fitted
        off = fitted - mean
        count = _PRIOR_COUNT + float(weights.sum())
        squares = float(weights @ residuals**2) + float(off @ precision @ off)
        variance = (_PRIOR_COUNT * _PRIOR_NOISE**2 + squares) / count
        distance = np.abs(residuals) / math.sqrt(variance)
        weights = recency * np.minimum(1.0, _OUTLIER / np.maximum(distance, 1e-9))
    return fitted, gained, variance, count


def _student(quantile: float, freedom: float) -> float:
    """Return the quantile of Student's distribution for one of the normal distribution.

    The first term of its expansion in 1 / freedom (Abramowitz and Stegun, 26.7.5).
    """
    return quantile + (quantile**3 + quantile) / (4.0 * freedom)
