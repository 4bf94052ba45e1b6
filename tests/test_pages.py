"""What the pages name is there: paths, commands, flags, rooms, rewrites."""

from __future__ import annotations

import re
import runpy
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "xla_playground"
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
WRITTEN_FOR_HERE = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/architecture.md")
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_PATH = re.compile(r"\.?[\w-]+(?:/[\w.-]+)*/?(?:[\w-]+\.\w+)?")
_FLAG = re.compile(r"--[a-z][a-z-]*")


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def paths_in(text: str) -> Iterator[str]:
    """The paths that a page names as code: of the project, or below its package."""
    beginnings = {path.name for path in (*ROOT.iterdir(), *PACKAGE.iterdir())}
    for code in _CODE.findall(text):
        first, slash, _ = code.partition("/")
        if slash and first in beginnings and _PATH.fullmatch(code):
            yield code


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_path_is_there(page: Path) -> None:
    missing = [
        path
        for path in paths_in(text_of(page))
        if not (ROOT / path).exists() and not (PACKAGE / path).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("page", WRITTEN_FOR_HERE)
def test_paths_are_found(page: str) -> None:
    assert list(paths_in(text_of(ROOT / page)))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(text_of(page)):
        if link.startswith("http"):
            continue
        path, _, heading = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        if heading:
            assert heading in headings_of(target), link


def headings_of(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    lines = (line for line in text_of(page).splitlines() if line.startswith("#"))
    titles = (line.lstrip("#").strip().lower() for line in lines)
    return {re.sub(r"[^\w -]", "", title).replace(" ", "-") for title in titles}


def test_every_target_of_make_is_in_the_makefile_and_its_help() -> None:
    makefile = text_of(ROOT / "Makefile")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {
        target
        for page in PAGES
        for code in _CODE.findall(text_of(page))
        for target in re.findall(r"^make (?:[A-Z]+=\S+ )?([a-z-]+)$", code)
    }
    assert {"run", "test", "release-check", "test-versions"} <= named
    assert named <= targets
    helped = set(re.findall(r"^\t@echo 'make ([a-z-]+) ", makefile, re.MULTILINE))
    assert helped == targets - {"help"}


# ------------------------------------------------------------------ the command line


def commands_in(text: str) -> Iterator[list[str]]:
    """The words of each command ``xla-playground …`` that a page names, with values or without."""
    fenced = re.findall(r"^(xla-playground .+)$", text, re.MULTILINE)
    for code in (*_CODE.findall(text), *fenced):
        if code.startswith("xla-playground "):
            yield shlex.split(code.replace("[", "").replace("]", ""))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_flag_of_a_command_is_one(page: Path) -> None:
    import typer

    from xla_playground.cli.program import app

    whole: Any = typer.main.get_command(app)
    for words in commands_in(text_of(page)):
        command = whole
        for word in words[1:]:
            command = getattr(command, "commands", {}).get(word, command)
        assert command is not whole or words[1].startswith("--"), words
        known = {flag for option in command.params for flag in option.opts}
        assert {word for word in words if _FLAG.fullmatch(word)} <= known | {"--help"}, words


# ------------------------------------------------------------------ the architecture


def test_the_picture_has_every_package() -> None:
    picture = text_of(ROOT / "README.md").split("## How it is built")[1].split("```")[1]
    names = {path.stem for path in PACKAGE.iterdir() if path.is_dir() or path.suffix == ".py"}
    wanted = {name for name in names if not name.startswith("_")} - {"resources"}
    assert wanted == {word for word in re.findall(r"[a-z]+", picture) if word in wanted}
    assert {"api", "assembly", "bench", "library"} <= wanted


def test_the_rooms_are_all_there() -> None:
    page = text_of(ROOT / "docs" / "architecture.md")
    rooms = {p.parent.relative_to(PACKAGE).as_posix() for p in PACKAGE.rglob("__init__.py")} - {"."}
    assert {room for room in rooms if f"`{room}`" not in page} == set()


def test_the_rewrites_are_those_of_the_table() -> None:
    from xla_playground.engine.rewrites.table import OF_A_TRACE, TABLE

    section = text_of(ROOT / "docs" / "architecture.md").split("## Rewrites")[1]
    rows = [line.split(" | ") for line in section.splitlines() if line.startswith("| ")][1:]
    listed = [[cell.strip("| ") for cell in row] for row in rows]
    wanted = [
        [
            rewrite.name,
            f"{rewrite.decision:04}",
            ", ".join(sorted(rewrite.families)) or "all",
            "a trace" if rewrite in OF_A_TRACE else "a step",
            f"`{rewrite.patch.__module__.rpartition('.')[2]}.py`",
        ]
        for rewrite in TABLE
    ]
    links = [row[1] for row in listed]
    numbers = [re.findall(r"^\[(\d+)\]\(decisions/(\d+)-", link)[0] for link in links]
    assert all(int(shown) == int(linked) for shown, linked in numbers)
    found = [[row[0], linked, *row[2:]] for row, (_, linked) in zip(listed, numbers, strict=True)]
    assert found == wanted


def test_the_glossary_is_in_order() -> None:
    lines = text_of(ROOT / "docs" / "glossary.md").splitlines()
    terms = [line.split(" | ")[0].strip("| ") for line in lines if line.startswith("| ")][1:]
    assert terms == sorted(terms)
    assert len(terms) == len(set(terms)) > 40


# ------------------------------------------------------------------ checks and versions


def test_the_hooks_are_the_checks_of_make_lint() -> None:
    hooks = re.findall(r"entry: \.venv/bin/(.+)", text_of(ROOT / ".pre-commit-config.yaml"))
    ways = {"ruff check": "ruff check", "ruff format --check": "ruff format --check"}
    tools = [*ways, "mypy", "lint-imports"]
    lint = text_of(ROOT / "Makefile").split("\nlint:")[1].split("\n\n")[0]
    assert len(hooks) == len(tools) == len(re.findall(r"^\t", lint, re.MULTILINE))
    for tool in tools:
        assert any(hook.startswith(tool) for hook in hooks)
        assert tool in lint


def test_the_lowest_versions_are_allowed_and_not_above_the_locked_ones() -> None:
    script = runpy.run_path(str(ROOT / "packaging" / "lowest_versions.py"))
    lowest, locked = script["lowest"](), script["locked"]()
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    requirements = [Requirement(text) for text in project["dependencies"]]
    assert len(lowest) == len(requirements)
    for requirement in requirements:
        name = requirement.name.lower().replace("_", "-")
        assert lowest[name] in requirement.specifier
        assert Version(lowest[name]) <= Version(locked[name])
        assert locked[name] in requirement.specifier
    assert script["tools"]().keys() >= {"pytest", "pytest-qt", "hypothesis"}


# ------------------------------------------------------------------ decisions and files


def test_the_index_of_decisions_has_each_with_its_title() -> None:
    folder = ROOT / "docs" / "decisions"
    index = text_of(folder / "README.md")
    listed = re.findall(r"^\| \[(\d+)\]\((.+)\) \| (.+) \|$", index, re.MULTILINE)
    titles = {path.name: text_of(path).splitlines()[0] for path in sorted(folder.glob("0*.md"))}
    assert [name for _, name, _ in listed] == list(titles)
    assert [f"# {number}. {title}" for number, _, title in listed] == list(titles.values())


def test_the_files_that_a_page_shows_are_read(tmp_path: Path) -> None:
    from xla_playground.bench.sessions.session_script import read_script
    from xla_playground.bench.sides import text_model
    from xla_playground.core.lab.source import read_lab

    page = text_of(ROOT / "docs" / "files.md")
    (lab,) = re.findall(r"```python\n(.+?)```", page, re.DOTALL)
    assert [one.name for one in read_lab(lab).inputs] == ["q", "k", "scale"]
    (script,) = re.findall(r"```json\n(.+?)```", page, re.DOTALL)
    path = tmp_path / "script.json"
    path.write_text(script, "utf-8")
    requests = read_script(path, text_model("playground-gpt2"))
    assert [request.options.strategy for request in requests] == ["greedy", "beam"]
