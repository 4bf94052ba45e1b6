"""Figures of an inspected call: a number, or a reason why there is none."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.core.inside.texts import module_of, renamed, text_of
from xla_playground.core.inside.difference import difference_of
from xla_playground.core.inside.figures import (
    Distance,
    compared,
    distance_from_limits,
    figures_of,
)
from xla_playground.core.inside.hlo import parse_hlo
from xla_playground.core.inside.inspection import Buffer, Inspection, Stage, inspection_of
from xla_playground.core.inside.machine import MachineLimits, read_limits, write_limits
from xla_playground.core.messages.message import Message

MACHINE = MachineLimits(
    device="CPU", bytes_per_s=1e9, flops_per_s=1e9, measured_at=datetime(2026, 1, 1, tzinfo=UTC)
)
NO_LOOP = "ENTRY %main (p: f32[]) -> f32[] {\n  ROOT %p = f32[] parameter(0)\n}\n"


def inspection(text: str | None = None, weight_bytes: int | None = 1_000) -> Inspection:
    return inspection_of(
        (("model", "m"), ("batch", 1)),
        label="a label",
        device="CPU",
        optimized=text or text_of("loop"),
        stablehlo="module {}",
        buffers=(Buffer(kind="constant", size_bytes=8), Buffer(kind="temporary", size_bytes=64)),
        weight_bytes=weight_bytes,
    )


def test_every_figure_is_there() -> None:
    figures = figures_of(inspection(), ns_per_token=1_500.0, machine=MACHINE)
    assert figures["reasons"] == {}
    assert figures["key"] == {"model": "m", "batch": 1}
    assert (figures["dots"], figures["fusions"], figures["while_loops"]) == (1, 1, 1)
    assert figures["peak_bytes"] == 72
    assert figures["buffer_bytes"] == {"temporary": 64, "constant": 8}
    assert figures["flops_per_token"] == 137
    assert figures["ms_per_token"] == 0.0015
    assert figures["limit_ratio"] == figures["memory_ratio"] == 1.5
    assert figures["compute_ratio"] == pytest.approx(1_500 / 137)
    json.dumps(figures)


def test_what_is_not_known_has_a_reason() -> None:
    bare = inspection_of(
        (),
        label="f",
        device="CPU",
        optimized=NO_LOOP,
        stablehlo=None,
        buffers=(),
        weight_bytes=None,
    )
    figures = figures_of(bare)
    missing = {name for name, value in figures.items() if value is None}
    assert missing == {
        "buffer_bytes",
        "peak_bytes",
        "flops_per_token",
        "bytes_per_token",
        "weight_bytes",
        "ms_per_token",
        "memory_ratio",
        "compute_ratio",
        "limit_ratio",
    }
    assert missing | {"stablehlo"} == set(figures["reasons"])
    assert 0 not in [value for value in figures.values() if value is None]


@pytest.mark.parametrize(
    ("machine", "ns", "says"),
    [
        (None, 1.0, "this machine was not measured: run `xla-playground bench machine`"),
        (MACHINE.model_copy(update={"device": "H100"}), 1.0, "H100 was measured, not CPU"),
        (MACHINE, None, "no steady call was made"),
    ],
)
def test_why_the_distance_is_not_known(
    machine: MachineLimits | None, ns: float | None, says: str
) -> None:
    found = distance_from_limits(inspection(), ns, machine)
    assert isinstance(found, Message)
    assert says in found.text


def test_the_distance_in_words_names_the_nearer_limit() -> None:
    near = Distance(memory_ratio=1.44, compute_ratio=20.0)
    assert near.in_words() == "1.4 × one reading of the weights"
    far = Distance(memory_ratio=30.0, compute_ratio=2.0)
    assert (far.limit_ratio, far.in_words()) == (2.0, "2.0 × the operations of a token")


def test_two_calls_side_by_side() -> None:
    first = figures_of(inspection())
    text = renamed(text_of("loop")).replace(" tanh(", " cosine(")
    second = figures_of(inspection(text, weight_bytes=2_000))
    found = compared(first, second, difference_of(module_of("loop"), parse_hlo(text)))
    assert found["figures"] == {"weight_bytes": [1_000, 2_000]}
    assert found["key"] == {}
    assert (found["removed"], found["added"], found["is_equal"]) == (2, 2, False)
    assert found["lines"][0]["change"] == "removed"
    json.dumps(found)


def test_the_text_of_a_stage() -> None:
    assert inspection().text(Stage.STABLEHLO) == "module {}"
    assert inspection().text(Stage.OPTIMIZED) == text_of("loop")


def test_an_inspection_survives_json() -> None:
    one = inspection()
    assert Inspection.model_validate_json(one.model_dump_json()) == one


def test_limits_of_the_machine_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "data" / "machine.json"
    assert read_limits(path) is None
    write_limits(path, MACHINE)
    assert read_limits(path) == MACHINE
    path.write_text("{")
    assert read_limits(path) is None
