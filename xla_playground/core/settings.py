"""Settings: what the window remembers, as one JSON file.

Only what is broken is reset: each entry is validated by itself, and a file that had to be
repaired is kept aside first.
"""

from __future__ import annotations

import json
import logging
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError, field_validator

from .aside import set_aside
from .frozen import Frozen
from .model_info import ModelInput
from .models import DEFAULT_MODEL
from .options import GenerationOptions
from .padding import Padding
from .replace_file import replace_file
from .request import MAX_PROMPT_CHARACTERS, Arm, Precision, Recipe
from .table_layout import TableLayout

logger = logging.getLogger(__name__)

SETTINGS_VERSION = 1

_MB = 1_000_000


class Theme(StrEnum):
    """Colours of the window; ``system`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(Frozen):
    """Everything that comes back at the next start.

    Attributes:
        geometry, dock_state: Qt's saved window geometry and dock layout, base64.
        tables: how tables were arranged, by name.
        zoom_percent: the size of texts, tables and plots.
        takes: what the model took when it was last loaded, so that a call need not wait for that.
        prompt_text: the prompt box, one prompt a line.
        audio: the file of the speech panel, empty before there was one.
        language, task: of speech models that have a choice of them, see ``Request``.
        speech_new_tokens: ``max_new_tokens`` of speech; ``None``: as many as the decoder holds.
            (``options`` has that of texts.)
        chat: whether prompts go through the chat template of a model that has one.
        precision: of models that run in it; the others run in float32.
        repeat: how many calls one press of Run makes.
        max_specializations: how many specializations the engine keeps in memory; each holds
            about 110 to 150 MB.
        store_limit_mb: what specializations on disk may take, in MB; 0: nothing is stored.
        memory_budget_mb: what the worker may hold before it makes room for a new one, in MB; 0: a
            quarter of the machine's memory.
    """

    version: int = SETTINGS_VERSION
    theme: Theme = Theme.SYSTEM
    geometry: str = ""
    dock_state: str = ""
    tables: dict[str, TableLayout] = Field(default_factory=dict)
    zoom_percent: int = Field(default=100, ge=50, le=200)
    model: str = DEFAULT_MODEL
    takes: ModelInput = ModelInput.TEXT
    prompt_text: str = "TensorFlow is"
    audio: str = ""
    language: str = ""
    task: str = ""
    speech_new_tokens: int | None = Field(default=None, ge=1, le=32_768)
    chat: bool = True
    precision: Precision = Precision.FLOAT32
    options: GenerationOptions = GenerationOptions()
    padding: Padding = Padding()
    arm: Arm = Arm.XLA
    recipe: Recipe = Recipe.DOCUMENTED
    repeat: int = Field(default=1, ge=1, le=1000)
    max_specializations: int = Field(default=16, ge=1, le=256)
    store_limit_mb: int = Field(default=2000, ge=0, le=1_000_000)
    memory_budget_mb: int = Field(default=0, ge=0, le=100_000_000)

    @property
    def store_limit_bytes(self) -> int:
        """``store_limit_mb`` in bytes."""
        return self.store_limit_mb * _MB

    @property
    def memory_budget_bytes(self) -> int | None:
        """``memory_budget_mb`` in bytes; ``None``: a quarter of the machine's memory."""
        return self.memory_budget_mb * _MB or None

    @field_validator("options")
    @classmethod
    def _check_options(cls, options: GenerationOptions) -> GenerationOptions:
        if options.max_new_tokens is None:  # only a recording leaves it open
            raise ValueError("max_new_tokens of texts is a number")
        return options

    @field_validator("geometry", "dock_state", "model", "prompt_text", "audio", "language", "task")
    @classmethod
    def _check_text(cls, text: str) -> str:
        text.encode("utf-8")  # half a character could not be saved again: a ValueError
        if any(len(line) > MAX_PROMPT_CHARACTERS for line in text.split("\n")):
            raise ValueError("a line too long")  # over which the editor would stand still
        return text


def load_settings(path: Path) -> tuple[Settings, list[str]]:
    """The settings at ``path`` and what to tell the user about them.

    A missing file means defaults. A file that is no settings file, or is from a newer version, is
    set aside; one with broken entries is, too, and only those are reset.
    """
    if path.exists() and not path.is_file():  # reading a pipe would wait for ever
        return Settings(), [_keep_aside(path, "cannot be read (not a file)")]
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings(), []
    except OSError as error:
        return Settings(), [_keep_aside(path, f"cannot be read ({error.strerror})")]
    except UnicodeDecodeError:
        return Settings(), [_keep_aside(path, "are not text")]
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return Settings(), [_keep_aside(path, "are not valid JSON")]
    if not isinstance(values, dict):
        return Settings(), [_keep_aside(path, "are not settings")]
    version = values.get("version")
    if isinstance(version, int) and version > SETTINGS_VERSION:
        return Settings(), [_keep_aside(path, "were written by a newer version")]
    values.pop("version", None)
    good, broken = _valid_entries(Settings, values)
    settings = Settings(**good)
    if not broken:
        return settings, []
    names = ", ".join(broken[:5] + ["…"] * (len(broken) > 5)).encode(errors="replace").decode()
    why = f"have entries that cannot be read ({names}), which were reset"
    notice = _keep_aside(path, why)
    try:
        save_settings(settings, path)  # so that the good ones are not lost in a crash
    except OSError as error:
        logger.warning("repaired settings not saved: %s", error)
    return settings, [notice]


def save_settings(settings: Settings, path: Path) -> None:
    """Write atomically, see ``replace_file``, the folder made where it is missing.

    Raises:
        OSError: it could not be written; the old file is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, settings.model_dump_json(indent=2).encode())


def _valid_entries(
    model: type[BaseModel], values: dict[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """The entries that ``model`` accepts, and the names of the others; one level deep."""
    good: dict[str, Any] = {}
    broken: list[str] = []
    for name, entry in values.items():
        value = entry
        field = model.model_fields.get(name)
        if field is not None and isinstance(field.default, Frozen) and isinstance(value, dict):
            value, inner = _valid_entries(type(field.default), value)
            broken += [f"{name}.{part}" for part in inner]
        try:
            parsed = model.model_validate({name: value})
        except ValidationError:
            broken.append(name)
        else:
            good[name] = getattr(parsed, name)
    return good, broken


def _keep_aside(path: Path, why: str) -> str:
    try:
        aside = set_aside(path)
    except OSError as error:
        return f"The settings {why}; they could not be set aside ({error.strerror})."
    return f"The settings {why}; the file was set aside as {aside.name}."
