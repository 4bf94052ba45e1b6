"""The engine's side of the store: it writes programs to disk, and finds and reads them."""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...core.call.request import Arm, Recipe
from ...core.call.specialization import SpecializationKey
from ...core.checkpoint.digest import model_digest
from ...core.errors import EnvironmentFault
from ...core.messages.message import Message
from ...core.store.file import Manifest
from ...core.store.parts import difference
from ...core.store.store import SpecializationStore
from ..model.loading import LoadedModel
from ..protocols.tensorflow import TensorFlow
from ..rewrites.table import Rewrites
from .first_result import FirstResult
from .portable_function import PortableFunction

logger = logging.getLogger(__name__)

_EXECUTABLE = "executable/"


@dataclass(frozen=True)
class StoredProgram:
    """A program read from disk, not yet checked.

    Attributes:
        function: what to run.
        result: the required result of its first run.
        executables: files that TensorFlow looks for at that run.
    """

    function: PortableFunction
    result: FirstResult
    executables: Mapping[str, bytes]


class StoredSpecializations:
    """Specializations of this machine, these versions and a model's very weights, on disk."""

    def __init__(
        self,
        tf: TensorFlow,
        store: SpecializationStore,
        surroundings: dict[str, str],
        rewrites: Rewrites,
    ) -> None:
        self._tf = tf
        self._store = store
        self._surroundings = surroundings
        self._rewrites = rewrites
        self._models: dict[str, str] = {}
        self._families: dict[str, str] = {}

    def learn(self, loaded: LoadedModel, key_model: str) -> str | None:
        """Return and keep a model's digest; the model's files are read once, which takes a second
        if they are large.
        """
        try:
            digest = model_digest(Path(loaded.info.path), self._store.folder / "models.json")
        except OSError as error:
            logger.warning("no digest of %s: %s", loaded.info.path, error)
            self._models.pop(key_model, None)
            return None
        self._models[key_model] = digest
        self._families[key_model] = loaded.model.config.model_type
        return digest

    def remember(self, key_model: str, digest: str, family: str) -> None:
        """Keep the digest of a model that has no folder."""
        self._models[key_model] = digest
        self._families[key_model] = family

    def forget(self, key_model: str) -> None:
        """Drop the digest of a model that left memory, so that its entries are no longer found."""
        self._models.pop(key_model, None)
        self._families.pop(key_model, None)

    def digest(self, key: SpecializationKey) -> str | None:
        """Return the digest that the specialization of ``key`` is stored under, ``None`` if it
        never is.

        The documented recipe is never stored: its first call costs what it costs everybody.
        """
        parts = self._parts(key)
        if parts is None:
            return None
        options = {name: value for name, value in key.as_dict().items() if name != "model"}
        described = json.dumps({"made_with": parts, "key": options}, sort_keys=True)
        return hashlib.sha256(described.encode()).hexdigest()

    def _parts(self, key: SpecializationKey) -> dict[str, str] | None:
        """Return the parts that a stored ``key`` depends on, ``None`` if it is never stored."""
        model = self._models.get(key.model)
        if model is None or key.recipe is not Recipe.FAST or key.arm is Arm.EAGER:
            return None
        rewrites = ", ".join(self._rewrites.names(self._families[key.model]))
        return self._surroundings | {"model": model, "rewrites": rewrites}

    def has(self, key: SpecializationKey) -> bool:
        """Return whether there is an entry for ``key``."""
        digest = self.digest(key)
        return digest is not None and digest in self._store

    def entries(self) -> dict[SpecializationKey, int]:
        """Return the keys of the entries that the loaded models can use, with the bytes of each
        entry.
        """
        found = {}
        for entry in self._store.entries():
            for model in self._models:
                key = entry.manifest.key.model_copy(update={"model": model})
                is_alike = self._parts(key) == entry.manifest.made_with  # before the digest: fast
                if is_alike and self.digest(key) == entry.manifest.digest:
                    found[key] = entry.size_bytes
        return found

    def why_missed(self, key: SpecializationKey) -> Message | None:
        """Return why entries for calls like those of ``key`` are of no use, ``None`` without any.

        Such entries are of the same model, arm, precision, rows and kind of search. The one that
        was used last counts.
        """
        parts = self._parts(key)
        if parts is None:
            return None
        old = (entry.manifest for entry in self._store.entries())
        alike = (manifest for manifest in old if _is_alike(manifest.key, key))
        reasons = (difference(manifest.made_with, parts) for manifest in alike)
        return next((reason for reason in reasons if reason), None)

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
    ) -> Message | None:
        """Keep a program; return the notice that it could not be, else ``None``.

        Args:
            first_ns: time to trace and compile it, in ns.
        """
        digest = self.digest(key)
        if digest is None:
            return None
        parts = program.function.to_parts() | program.result.to_parts()
        parts |= {_EXECUTABLE + name: data for name, data in program.executables.items()}
        manifest = Manifest(
            digest=digest,
            key=key,
            created_at=time.time(),
            first_ns=first_ns,
            made_with=self._parts(key) or {},
        )
        try:
            self._store.write(manifest, parts)
        except EnvironmentFault as fault:
            logger.warning("%s", fault.sentence)
            return fault.message
        return None

    def remove(self, key: SpecializationKey) -> None:
        """Remove the entry of ``key``, whose program failed its check."""
        digest = self.digest(key)
        if digest is not None:
            self._store.remove(digest)


def _is_alike(old: SpecializationKey, new: SpecializationKey) -> bool:
    """Return whether ``old``, perhaps of an earlier version, serves calls like those of ``new``."""
    before, after = dict(old.options), dict(new.options)
    searches = str(before.get("strategy")).split("/")  # 0.1.0 had "greedy/sampling"
    return after["strategy"] in searches and all(
        one == other
        for one, other in (
            (old.model, new.model),
            (old.arm, new.arm),
            (old.precision, new.precision),
            (old.batch, new.batch),
            (before.get("num_beams"), after.get("num_beams")),
        )
    )
