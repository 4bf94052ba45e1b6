"""The engine's side of the store: what of a specialization is kept, and how it comes back."""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.errors import EnvironmentFault
from ..core.model_digest import model_digest
from ..core.request import Arm, Recipe
from ..core.specialization import SpecializationKey
from ..core.store import SpecializationStore
from ..core.store_file import Manifest
from .first_result import FirstResult
from .loading import LoadedModel
from .portable_function import PortableFunction

logger = logging.getLogger(__name__)

_EXECUTABLE = "executable/"


@dataclass(frozen=True)
class StoredProgram:
    """What was read from disk, not yet checked.

    Attributes:
        function: what to run.
        result: what its first run must give.
        executables: files that TensorFlow looks for at that run.
    """

    function: PortableFunction
    result: FirstResult
    executables: Mapping[str, bytes]


class StoredSpecializations:
    """Specializations of this machine, these versions and a model's very weights, on disk."""

    def __init__(self, tf: Any, store: SpecializationStore, surroundings: dict[str, str]) -> None:
        self._tf = tf
        self._store = store
        self._surroundings = surroundings
        self._models: dict[str, str] = {}

    @property
    def store(self) -> SpecializationStore:
        """The files."""
        return self._store

    def learn(self, loaded: LoadedModel, key_model: str) -> str | None:
        """Remember and return a model's digest: its files are read once, in a second if large."""
        try:
            digest = model_digest(Path(loaded.info.path), self._store.folder / "models.json")
        except OSError as error:
            logger.warning("no digest of %s: %s", loaded.info.path, error)
            self._models.pop(key_model, None)
            return None
        self._models[key_model] = digest
        return digest

    def remember(self, key_model: str, digest: str) -> None:
        """Remember the digest of a model that is no folder."""
        self._models[key_model] = digest

    def digest(self, key: SpecializationKey) -> str | None:
        """What the specialization of ``key`` is stored under; ``None`` where it never is.

        The documented recipe is not: its first call costs what it costs everybody.
        """
        model = self._models.get(key.model)
        if model is None or key.recipe is not Recipe.FAST or key.arm is Arm.EAGER:
            return None
        described = self._surroundings | {"key": key.as_dict() | {"model": model}}
        return hashlib.sha256(json.dumps(described, sort_keys=True).encode()).hexdigest()

    def has(self, key: SpecializationKey) -> bool:
        """Whether there is an entry for ``key``."""
        digest = self.digest(key)
        return digest is not None and digest in self._store

    def entries(self) -> dict[SpecializationKey, int]:
        """The entries that the models loaded now can use, and the bytes that each takes."""
        found = {}
        for entry in self._store.entries():
            for model in self._models:
                key = entry.manifest.key.model_copy(update={"model": model})
                if self.digest(key) == entry.manifest.digest:
                    found[key] = entry.size_bytes
        return found

    def read(self, key: SpecializationKey) -> StoredProgram | None:
        """Return the program of ``key``; ``None`` is a miss."""
        digest = self.digest(key)
        entry = self._store.read(digest) if digest else None
        if digest is None or entry is None:
            return None
        try:
            function = PortableFunction.from_parts(entry.parts)
            result = FirstResult.from_parts(entry.parts)
        except (KeyError, TypeError, ValueError) as error:
            logger.warning("the stored %s is of no use: %s", key.label(), error)
            self._store.remove(digest)
            return None
        executables = {
            name.removeprefix(_EXECUTABLE): data
            for name, data in entry.parts.items()
            if name.startswith(_EXECUTABLE)
        }
        return StoredProgram(function, result, executables)

    def write(
        self,
        key: SpecializationKey,
        program: StoredProgram,
        first_ns: int,
    ) -> str | None:
        """Keep a program; returns a sentence on why it could not be.

        Args:
            first_ns: what tracing and compiling it cost, in ns.
        """
        digest = self.digest(key)
        if digest is None:
            return None
        parts = program.function.to_parts() | program.result.to_parts()
        parts |= {_EXECUTABLE + name: data for name, data in program.executables.items()}
        manifest = Manifest(digest=digest, key=key, created_at=time.time(), first_ns=first_ns)
        try:
            self._store.write(manifest, parts)
        except EnvironmentFault as fault:
            logger.warning("%s", fault.sentence)
            return fault.sentence
        return None

    def remove(self, key: SpecializationKey) -> None:
        """Forget an entry that did not do what it should."""
        digest = self.digest(key)
        if digest is not None:
            self._store.remove(digest)
