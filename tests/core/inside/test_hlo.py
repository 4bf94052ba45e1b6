"""HLO text as data."""

from __future__ import annotations

import pytest

from tests.core.inside.texts import module_of, text_of
from xla_playground.core.inside.hlo import Instruction, parse_hlo, parts_of
from xla_playground.core.inside.shapes import arrays_of, elements, size_bytes


def by_name(computation: str) -> dict[str, Instruction]:
    module = module_of("loop")
    return {i.name: i for i in module.computations[computation].instructions}


def test_every_computation_and_instruction_is_read() -> None:
    module = module_of("loop")
    assert module.entry.name == "main.40"
    assert [(c.name, len(c.instructions)) for c in module.computations.values()] == [
        ("region_1.9", 3),
        ("fused_computation", 6),
        ("body.20", 10),
        ("condition.30", 4),
        ("main.40", 9),
    ]
    assert module.computations["body.20"].root.name == "tuple.29"


def test_an_instruction_has_shape_operands_and_attributes() -> None:
    dot = by_name("body.20")["dot.27"]
    assert (dot.shape, dot.opcode) == ("f32[1,8]", "dot")
    assert dot.operands == ("get-tuple-element.23", "get-tuple-element.24")
    assert dot.attributes["lhs_contracting_dims"] == "{1}"


def test_brackets_and_commas_in_quotes_and_comments_are_no_syntax() -> None:
    body = by_name("body.20")
    assert body["fusion"].attributes["kind"] == "kLoop"
    assert body["fusion"].calls == ("fused_computation",)
    assert body["tuple.29"].shape == "(s32[], f32[1,8], f32[8,8], f32[4,8])"
    assert body["tuple.29"].operands[-1] == "fusion"


def test_values_are_no_operands() -> None:
    entry = by_name("main.40")
    assert entry["constant.35"].value == "{...}"
    assert entry["Arg_2.3"].value == "2"
    assert entry["Arg_2.3"].operands == ()


def test_calls_come_in_one_order() -> None:
    assert by_name("main.40")["while.38"].calls == ("condition.30", "body.20")
    line = "  ROOT %c.1 = f32[] conditional(%p, %x, %y), branch_computations={%one.1, %two.2}"
    text = f"ENTRY %main (p: f32[]) -> f32[] {{\n{line}\n}}"
    assert parse_hlo(text).entry.root.calls == ("one.1", "two.2")


def test_operands_with_shapes_and_names_without_signs() -> None:
    operands = "f32[2,2]{1,0:T(8,128)} a, f32[2,2] a"
    text = f"""ENTRY main {{
  a = f32[2,2]{{1,0:T(8,128)}} parameter(0)
  ROOT d = (f32[2,2]{{1,0}}, s32[<=4]) custom-call({operands}), custom_call_target="x=(y"
}}"""
    call = parse_hlo(text).entry.root
    assert call.operands == ("a", "a")
    assert call.shape == "(f32[2,2], s32[<=4])"
    assert call.attributes == {"custom_call_target": '"x=(y"'}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no ENTRY"),
        ("module @main {\n}\n", "no ENTRY"),
        ("ENTRY %a () -> f32[] {\n  %b = f32[] constant(1)", "ends within a"),
        ("ENTRY %a () -> f32[] {\n  not this\n}", "not an instruction"),
        ("ENTRY %a () -> f32[] {\n  %b = [] constant(1)\n}", "without a shape"),
        ("ENTRY %a () -> f32[] {\n  %b = f32[] 7\n}", "without an opcode"),
        ("ENTRY %a () -> f32[] {\n  %b = f32[] constant((1)\n}", "not closed"),
    ],
)
def test_other_text_is_refused(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_hlo(text)


def test_a_text_that_is_cut_off_is_refused() -> None:
    text = text_of("loop")
    with pytest.raises(ValueError, match=r"ends within|no ENTRY|closed"):
        parse_hlo(text[: len(text) // 2])


def test_parts_are_split_at_outermost_commas() -> None:
    assert parts_of('a={1,2}, b="x,y", c=(d, e)') == ["a={1,2}", ' b="x,y"', " c=(d, e)"]


@pytest.mark.parametrize(
    ("shape", "count", "size"),
    [
        ("f32[]", 1, 4),
        ("f32[2,8]", 16, 64),
        ("(s32[], bf16[4], pred[3])", 8, 4 + 8 + 3),
        ("s4[3]", 3, 2),
        ("f8e4m3fn[5]", 5, 5),
        ("c64[2]", 2, 16),
        ("token[]", 1, 0),
        ("f32[<=8,2]", 16, 64),
        ("f32[0,4]", 0, 0),
        ("()", 0, 0),
    ],
)
def test_sizes_of_shapes(shape: str, count: int, size: int) -> None:
    assert (elements(shape), size_bytes(shape)) == (count, size)


def test_an_unknown_element_type_is_refused() -> None:
    assert arrays_of("strange[2]") == (("strange", (2,)),)
    with pytest.raises(ValueError, match="strange"):
        size_bytes("strange[2]")
