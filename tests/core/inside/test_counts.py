"""What is counted in a program, and what it costs."""

from __future__ import annotations

from tests.core.inside.texts import module_of, text_of
from xla_playground.core.inside.costs import Costs, costs_of, costs_of_main_loop
from xla_playground.core.inside.counts import counts_of
from xla_playground.core.inside.hlo import parse_hlo

#: One pass of the stored loop: 1×8 times 8×8, eight tanh, and the addition to the counter.
DOT, TANH, COUNTER = 2 * 8 * 8, 8, 1


def entry(*lines: str, before: str = "") -> str:
    body = "\n".join(f"  {line}" for line in lines)
    return f"{before}\nENTRY %main (p: f32[]) -> f32[] {{\n{body}\n}}\n"


def costs(*lines: str, before: str = "") -> Costs:
    return costs_of(parse_hlo(entry(*lines, before=before)))


def test_counts() -> None:
    counts = counts_of(module_of("loop"))
    assert counts.by_name() == {
        "computations": 5,
        "instructions": 32,
        "fusions": 1,
        "dots": 1,
        "while_loops": 1,
        "conditionals": 0,
        "constants": 5,
        "constants_bytes": 4 * 4 + 4 * 4 * 8,
        "custom_calls": 0,
    }
    assert dict(counts.opcodes)["get-tuple-element"] == 6
    assert sum(count for _, count in counts.opcodes) == counts.instructions


def test_a_pass_of_the_main_loop() -> None:
    step = costs_of_main_loop(module_of("loop"))
    assert step is not None
    assert step.flops == DOT + TANH + COUNTER
    dot = 4 * (8 + 64 + 8)
    fusion = 4 * (8 + 1) + 4 * 8  # reads eight numbers and a place, writes eight in place
    assert step.bytes == dot + fusion + 3 * 4 + (4 + 4 + 1)
    assert (step.uncounted, step.open_loops) == ((), 0)


def test_a_program_that_xla_wrote() -> None:
    counts = counts_of(module_of("conditional"))
    assert (counts.computations, counts.instructions, counts.fusions) == (13, 90, 7)
    assert (counts.dots, counts.while_loops, counts.conditionals) == (1, 1, 1)
    step = costs_of_main_loop(module_of("conditional"))
    assert step is not None
    # the product, tanh, the sum, the doubling of the costlier branch, counting and a remainder
    assert step.flops == 2 * 16 * 16 + 16 + 16 + 16 + 1 + 3
    assert 4 * 16 * 16 < step.bytes < 8 * 16 * 16


def test_a_loop_of_unknown_length_counts_once_and_is_said() -> None:
    whole = costs_of(module_of("loop"))
    assert whole.open_loops == 1
    assert whole.flops == DOT + TANH + COUNTER + 4 * 8


def test_a_loop_of_known_length_counts_as_often_as_it_runs() -> None:
    config = ', backend_config={"known_trip_count":{"n":"4"}}'
    text = text_of("loop").replace("body=%body.20\n", f"body=%body.20{config}\n")
    whole = costs_of(parse_hlo(text))
    assert whole.open_loops == 0
    assert whole.flops == 4 * (DOT + TANH + COUNTER) + 4 * 8


def test_a_program_without_a_loop_has_no_pass() -> None:
    assert costs_of_main_loop(parse_hlo(entry("ROOT %p = f32[] parameter(0)"))) is None


def test_of_branches_the_costliest_counts() -> None:
    branches = """
%one (a: f32[9]) -> f32[9] {
  %a = f32[9]{0} parameter(0)
  ROOT %b = f32[9]{0} negate(%a)
}

%two (c: f32[9]) -> f32[9] {
  ROOT %c = f32[9]{0} parameter(0)
}
"""
    call = "ROOT %r = f32[9]{0} conditional(%p, %x, %x), branch_computations={%one, %two}"
    lines = ("%p = s32[] parameter(0)", "%x = f32[9]{0} parameter(1)", call)
    assert costs(*lines, before=branches) == Costs(flops=9, bytes=2 * 4 * 9)


def test_a_slice_reads_a_part() -> None:
    found = costs(
        "%t = f32[100,8]{1,0} parameter(0)",
        "%i = s32[] parameter(1)",
        "ROOT %s = f32[1,8]{1,0} dynamic-slice(%t, %i, %i), dynamic_slice_sizes={1,8}",
    )
    assert found == Costs(flops=0, bytes=2 * 32 + 2 * 4)


def test_a_convolution() -> None:
    found = costs(
        "%x = f32[1,10,3]{2,1,0} parameter(0)",
        "%k = f32[5,3,7]{2,1,0} parameter(1)",
        "ROOT %c = f32[1,10,7]{2,1,0} convolution(%x, %k), window={size=5 pad=2_2}, "
        "dim_labels=b0f_0io->b0f",
    )
    assert found.flops == 2 * 70 * 5 * 3


def test_the_operations_of_a_custom_call_are_not_known() -> None:
    found = costs(
        "%x = f32[4]{0} parameter(0)",
        'ROOT %c = f32[4]{0} custom-call(%x), custom_call_target="TopK"',
    )
    assert (found.flops, found.uncounted) == (0, ("custom-call",))


def test_a_called_computation_counts_in_its_place() -> None:
    called = "%f (a: f32[4]) -> f32[4] {\n  %a = f32[4] parameter(0)\n  ROOT %b = f32[4] abs(%a)\n}"
    lines = ("%x = f32[4]{0} parameter(0)", "ROOT %c = f32[4]{0} call(%x), to_apply=%f")
    assert costs(*lines, before=called) == Costs(flops=4, bytes=32)
