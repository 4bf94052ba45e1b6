"""Hatch's build hook: compiles the translations with Qt's ``lrelease``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[Any]):
    """Compiles each ``resources/translations/CODE.ts`` to ``CODE.qm`` before files are packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; the sdist carries the sources alone."""
        if self.target_name != "sdist":
            release(Path(self.root) / "resources" / "translations")


def release(folder: Path) -> None:
    """Compile the translations of a folder with Qt's ``lrelease``, which PySide6 brings."""
    import subprocess

    import PySide6

    lrelease = Path(PySide6.__file__).parent / "lrelease"
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        subprocess.run([lrelease, "-silent", source, "-qm", target], check=True)
