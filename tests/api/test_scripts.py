"""``fast_generate`` in scripts: before TensorFlow or after it, in one process and the next."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tiny_models import make_tiny_model
from xla_playground.core.environment import LIBRARY_OVERRIDES
from xla_playground.core.paths import HOME_VARIABLE, resource_dir

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "python-api.md"

SCRIPT = """
import json, os, sys
before = dict(os.environ)
if "first" in sys.argv:
    import tensorflow
from xla_playground import fast_generate
import transformers
import tensorflow
between = dict(os.environ)
model = transformers.TFAutoModelForCausalLM.from_pretrained(sys.argv[1])
loaded = dict(os.environ)
generate = fast_generate(model, capacities=(48,))
ids = [list(range(5, 25))]
plan = generate.plan(ids, max_new_tokens=8).cache
found = generate(ids, max_new_tokens=8).numpy().tolist()
last = generate.last
ours = ("TF_XLA_FLAGS", "TF_CPP_VMODULE", "XLA_FLAGS", "TF_CPP_MIN_LOG_LEVEL")
print(json.dumps({
    "plan": plan, "cache": last.cache, "ids": found, "trace": last.trace_ns,
    "compile": last.compile_ns, "load": last.load_ns, "unreported": last.unreported_ns,
    "reason": last.compile_reason,
    "is_restored": [between.get(n) for n in ours] == [before.get(n) for n in ours],
    "is_kept": dict(os.environ) == loaded,
    "qt": "PySide6" in sys.modules,
}))
"""


def run(script: str, *arguments: str, home: Path, **variables: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=home.parent,
        env=_own_variables() | {HOME_VARIABLE: str(home), "PYTHONPATH": str(ROOT)} | variables,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "Compiled" not in done.stderr  # TensorFlow's report, also of what is built at the end
    return done.stdout


def _own_variables() -> dict[str, str]:
    """Return the environment without what an engine in this process has set for TensorFlow."""
    set_by_an_engine = {"TF_XLA_FLAGS", *(item.name for item in LIBRARY_OVERRIDES)}
    return {name: value for name, value in os.environ.items() if name not in set_by_an_engine}


@pytest.mark.slow
def test_a_script_keeps_the_environment_and_finds_its_programs_again(tmp_path: Path) -> None:
    """It ends while the chunk program is built behind its only answer."""
    folder = make_tiny_model(tmp_path / "model", "gpt2")

    def again(*arguments: str, **variables: str) -> dict[str, Any]:
        lines = run(SCRIPT, str(folder), *arguments, home=tmp_path / "home", **variables)
        found: dict[str, Any] = json.loads(lines.splitlines()[-1])
        assert found["is_restored"]
        assert found["is_kept"]
        assert not found["qt"]
        return found

    first = again()
    assert (first["plan"], first["cache"], first["load"]) == ("miss", "miss", None)
    assert first["trace"], first
    assert first["compile"], first
    stored = list((tmp_path / "home").rglob("*.specialization"))
    assert len(stored) == 2  # the other one was compiled at the script's end
    second = again()
    assert (second["plan"], second["cache"], second["trace"]) == ("disk", "disk", None)
    assert second["load"]
    assert second["compile"] is None
    late = again("first")
    assert (late["cache"], late["compile"]) == ("disk", None)
    assert late["unreported"]
    assert late["reason"].startswith("TensorFlow was imported first")
    hidden = again(TF_CPP_MIN_LOG_LEVEL="2", XLA_PLAYGROUND_HOME=str(tmp_path / "other"))
    assert (hidden["cache"], hidden["compile"]) == ("miss", None)
    assert hidden["reason"].startswith("TF_CPP_MIN_LOG_LEVEL hides")
    assert first["ids"] == second["ids"] == late["ids"] == hidden["ids"]


def scripts_of_the_page() -> list[str]:
    return re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[:2]


def test_one_import_and_one_line_of_the_guides_script_differ() -> None:
    before, after = (script.splitlines() for script in scripts_of_the_page())
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [
        ("import tensorflow as tf", "from xla_playground import fast_generate"),
        (
            "xla_generate = tf.function(model.generate, jit_compile=True)",
            "xla_generate = fast_generate(model)",
        ),
    ]


@pytest.mark.slow
def test_the_pages_script_runs(tmp_path: Path) -> None:
    folder = resource_dir() / "models" / "playground-gpt2"
    script = scripts_of_the_page()[1].replace("openai-community/gpt2", str(folder))
    assert run(script, home=tmp_path / "home").startswith("TensorFlow is")
