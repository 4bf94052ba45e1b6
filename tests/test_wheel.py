"""What a user of plain pip gets: the source distribution, and the wheel that is built from it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import xla_playground
from xla_playground.core.checkpoint.catalog import bundled_names
from xla_playground.core.paths import resource_dir

ROOT = Path(__file__).resolve().parents[1]
RELEASE = f"xla_playground-{xla_playground.__version__}"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, **variables: str) -> str:
    """Run a command of this interpreter and return what it printed."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    run("-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=ROOT)
    return folder / f"{RELEASE}.tar.gz"


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = ("-m", "pip", "--disable-pip-version-check")
    # the build backend is installed with the development packages: no index is asked
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, sdist, cwd=folder)
    return folder / f"{RELEASE}-py3-none-any.whl"


def resources_of(folder: Path) -> set[str]:
    """The files of a folder, without the bytecode that pip makes of Python files."""
    files = (p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
    return {path.as_posix() for path in files if "__pycache__" not in path.parts}


def test_the_source_distribution_is_the_project(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.removeprefix(f"{RELEASE}/") for name in archive.getnames()}
    assert {"pyproject.toml", "LICENSE", "README.md", "CHANGELOG.md", "Makefile"} <= names
    assert {"CONTRIBUTING.md", "SECURITY.md", "docs/architecture.md"} <= names
    assert {"packaging/constraints.txt", "packaging/setup.sh", "tests/conftest.py"} <= names
    assert not any(".venv" in name or "__pycache__" in name for name in names)


def test_the_wheel_carries_resources_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = archive.read(f"{RELEASE}.dist-info/METADATA").decode()
    prefix = "xla_playground/resources/"
    carried = {name.removeprefix(prefix) for name in names if name.startswith(prefix)}
    assert carried == resources_of(ROOT / "resources")
    assert {name.split("/")[0] for name in names} == {"xla_playground", f"{RELEASE}.dist-info"}
    assert "xla_playground/core/history/history.py" in names
    assert "License-Expression: Apache-2.0" in metadata
    assert "Requires-Python: <3.14,>=3.11" in metadata


def test_the_installed_wheel_finds_its_resources_from_any_folder(
    wheel: Path, tmp_path: Path
) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    pip = ("-m", "pip", "--disable-pip-version-check", "install", "--no-deps", "--no-index")
    run(*pip, "--target", site, wheel, cwd=elsewhere)
    code = (
        "import json; from xla_playground.core import paths;"
        "from xla_playground.core.checkpoint import catalog;"
        "print(json.dumps([str(paths.resource_dir()), catalog.bundled_names()]))"
    )
    found, names = json.loads(run("-c", code, cwd=elsewhere, PYTHONPATH=str(site)))
    assert Path(found) == site / "xla_playground" / "resources"
    assert tuple(names) == bundled_names()
    assert resources_of(Path(found)) == resources_of(resource_dir())
    listed = run(
        "-m", "xla_playground", "models", "list", "--json", cwd=elsewhere, PYTHONPATH=str(site)
    )
    assert str(site) in listed
