"""A module in PYTHONPATH that hides one of the program's own is a sentence, not a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(folder), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-m", "xla_playground", *arguments],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("json", ""),
        ("json", "import nothing_of_that_name"),
        ("json", "x ="),
        ("numpy", "x = 1"),
        ("typer", "raise RuntimeError('of another program')"),
        ("pydantic/__init__", ""),
    ],
)
def test_a_module_that_hides_another(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / f"{name}.py"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    done = run(tmp_path, "models", "show", "playground-gpt2")
    assert done.returncode == 3
    (sentence,) = done.stderr.splitlines()
    top = name.partition("/")[0]
    assert f"{file} hides the module {top} " in sentence
    assert "try without PYTHONPATH" in sentence
    assert done.stdout == ""


def test_other_modules_hide_nothing(tmp_path: Path) -> None:
    (tmp_path / "nothing_of_ours.py").write_text("")
    (tmp_path / "mailbox.py").write_text("from nothing_of_that_name import x")  # nobody imports it
    assert run(tmp_path, "models", "show", "playground-gpt2").returncode == 0
