"""The walls between the layers, as they are at run time and as the linter sees them."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TENSORFLOW = ("tensorflow", "tf_keras", "keras", "transformers", "tokenizers", "h5py")
QT = ("PySide6", "shiboken6", "pyqtgraph")


def imported_with(module: str) -> set[str]:
    """The top-level packages that a fresh interpreter holds after importing ``module``."""
    code = f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


@pytest.mark.parametrize(
    ("module", "banned"),
    [
        ("xla_playground.core.checkpoint.catalog", (*TENSORFLOW, *QT)),
        ("xla_playground.core.history.history", (*TENSORFLOW, *QT)),
        ("xla_playground.bridge.engine_thread", TENSORFLOW),
        ("xla_playground.ui.window.main_window", TENSORFLOW),
        ("xla_playground.app", TENSORFLOW),
        ("xla_playground.cli", (*TENSORFLOW, *QT)),
        ("xla_playground.library.pull.pulling", (*TENSORFLOW, *QT)),
        ("xla_playground", (*TENSORFLOW, *QT)),
        ("xla_playground.api", (*TENSORFLOW, *QT)),
        ("xla_playground.engine", (*TENSORFLOW, *QT)),
        ("xla_playground.worker", (*TENSORFLOW, *QT)),
        ("xla_playground.worker.client", (*TENSORFLOW, *QT)),
        ("xla_playground.worker.server", (*TENSORFLOW, *QT)),
    ],
)
def test_importing_a_layer_leaves_others_out(module: str, banned: tuple[str, ...]) -> None:
    assert imported_with(module) & set(banned) == set()


def test_starting_tensorflow_leaves_qt_out() -> None:
    code = (
        "import sys; from xla_playground.engine.platform import environment;"
        "environment.import_tensorflow();"
        "assert 'tensorflow' in sys.modules; assert 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)


def test_the_bridge_knows_qtcore_only() -> None:
    for file in (ROOT / "xla_playground" / "bridge").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
                assert node.module == "PySide6.QtCore", file
            if isinstance(node, ast.Import):
                assert not any(name.name.startswith("PySide6") for name in node.names), file


def test_import_linter_passes() -> None:
    code = "from importlinter.cli import lint_imports_command as lint; lint()"
    run = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
