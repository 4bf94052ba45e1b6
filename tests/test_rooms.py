"""The rooms of the package: how large they are, and which import which."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "xla_playground"
MODULES = {path: path.relative_to(ROOT).with_suffix("").parts for path in PACKAGE.rglob("*.py")}
NAMES = {".".join(parts) for parts in MODULES.values()}
#: Most lines of a module, and most modules of a folder side by side.
LINES, MODULES_SIDE_BY_SIDE = 400, 12
#: Modules that are still longer.
LONG: set[str] = set()


def imported(path: Path) -> Iterator[str]:
    """The modules of the package that one imports, also where it does so in a function."""
    parts = MODULES[path]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in NAMES)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(parts[: -node.level]) if node.level else ""
            source = ".".join(filter(None, (base, node.module or "")))
            for alias in node.names:
                name = f"{source}.{alias.name}"
                yield name if name in NAMES else source


def folder_of(module: str) -> str | None:
    """The folder that a module is in; of a package itself it is that package."""
    if f"{module}.__init__" in NAMES:
        return module
    return module.rpartition(".")[0] if module in NAMES else None


def test_no_two_folders_import_each_other() -> None:
    imports: dict[str, dict[str, str]] = defaultdict(dict)
    for path, parts in MODULES.items():
        if parts[-1] == "__init__":
            continue  # what a package offers comes from within it
        here = ".".join(parts[:-1])
        for module in imported(path):
            there = folder_of(module)
            if there not in (None, here, "xla_playground"):
                imports[here].setdefault(str(there), f"{'.'.join(parts)} imports {module}")
    assert len(imports) > 20
    mutual = [
        (imports[one][other], imports[other][one])
        for one in imports
        for other in imports[one]
        if one < other and one in imports.get(other, {})
    ]
    assert mutual == []


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def test_nothing_private_is_imported() -> None:
    """Neither a module that begins with an underscore nor such a name of another module."""
    found = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (getattr(node, "module", None), *(alias.name for alias in node.names))
        if name and any(map(is_private, name.split(".")))
    ]
    assert found == []


def test_no_other_module_is_long() -> None:
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    long = {str(path.relative_to(PACKAGE)) for path, lines in sizes.items() if lines > LINES}
    assert long == LONG


def test_no_folder_is_crowded() -> None:
    count: dict[str, int] = defaultdict(int)
    for path in MODULES:
        count[str(path.parent.relative_to(PACKAGE))] += path.name != "__init__.py"
    assert {name: n for name, n in count.items() if n > MODULES_SIDE_BY_SIDE} == {}
