"""The knobs of a lab file."""

from __future__ import annotations

from xla_playground.core.lab.knobs import lab_knobs

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
        ("x ** n", "x * n", "code"),
    ):
        assert differing(FILE.replace(old, new)) == [knob]


def test_comments_and_lines_are_no_knobs() -> None:
    assert differing("# a comment\n" + FILE.replace("calls =", "\n\ncalls =")) == []
