from __future__ import annotations

import math
import random

import pytest

from xla_playground.core.advice.cost_model import CostModel, Estimate, Prior

S = 1e9


def prior_of(feature: str) -> Prior:
    return Prior(math.log(2 * S), 1.0) if feature == "one" else Prior(0.0, 0.5)


def test_before_anything_is_measured_the_priors_speak() -> None:
    estimate = CostModel(prior_of).estimate({"one": 1.0})
    assert estimate.expected_ns == pytest.approx(2 * S)
    assert estimate.width > 10


def test_measurements_narrow_the_range_around_them() -> None:
    model = CostModel(prior_of)
    widths = [model.estimate({"one": 1.0}).width]
    for _ in range(4):
        model.add({"one": 1.0}, 5 * S)
        widths.append(model.estimate({"one": 1.0}).width)
    assert widths == sorted(widths, reverse=True)
    assert model.estimate({"one": 1.0}).expected_ns == pytest.approx(5 * S, rel=0.02)


def test_an_unmeasured_feature_widens_the_range() -> None:
    model = CostModel(prior_of)
    for _ in range(10):
        model.add({"one": 1.0}, 5 * S)
    known, unknown = model.estimate({"one": 1.0}), model.estimate({"one": 1.0, "beam": 1.0})
    assert unknown.width > known.width
    assert unknown.expected_ns == pytest.approx(known.expected_ns)


def test_what_one_feature_costs_is_told_from_the_others() -> None:
    model = CostModel(prior_of)
    for _ in range(8):
        model.add({"one": 1.0, "t5": 1.0}, 3 * S)
        model.add({"one": 1.0}, 1 * S)
        model.add({"one": 1.0, "beam": 1.0}, 2 * S)
    both = model.estimate({"one": 1.0, "t5": 1.0, "beam": 1.0})
    assert both.expected_ns == pytest.approx(6 * S, rel=0.15)


def test_one_disturbed_measurement_moves_little() -> None:
    model = CostModel(prior_of)
    for ns in (1.0, 1.05, 0.95, 1.02, 9.0, 0.98, 1.0):
        model.add({"one": 1.0}, ns * S)
    assert model.estimate({"one": 1.0}).expected_ns == pytest.approx(1 * S, rel=0.25)


def test_the_latest_measurements_count_most() -> None:
    model = CostModel(prior_of)
    for ns in [1.0] * 100 + [2.0] * 100:
        model.add({"one": 1.0}, ns * S)
    assert model.estimate({"one": 1.0}).expected_ns > 1.6 * S


def test_nine_of_ten_lie_within_the_range() -> None:
    draw = random.Random(1)
    kinds = [{"one": 1.0}, {"one": 1.0, "a": 1.0}, {"one": 1.0, "b": 1.0}]
    factors = [1.0, 2.0, 0.7]
    model, within, count = CostModel(prior_of), 0, 0
    for number in range(300):
        kind = draw.randrange(3)
        ns = S * factors[kind] * math.exp(draw.gauss(0, 0.12))
        if number > 10:
            estimate = model.estimate(kinds[kind])
            within += estimate.low_ns <= ns <= estimate.high_ns
            count += 1
        model.add(kinds[kind], ns)
    assert 0.86 < within / count < 0.99


def test_a_duration_of_nothing_teaches_nothing() -> None:
    model = CostModel(prior_of)
    model.add({"one": 1.0}, 0)
    assert len(model) == 0


def test_durations_one_after_the_other() -> None:
    total = Estimate(3.0, 5.0, 8.0).plus(Estimate(6.0, 10.0, 14.0))
    assert total.low_ns == pytest.approx(15 - math.hypot(2, 4))
    assert total.expected_ns == 15.0
    assert total.high_ns == pytest.approx(15 + math.hypot(3, 4))
