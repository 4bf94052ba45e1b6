"""What differs between two programs: not the names."""

from __future__ import annotations

import re

import pytest

from tests.core.inside.texts import module_of, renamed, text_of
from xla_playground.core.inside import difference
from xla_playground.core.inside.difference import Change, Difference, difference_of
from xla_playground.core.inside.hlo import parse_hlo

TANH = "%tanh.3 = f32[1,8]{1,0} tanh(%param_0.2)"


def changed(old: str, new: str) -> Difference:
    text = text_of("loop")
    assert old in text
    return difference_of(parse_hlo(text), parse_hlo(text.replace(old, new)))


def described(found: Difference) -> list[tuple[Change, str, str]]:
    return [(line.change, line.computation, line.text) for line in found.lines]


def test_new_names_are_no_difference() -> None:
    found = difference_of(module_of("loop"), parse_hlo(renamed(text_of("loop"))))
    assert found.is_equal
    assert found.lines == ()


def test_where_an_instruction_comes_from_is_no_difference() -> None:
    assert changed('op_name="while/MatMul"', 'op_name="other"').is_equal


def test_one_changed_instruction_is_one_difference() -> None:
    found = changed(TANH, TANH.replace("tanh(", "cosine("))
    assert described(found) == [
        (Change.REMOVED, "fused_computation", "f32[1,8] tanh(param_0.2)"),
        (Change.ADDED, "fused_computation", "f32[1,8] cosine(param_0.2)"),
        # which takes the new value instead of the old one
        (Change.REMOVED, "fused_computation", DUS),
        (Change.ADDED, "fused_computation", DUS),
    ]


DUS = "f32[4,8] dynamic-update-slice(param_2.1, tanh.3, param_1.3, constant.5)"


def test_another_operand_of_the_same_shape_is_a_difference() -> None:
    found = changed("add(%Arg_0.10, %Arg_1.11)", "add(%Arg_1.11, %Arg_0.10)")
    assert described(found) == [
        (Change.REMOVED, "region_1.9", "f32[] add(Arg_0.10, Arg_1.11)"),
        (Change.ADDED, "region_1.9", "f32[] add(Arg_1.11, Arg_0.10)"),
    ]


def test_another_value_of_a_constant_is_a_difference() -> None:
    found = changed("%constant.33 = s32[] constant(4)", "%constant.33 = s32[] constant(5)")
    assert (found.removed, found.added) == (2, 2)
    assert found.lines[0].text == "s32[] constant(4)"


def test_an_added_instruction_leaves_the_others_alone() -> None:
    found = changed(f"  {TANH}", f"  %new.1 = f32[1,8] abs(%param_0.2)\n  {TANH}")
    assert described(found) == [(Change.ADDED, "fused_computation", "f32[1,8] abs(param_0.2)")]


def test_a_computation_that_only_one_program_has() -> None:
    new = "%f (a: f32[]) -> f32[] {\n  ROOT %a = f32[] parameter(0)\n}\n\nENTRY"
    found = changed("ENTRY", new)
    assert described(found) == [(Change.ADDED, "f", "f32[] parameter(0)")]


def test_two_instructions_that_called_one_computation_may_not_call_two() -> None:
    one = "%f (a: f32[]) -> f32[] {\n  %a = f32[] parameter(0)\n  ROOT %b = f32[] abs(%a)\n}\n"
    two = one.replace("%f", "%g")
    entry = """ENTRY %main (p: f32[]) -> f32[] {
  %p = f32[] parameter(0)
  %q = f32[] call(%p), to_apply=%f
  ROOT %r = f32[] call(%q), to_apply=%f
}
"""
    other = "to_apply=%g".join(entry.rsplit("to_apply=%f", 1))
    found = difference_of(parse_hlo(one + entry), parse_hlo(one + two + other))
    assert [line.text for line in found.lines[:2]] == ["f32[] call(q)"] * 2
    assert not found.is_equal


def with_one_more_value(text: str) -> str:
    """The stored loop with one more value before the others of its tuple, which nothing changes."""
    text = text.replace("(s32[], f32[1,8]", "(pred[], s32[], f32[1,8]")
    for index in (3, 2, 1, 0):
        text = text.replace(f"index={index}\n", f"index={index + 1}\n")
    new = "  %new.1 = pred[] get-tuple-element(%arg_tuple.21), index=0\n  %dot.27"
    text = text.replace("  %dot.27", new).replace("tuple(%add.28", "tuple(%new.1, %add.28")
    text = text.replace("tuple(%Arg_0.1", "tuple(%Arg_3.9, %Arg_0.1")
    return text.replace("  %Arg_1.2 =", "  %Arg_3.9 = pred[] parameter(3)\n  %Arg_1.2 =")


def test_a_place_in_a_larger_tuple_is_a_name() -> None:
    found = difference_of(module_of("loop"), parse_hlo(with_one_more_value(text_of("loop"))))
    opcodes = [(line.change, re.findall(r" ([\w-]+)\(", line.text)[0]) for line in found.lines]
    assert sorted(opcodes) == [
        (Change.ADDED, "get-tuple-element"),
        (Change.ADDED, "parameter"),
        (Change.ADDED, "tuple"),
        (Change.ADDED, "tuple"),
        (Change.ADDED, "while"),  # it takes the new tuple
        (Change.REMOVED, "tuple"),
        (Change.REMOVED, "tuple"),
        (Change.REMOVED, "while"),
    ]


def test_another_place_in_the_same_tuple_is_a_difference() -> None:
    found = changed("%arg_tuple.31), index=0", "%arg_tuple.31), index=1")
    assert found.lines[0].text == "s32[] get-tuple-element(arg_tuple.31), index=0"


def test_another_place_among_the_same_parameters_is_a_difference() -> None:
    first, second = "%Arg_0.10 = f32[] parameter", "%Arg_1.11 = f32[] parameter"
    found = changed(f"{first}(0)\n  {second}(1)\n", f"{first}(1)\n  {second}(0)\n")
    assert (found.removed, found.added) == (2, 2)


def test_the_order_of_constants_is_no_difference() -> None:
    one = "  %constant.35 = f32[4,8]{1,0} constant({...})\n"
    other = "  %constant.36 = f32[] constant(0)\n"
    assert changed(one + other, other + one).is_equal


def test_a_long_difference_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(difference, "MAX_LINES", 1)
    found = changed(TANH, TANH.replace("tanh(", "cosine("))
    assert (len(found.lines), found.left_out) == (1, 3)
