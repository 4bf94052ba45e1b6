"""The lab's process: what templates give, and what code may do to its process."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.fakes import FakeEngine
from xla_playground.core.call.record import Cache
from xla_playground.core.lab.figures import lab_figures
from xla_playground.core.lab.report import (
    EAGER,
    GRAPH,
    KEPT_OUTPUT,
    LAB_ARMS,
    XLA,
    LabOrder,
    LabProgress,
    LabReport,
)
from xla_playground.core.lab.templates import TITLES, lab_templates
from xla_playground.core.lessons.running import run_lesson
from xla_playground.core.lessons.shelf import read_lessons
from xla_playground.worker.environment import worker_environment
from xla_playground.worker.lab.client import LabClient
from xla_playground.worker.lab.output import OutputTail

pytestmark = pytest.mark.xdist_group("lab")  # they share a process

TEMPLATES = {each.name: each for each in lab_templates()}


@pytest.fixture(scope="module")
def lab() -> Iterator[LabClient]:
    with LabClient() as client:
        yield client


def order(text: str, *, name: str = "code.py", time_s: float = 60.0) -> LabOrder:
    return LabOrder(name=name, text=text, runs=3, time_s=time_s)


def of_template(lab: LabClient, name: str, *, is_inspected: bool = False) -> LabReport:
    template = TEMPLATES[name]
    asked = order(template.text, name=template.path.name)
    return lab.run(asked.model_copy(update={"is_inspected": is_inspected}))


@pytest.mark.parametrize("name", [name for name in TITLES if name != "not_compilable"])
def test_a_template_gives_the_same_results_in_every_arm(lab: LabClient, name: str) -> None:
    report = of_template(lab, name)
    assert report.problem is None
    assert [arm.arm for arm in report.arms] == list(LAB_ARMS)
    for arm in report.arms:
        assert arm.problem is None
        assert len(arm.samples_ns) == 3
        assert arm.max_abs_difference is not None
        assert arm.max_abs_difference < 1e-5
        assert arm.retraces == (3 if name == "cache_key" and arm.arm != EAGER else 0)
    phases = {arm.arm: arm.calls[0] for arm in report.arms}
    assert [call.cache for call in phases.values()] == [Cache.NONE, Cache.MISS, Cache.MISS]
    assert phases[XLA].compile_ns
    assert phases[XLA].trace_ns
    assert phases[GRAPH].compile_ns is None
    assert "AutoGraph could not" not in report.output
    assert [(even.against) for even in report.race().break_even] == [EAGER, EAGER]


def test_every_new_key_is_traced_and_says_why(lab: LabClient) -> None:
    report = of_template(lab, "cache_key")
    for arm in report.arms[1:]:
        assert [call.cache for call in arm.calls] == [
            *(Cache.MISS, Cache.MEMORY, Cache.MISS, Cache.MISS, Cache.MISS)
        ]
        assert [call.reason.text for call in arm.calls[1:] if call.reason] == [
            "x.dtype float32 → float64",
            "x.shape 8×8 → 16×16",
            "power 2 → 3",
        ]


def test_what_xla_cannot_compile_has_its_line(lab: LabClient) -> None:
    report = of_template(lab, "not_compilable")
    assert report.problem is None
    eager, graph, xla = report.arms
    assert eager.problem is None
    assert graph.max_abs_difference == 0.0
    assert xla.problem is not None
    lines = TEMPLATES["not_compilable"].text.splitlines()
    assert "as_string" in lines[(xla.problem.line or 0) - 1]
    assert xla.problem.message.id == "no_kernel"
    assert "AsString" in xla.problem.sentence.text
    (figures,) = [arm for arm in lab_figures(report)["arms"] if arm["arm"] == XLA]
    assert (figures["first_call_s"], figures["p50_ms"]) == (None, None)
    assert figures["error"].startswith(f"Line {xla.problem.line}: ")


def test_a_model_is_trained_off_and_on_with_the_same_losses(lab: LabClient) -> None:
    report = of_template(lab, "small_cnn", is_inspected=True)
    assert [(fit.method, fit.is_compiled) for fit in report.fits] == [
        ("fit", False),
        ("fit", True),
        ("predict", False),
        ("predict", True),
    ]
    off, on, *asked = report.fits
    assert len(off.losses) == len(on.losses) == 10
    assert off.losses == pytest.approx(on.losses, abs=1e-4)
    assert off.losses[0] != off.losses[-1]
    for fit in report.fits:
        assert fit.problem is None
        assert len(fit.steps_ns) == 9
        assert fit.first_ns
    assert all(not fit.losses for fit in asked)
    assert report.inspection is not None
    assert report.inspection.counts.by_name()["instructions"] > 10
    assert report.inspection.run.flops > 0


def test_a_loss_is_that_of_its_step(lab: LabClient) -> None:
    text = (
        "import tensorflow as tf\n"
        'inputs = {"x": {"shape": (4, 2), "distribution": "ones"}}\n'
        'fit = {"steps": 3, "targets": {"shape": (4, 1), "distribution": "ones"}}\n'
        "layer = tf.keras.layers.Dense(\n"
        '    1, use_bias=False, kernel_initializer="zeros", input_shape=(2,)\n'
        ")\n"
        "model = tf.keras.Sequential([layer])\n"
    )
    report = lab.run(order(text))
    assert report.problem is None
    # the error is 1 at first, and each step of SGD with the rate 0.01 reduces it by 4 %
    for fit in report.fits[:2]:
        assert fit.losses == pytest.approx([1.0, 0.96**2, 0.96**4])


@pytest.mark.parametrize("number", [1, 2, 3])
def test_each_expectation_of_a_lesson_but_of_durations_holds(lab: LabClient, number: int) -> None:
    lesson = read_lessons()[number - 1]
    outcomes = list(run_lesson(lesson, no_engine, lab.run))
    assert [outcome.step for outcome in outcomes] == list(lesson.steps)
    for outcome in outcomes:
        for each, verdict in zip(outcome.step.expect, outcome.verdicts, strict=True):
            if each.ratio is not None:
                assert verdict.ratio is not None, verdict
            elif each.figure != "xla.break_even_calls":
                assert verdict.holds, verdict


def no_engine() -> AbstractContextManager[FakeEngine]:
    raise AssertionError("a lesson of the lab starts no engine")


BARE = """
import json, sys
sys.path.insert(0, sys.argv[1])
import tensorflow as tf
from xla_playground.core.lab.source import read_lab

found = {}
for path in sys.argv[2:]:
    text = open(path).read()
    tf.keras.utils.set_random_seed(0)
    names = {"__name__": "bare"}
    exec(compile(text, path, "exec"), names)
    file = read_lab(text)
    given = {i.name: i.value if i.is_value else tf.constant(i.array()) for i in file.inputs}
    target = tf.function(names[file.target], jit_compile=True)
    output = target(**given) if file.is_function else target(*given.values())
    leaves = tf.nest.flatten(output)
    found[path] = [each.numpy().ravel()[:8].tolist() for each in leaves]
print(json.dumps(found))
"""


def test_results_are_those_of_a_bare_script(lab: LabClient, tmp_path: Path) -> None:
    names = ("guide_sequential", "mlp_training_step", "softmax_attention", "while_loop")
    script = tmp_path / "bare.py"
    script.write_text(BARE)
    paths = {name: str(TEMPLATES[name].path) for name in names}
    root = str(Path(__file__).resolve().parents[3])
    done = subprocess.run(
        [sys.executable, str(script), root, *paths.values()],
        env=worker_environment() | {"TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        check=True,
        timeout=120,
    )
    bare = json.loads(done.stdout.splitlines()[-1])
    for name, path in paths.items():
        for arm in of_template(lab, name).arms:
            for result, wanted in zip(arm.results, bare[path], strict=True):
                assert result.first == pytest.approx(wanted, abs=1e-5), (name, arm.arm)


CASES = {
    "exit": ("import sys\n\ndef function(x):\n    sys.exit(3)\n", 4, "code_exited"),
    "exit_at_import": ("import sys\nsys.exit(3)\ndef function(x): return x\n", 2, "code_exited"),
    "_exit": ("import os\ndef function(x):\n    os._exit(3)\n", 3, "code_exited"),
    "abort": ("import os\ndef function(x):\n    os.abort()\n", 3, "code_killed"),
    "killed": (
        "import os\ndef function(x):\n    os.kill(os.getpid(), 9)\n",
        None,
        "code_killed",
    ),
    "memory": (
        "import numpy as np\ndef function(x):\n    return np.ones(100 * 10**9 // 8)\n",
        3,
        "out_of_memory",
    ),
    "package": ("import os\nimport not_here_at_all\ndef function(x): 1\n", 2, "no_package"),
    "no_tensor": ("def function(x):\n    x + 1\n    return None\n", 3, "no_tensor"),
    "no_return": ("def function(x):\n    x + 1\n", 1, "no_tensor"),
    "raises": (
        "def helper(x):\n    raise KeyError('k')\n\ndef function(x):\n    return helper(x)\n",
        2,
        "code_raised",
    ),
    "value": ("function = 5\n", 1, "target_not_callable"),
    "threads": (
        "import os, threading\nt = threading.Thread(target=os._exit, args=(4,))\n"
        "def function(x):\n    t.start(); t.join()\n",
        None,
        "code_exited",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_code_does_to_its_process_is_one_sentence_with_the_line(
    lab: LabClient, case: str
) -> None:
    text, line, message = CASES[case]
    problem = lab.run(order(text)).problem
    assert problem is not None
    assert (problem.message.id, problem.line) == (message, line)
    sentence = problem.sentence.text
    assert "\n" not in sentence
    assert line is None or sentence.startswith(f"Line {line}: ")


def test_an_endless_loop_is_ended_at_its_line(lab: LabClient) -> None:
    text = "print('begun')\ndef function(x):\n    while True:\n        pass\n"
    report = lab.run(order(text, time_s=3.0))
    assert report.problem is not None
    assert report.problem.message.id == "out_of_time"
    assert report.problem.line in (3, 4)
    assert report.output.startswith("begun")


def test_a_run_is_cancelled(lab: LabClient) -> None:
    text = "import time\nprint('begun')\ndef function(x):\n    time.sleep(600)\n"

    def cancel(progress: LabProgress) -> None:
        if progress.what == EAGER:
            threading.Timer(0.2, lab.cancel).start()

    report = lab.run(order(text), cancel)
    assert report.is_cancelled
    assert report.problem is not None
    assert report.problem.message.id == "code_cancelled"
    assert lab.run(order("def function(x): return x\n")).problem is None  # the next one runs


@pytest.mark.slow
def test_a_cancel_that_comes_while_tensorflow_is_imported_ends_the_run() -> None:
    with LabClient() as lab:

        def cancel(progress: LabProgress) -> None:
            if progress.what == "TensorFlow":
                lab.cancel()

        assert lab.run(order("while True:\n    pass\n"), cancel).is_cancelled


def test_what_was_measured_before_a_cancel_is_kept(lab: LabClient) -> None:
    text = (
        "import time\nimport tensorflow as tf\ndef function(x):\n"
        "    if not tf.executing_eagerly():\n        time.sleep(600)\n    return x\n"
    )

    def cancel(progress: LabProgress) -> None:
        if progress.what == GRAPH:
            threading.Timer(0.5, lab.cancel).start()

    report = lab.run(order(text), cancel)
    assert report.is_cancelled
    assert [(arm.arm, len(arm.calls), arm.samples_ns) for arm in report.arms] == [(EAGER, 1, ())]
    (figures,) = lab_figures(report)["arms"]
    assert figures["first_call_s"] > 0
    assert figures["p50_ms"] is None


def test_only_the_end_of_a_long_output_is_kept(lab: LabClient) -> None:
    text = "for n in range(10):\n    print(str(n) * 1_000_000)\ndef function(x): return x\n"
    report = lab.run(order(text))
    assert report.problem is None
    assert len(report.output.encode()) <= KEPT_OUTPUT
    assert report.output.rstrip("\n").endswith("9" * 1000)
    assert report.dropped_bytes > 9_000_000


def test_code_that_autograph_converts_has_its_line(lab: LabClient) -> None:
    text = (
        "import tensorflow as tf\n\ndef function(x):\n"
        "    if tf.reduce_sum(x) > 1000.0:\n        y = x\n    else:\n"
        "        y = x @ tf.ones((3, 3))\n    return y\n"
    )
    report = lab.run(order(text))
    assert [arm.problem.line for arm in report.arms if arm.problem] == [7, 7, 7]
    good = text.replace("(3, 3)", "(4, 4)")
    assert [arm.problem for arm in lab.run(order(good)).arms] == [None, None, None]


def test_a_file_may_import_its_neighbours_and_may_be_gone(lab: LabClient, tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("FACTOR = 3.0\n")
    text = "import beside\ndef function(x): return x * beside.FACTOR\n"
    asked = order(text).model_copy(update={"folder": str(tmp_path)})
    assert lab.run(asked).problem is None
    (tmp_path / "beside.py").unlink()
    problem = lab.run(asked).problem
    assert problem is not None
    assert problem.message.id == "no_package"


def test_the_log_of_tensorflow_is_no_output() -> None:
    tail = OutputTail(60)
    tail.add(b"x" * 200)
    tail.add(b"\nE0000 00:00:1795798560.335333   13320 cuda.cc:52] failed\nmine\n")
    assert tail.text().endswith("mine\n")
    assert "cuda" not in written(b"I0000 00:00:17.3 1 cuda.cc:5] a\nmine\n")
    assert tail.dropped_bytes > 100


def written(data: bytes) -> str:
    tail = OutputTail()
    tail.add(data)
    return tail.text()
