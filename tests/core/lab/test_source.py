"""Lab files: what is run, with which inputs, and what is refused at which line."""

from __future__ import annotations

import ast

import numpy as np
import pytest

from xla_playground.core.call.record import Cache
from xla_playground.core.errors import RequestError
from xla_playground.core.lab.forecast import LabForecasts
from xla_playground.core.lab.inputs import DISTRIBUTIONS, DTYPES, LabInput, key_of
from xla_playground.core.lab.reasons import trace_reason
from xla_playground.core.lab.report import EAGER, XLA, LabArm, LabCall, LabReport
from xla_playground.core.lab.source import LabFileError, read_lab, with_inputs
from xla_playground.core.lab.templates import TITLES, lab_templates

FILE = """
import tensorflow as tf

inputs = {"x": {"shape": (2, 3), "dtype": "int32"}, "n": 3}
calls = [{}, {"x": {"dtype": "float64"}, "n": {"value": 4}}]


def function(x, n: int, rate: float, y=None, *, flag=True):
    return x
"""


def test_inputs_come_from_the_table_and_the_signature() -> None:
    file = read_lab(FILE)
    assert (file.target, file.line, file.return_line) == ("function", 8, 9)
    x, n, rate, y, flag = file.inputs
    assert (x.shape, x.dtype, x.is_value) == ((2, 3), "int32", False)
    assert [(each.name, each.is_value, each.value) for each in (n, rate, y, flag)] == [
        ("n", True, 3),
        ("rate", True, 1.0),
        ("y", True, None),
        ("flag", True, True),
    ]
    assert key_of(file.inputs)[:3] == (("x.shape", "2×3"), ("x.dtype", "int32"), ("n", "3"))
    assert [key_of(call)[1:3] for call in file.calls] == [
        (("x.dtype", "int32"), ("n", "3")),
        (("x.dtype", "float64"), ("n", "4")),
    ]


def test_the_reason_of_a_trace_is_the_difference_from_the_closest_call() -> None:
    first, second = map(key_of, read_lab(FILE).calls)
    assert trace_reason(first, ()).id == "nothing_specialized"
    assert trace_reason(second, (first,)).text == "x.dtype int32 → float64, n 3 → 4"
    assert trace_reason(second, (first, second)).id == "traced_again"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("def f(:\n    pass", 1, "not valid Python"),
        ("x = 1\ndef g():\n  1\n y", 4, "not valid Python"),
        ("x = '\0'", 1, "not valid Python"),
        ("x = 1", None, "nothing to run"),
        ("def a(): 1\n\n\ndef b(): 1", 4, "several functions (a, b)"),
        ("\ninputs = {'q': 1}\ndef f(x): return x", 2, "no input q: it has x"),
        ("inputs = {'x': {'shape': 3}}\ndef f(x): return x", 1, "as (16, 10)"),
        ("inputs = {'x': {'shape': (-1,)}}\ndef f(x): return x", 1, "as (16, 10)"),
        ("inputs = {'x': {'dtype': 'f4'}}\ndef f(x): return x", 1, "float32, float64"),
        ("inputs = {'x': {'size': 4}}\ndef f(x): return x", 1, "one of shape"),
        ("n = 3\ninputs = {'x': {'shape': (n,)}}\ndef f(x): return x", 2, "plain values"),
        ("fit = {'steps': 1}\ndef f(x): return x", 1, "from 2 to 10000"),
    ],
)
def test_what_is_wrong_is_one_sentence_with_its_line(
    text: str, line: int | None, words: str
) -> None:
    with pytest.raises(LabFileError) as caught:
        read_lab(text)
    assert caught.value.problem.line == line
    sentence = caught.value.sentence
    assert words in sentence
    assert sentence.endswith(".")
    assert line is None or sentence.startswith(f"Line {line}: ")


def test_a_table_is_written_into_the_code_and_read_again() -> None:
    x = read_lab(FILE).inputs[0]
    changed = (x.changed({"shape": (5,)}), *read_lab(FILE).inputs[1:])
    text = with_inputs(FILE, changed)
    assert read_lab(text).inputs == changed
    assert text.count("inputs = ") == 1
    assert text.endswith(FILE[FILE.index("calls =") :])
    bare = '"""A docstring."""\n\nimport math\n\n\n@staticmethod\ndef f(x):\n    return x\n'
    inputs = (LabInput(name="x", shape=(), seed=4),)
    assert read_lab(with_inputs(bare, inputs)).inputs == inputs
    assert ast.get_docstring(ast.parse(with_inputs(bare, inputs))) == "A docstring."


def test_a_model_takes_sixteen_rows_of_its_own_shape() -> None:
    text = "model = Sequential([Dense(3, input_shape=(7,))])"
    assert read_lab(text).inputs == (LabInput(name="x", shape=(16, 7)),)
    assert not read_lab(text).is_function


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("distribution", DISTRIBUTIONS)
def test_the_same_seed_draws_the_same_numbers(dtype: str, distribution: str) -> None:
    given = LabInput(name="x", shape=(50, 3), dtype=dtype, distribution=distribution, seed=5)
    array = given.array()
    assert array.shape == (50, 3)
    assert np.array_equal(array, given.array())
    is_drawn = distribution in ("normal", "uniform", "integers") and dtype.startswith("float")
    other = given.model_copy(update={"seed": 6}).array()
    assert np.array_equal(array, other) != is_drawn or not is_drawn


def test_every_template_is_there_and_can_be_read() -> None:
    templates = lab_templates()
    assert [each.name for each in templates] == list(TITLES)
    assert {path.stem for path in templates[0].path.parent.glob("*.py")} == set(TITLES)
    for each in templates:
        assert read_lab(each.text).inputs, each.name
        docstring = ast.get_docstring(ast.parse(each.text)) or ""
        assert docstring.splitlines()[0] == f"{each.title}."


def test_a_forecast_learns_from_runs() -> None:
    text = "def f(x):\n    return x + x\n"
    forecasts = LabForecasts()
    before = forecasts.forecast(text, XLA)
    assert before.is_new
    assert before.estimate is not None
    assert forecasts.forecast(text, EAGER).estimate is None
    call = LabCall(key=(), cache=Cache.MISS, run_ns=4_000_000_000)
    eager = LabArm(arm=EAGER, calls=(call,), samples_ns=(5_000, 7_000, 9_000))
    for _ in range(5):
        forecasts.learn(text, LabReport(file="f.py", arms=(eager, LabArm(arm=XLA, calls=(call,)))))
    after = forecasts.forecast(text, XLA)
    assert after.estimate is not None
    assert after.estimate.expected_ns > 5 * before.estimate.expected_ns
    assert after.estimate.width < before.estimate.width
    steady = forecasts.forecast(text, EAGER).estimate
    assert steady is not None
    assert steady.expected_ns == 7_000


def test_an_input_is_refused_by_its_name() -> None:
    with pytest.raises(RequestError) as caught:
        LabInput(name="x").changed({"seed": -1})
    assert caught.value.field == "x"
