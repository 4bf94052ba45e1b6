"""Download the files that a model of the hub needs, and no code."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import requests

from ...core.configuration.families import FAMILIES
from ...core.engine.pull import PullStage
from ...core.errors import CheckpointError, EnvironmentFault, shown
from ...core.messages.models import checkpoint
from ...core.messages.models import library as messages
from ...core.paths import cache_dir
from ..files.file_digest import sha256_of
from ..files.new_folder import need_space, new_folder
from ..files.progress import OnProgress
from ..inspection import inspect_path
from .download import Unavailable, refusal
from .report import PullReport

_TIMEOUT_S = 10.0
_WATCH_S = 0.2

#: The only names of files that are downloaded. None contains a folder, so none can lead out of its
#: own.
_SMALL_FILES = frozenset(
    (
        "config.json",
        "generation_config.json",
        "preprocessor_config.json",
        "tokenizer.json",
        "tokenizer_config.json",
        "tokenizer.model",
        "special_tokens_map.json",
        "added_tokens.json",
        "chat_template.jinja",
        "vocab.json",
        "merges.txt",
        "normalizer.json",
        "spiece.model",
        "sentencepiece.bpe.model",
        "source.spm",
        "target.spm",
        "README.md",
    )
)
_WHOLE = "model.safetensors"
_INDEX = "model.safetensors.index.json"
_SHARD = re.compile(r"model-\d{5}-of-\d{5}\.safetensors", re.ASCII)
_H5 = "tf_model.h5"


@dataclass(frozen=True)
class HubFile:
    """A file of a hub model: its size, and the digest of its bytes (of large ones SHA-256)."""

    name: str
    size_bytes: int
    sha256: str
    git_sha1: str

    def fits(self, path: Path) -> bool:
        """Return whether the file at ``path`` has the expected size and digest."""
        if path.stat().st_size != self.size_bytes:
            return False
        if self.sha256:
            return sha256_of(path) == self.sha256
        blob = hashlib.sha1(f"blob {self.size_bytes}\0".encode(), usedforsecurity=False)
        blob.update(path.read_bytes())
        return not self.git_sha1 or blob.hexdigest() == self.git_sha1


def pull_from_hub(hub_id: str, target: Path, report: PullReport) -> None:
    """Download the current version of the model ``hub_id``, check it, and move it to the folder
    ``target``.

    Files stay in the hub's own cache layout until all of them are downloaded, so that a pull can be
    resumed.

    Raises:
        Unavailable: the hub cannot be reached, or refuses the model.
        EnvironmentFault: no room, or a wrong digest.
        CheckpointError: it holds no model that can run here.
        OSError: something cannot be written.
    """
    on_progress = report.stage(PullStage.DOWNLOADING)
    commit, listed = _listing(hub_id)
    files = needed_files(hub_id, listed)
    cache = cache_dir() / "hub"
    need_space(cache, sum(file.size_bytes for file in files) - _bytes_below(_blobs(cache, hub_id)))
    total = sum(file.size_bytes for file in files)
    with _watched(_blobs(cache, hub_id), total, on_progress):
        fetched = {}
        for file in files:
            fetched[file.name] = _fetch(hub_id, commit, file, cache)
            if file.name == "config.json":
                _check_family(hub_id, fetched[file.name])
    on_progress(total, total)
    _check_digests(files, fetched, report.stage(PullStage.CHECKING))
    with new_folder(target) as folder:
        for name, path in fetched.items():
            _link_or_copy(path.resolve(), folder / name)
        try:
            inspect_path(folder, name=hub_id)
        except CheckpointError as error:  # its folder has a passing name that says nothing
            raise CheckpointError(error.message.renamed(folder.name, hub_id)) from None
    shutil.rmtree(_repository(cache, hub_id), ignore_errors=True)


def needed_files(hub_id: str, listed: list[HubFile]) -> list[HubFile]:
    """Return the files of a model to download: ``config.json`` first, the weights last.

    Raises:
        CheckpointError: there are no weights that can be read here.
    """
    by_name = {file.name: file for file in listed}
    if "config.json" not in by_name:
        raise CheckpointError(messages.HUB_NO_CONFIG(model=hub_id))
    shards = sorted(name for name in by_name if _SHARD.fullmatch(name))
    if _WHOLE in by_name:
        weights = [_WHOLE]
    elif shards and _INDEX in by_name:
        weights = [_INDEX, *shards]
    elif _H5 in by_name:
        weights = [_H5]
    else:
        if any(name.endswith((".bin", ".pt", ".pth")) for name in by_name):
            raise CheckpointError(messages.HUB_ONLY_PICKLES(model=hub_id, file=_WHOLE))
        raise CheckpointError(messages.HUB_NO_WEIGHTS(model=hub_id, file=_WHOLE))
    small = sorted(_SMALL_FILES & by_name.keys() - {"config.json"})
    return [by_name[name] for name in ("config.json", *small, *weights)]


def _listing(hub_id: str) -> tuple[str, list[HubFile]]:
    """Return the current commit of ``hub_id`` and its files."""
    from huggingface_hub import HfApi

    with _told(hub_id):
        info = HfApi().model_info(hub_id, files_metadata=True, timeout=_TIMEOUT_S)
        if not info.sha or not re.fullmatch(r"[0-9a-f]{40}", info.sha):
            raise Unavailable(messages.HUB_NO_VERSION(model=hub_id))
        return info.sha, [
            HubFile(
                name=file.rfilename,
                size_bytes=file.size or 0,
                sha256=file.lfs.sha256 if file.lfs else "",
                git_sha1=file.blob_id or "",
            )
            for file in info.siblings or []
        ]


def _fetch(hub_id: str, commit: str, file: HubFile, cache: Path) -> Path:
    from huggingface_hub import hf_hub_download

    with _told(hub_id):
        return Path(
            hf_hub_download(
                hub_id, file.name, revision=commit, cache_dir=cache, etag_timeout=_TIMEOUT_S
            )
        )


@contextmanager
def _told(hub_id: str) -> Iterator[None]:
    """Turn exceptions of the hub and its client into ``Unavailable`` or ``EnvironmentFault``."""
    from huggingface_hub.errors import (
        GatedRepoError,
        HfHubHTTPError,
        LocalEntryNotFoundError,
        RepositoryNotFoundError,
    )

    host = hub_host()
    offline = messages.HUB_NOT_REACHED(host=host)
    try:
        yield
    except GatedRepoError:
        raise Unavailable(messages.HUB_GATED(model=hub_id, host=host)) from None
    except RepositoryNotFoundError:
        raise Unavailable(messages.HUB_HAS_NOT(host=host, model=hub_id)) from None
    except LocalEntryNotFoundError:
        raise Unavailable(offline) from None
    except HfHubHTTPError as error:
        status = error.response.status_code if error.response is not None else 0
        raise Unavailable(refusal(host, status)) from None
    except requests.Timeout:
        raise Unavailable(messages.HUB_NO_ANSWER(host=host)) from None
    except (requests.RequestException, ConnectionError):  # the second: told to stay offline
        raise Unavailable(offline) from None
    except OSError as error:  # a wrong size is an OSError without a number
        if error.errno == errno.ENOSPC:
            raise EnvironmentFault(messages.DISK_OF_FULL(folder=str(cache_dir()))) from None
        if error.errno is not None:
            raise
        raise Unavailable(messages.HUB_STOPPED(host=host)) from None


def hub_host() -> str:
    """Return the name of the hub's host, from ``HF_ENDPOINT`` if it is set."""
    return urlsplit(os.environ.get("HF_ENDPOINT", "https://huggingface.co")).hostname or "the hub"


def _check_family(hub_id: str, path: Path) -> None:
    """Refuse a model that cannot run before its weights are downloaded."""
    try:
        family = json.loads(path.read_text("utf-8")).get("model_type")
    except (ValueError, AttributeError, RecursionError):
        raise CheckpointError(messages.HUB_BAD_CONFIG(model=hub_id)) from None
    if not isinstance(family, str) or family not in FAMILIES:
        known = tuple(f.label for f in FAMILIES.values())
        problem = checkpoint.MODEL_TYPE(model=hub_id, type=shown(family), known=known)
        raise CheckpointError(problem)


def _check_digests(files: list[HubFile], fetched: dict[str, Path], on_progress: OnProgress) -> None:
    done, total = 0, sum(file.size_bytes for file in files)
    for file in files:
        blob = fetched[file.name].resolve()
        if not file.fits(blob):
            blob.unlink()
            raise EnvironmentFault(messages.HUB_WRONG_DIGEST(host=hub_host(), file=file.name))
        done += file.size_bytes
        on_progress(done, total)


@contextmanager
def _watched(blobs: Path, total_bytes: int, on_progress: OnProgress) -> Iterator[None]:
    """Report the size of the files below ``blobs`` to ``on_progress`` while the block runs.

    The hub's client shows its progress on terminals only.
    """
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(_WATCH_S):
            on_progress(min(_bytes_below(blobs), total_bytes), total_bytes)

    thread = threading.Thread(target=watch, name="download-watch", daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def _bytes_below(folder: Path) -> int:
    size = 0
    for path in folder.glob("*"):
        try:
            size += path.stat().st_size
        except OSError:  # it was just renamed
            continue
    return size


def _repository(cache: Path, hub_id: str) -> Path:
    return cache / f"models--{hub_id.replace('/', '--')}"


def _blobs(cache: Path, hub_id: str) -> Path:
    return _repository(cache, hub_id) / "blobs"


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without links
        shutil.copyfile(source, target)
