"""The knobs of a lab file."""

from __future__ import annotations

from xla_playground.core.lab.knobs import code_of, lab_knobs

FILE = """
inputs = {"x": {"shape": (8, 8)}, "n": {"value": 2}}
calls = [{}, {"n": {"value": 3}}]
fit = {"steps": 5}

def function(x, n):
    return x ** n
"""


def differing(now: str) -> list[str]:
    before, after = lab_knobs(FILE), lab_knobs(now)
    return [name for name in before if before[name] != after.get(name)]


def test_each_entry_of_a_table_is_a_knob() -> None:
    knobs = lab_knobs(FILE)
    assert knobs["inputs.x.shape"] == (8, 8)
    assert knobs["inputs.x.value"] is None
    assert knobs["inputs.n.value"] == 2
    assert "inputs.n.shape" not in knobs
    assert knobs["fit.steps"] == 5


def test_a_change_is_found_at_its_knob_and_nowhere_else() -> None:
    for old, new, knob in (
        ("(8, 8)", "(8, 9)", "inputs.x.shape"),
        ('"value": 2', '"value": 4', "inputs.n.value"),
        ('{"steps": 5}', '{"steps": 5, "loss": "mae"}', "fit.loss"),
        ("[{}, ", "[{}, {}, ", "calls"),
    ):
        now = FILE.replace(old, new)
        assert differing(now) == [knob]
        assert code_of(now) == code_of(FILE)


def test_code_is_no_knob_and_comments_and_lines_are_no_code() -> None:
    other = FILE.replace("x ** n", "x * n")
    assert differing(other) == []
    assert code_of(other) != code_of(FILE)
    assert code_of("# a comment\n" + FILE.replace("calls =", "\n\ncalls =")) == code_of(FILE)
