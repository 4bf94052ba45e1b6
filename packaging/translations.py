"""Brings the translations up to date with the code: ``make translations``.

Qt's ``lupdate`` reads the labels of the window, and a file in which the templates of
``core.messages`` stand as it reads them. Texts that are new stay marked as unfinished until they
are translated in ``resources/translations/CODE.ts``, by hand or with Qt Linguist
(``pyside6-linguist``). ``lrelease`` compiles the result.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "packaging"))


def update(folder: Path) -> None:
    """Add new texts to the files of a folder, and remove those that are gone."""
    sources = [
        p for room in ("ui", "bridge") for p in (ROOT / "xla_playground" / room).rglob("*.py")
    ]
    with tempfile.TemporaryDirectory() as made:
        templates = Path(made) / "messages.py"
        templates.write_text(_templates_as_source(), "utf-8")
        lupdate = Path(PySide6.__file__).parent / "lupdate"
        options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
        options += ["-tr-function-alias", "QT_TRANSLATE_NOOP+=_tr"]  # of the columns of calls
        for target in sorted(folder.glob("*.ts")):
            subprocess.run(
                [lupdate, *options, *sorted(sources), templates, "-ts", target], check=True
            )


def _templates_as_source() -> str:
    from xla_playground.core.messages.patterns import every_template

    lines = [
        f'translate("messages", {_quoted(text)}, "{template.id}")\n'
        for template in every_template()
        for text in (template.text, template.one)
        if text
    ]
    return "".join(sorted(set(lines)))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    from hatch_build import release

    update(FOLDER)
    release(FOLDER)
