"""Settings: what the window remembers, as one JSON file.

Only what is broken is reset: each entry is validated by itself, and a file that had to be
repaired is kept aside first.
"""

from __future__ import annotations

import json
import logging
import os
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, Field, ValidationError, field_validator

from ..call.padding import Padding
from ..call.request import MAX_BLOCK_TOKENS, MAX_PROMPT_CHARACTERS, Arm, Precision, Recipe
from ..checkpoint.catalog import DEFAULT_MODEL
from ..files.quarantine import set_aside
from ..files.replace_file import replace_file
from ..frozen import Frozen
from ..lab.limits import LabLimits
from ..messages import store as messages
from ..messages.message import Message
from ..model.info import ModelInput
from ..numbers import NumberRange, Typed
from ..options.options import GenerationOptions
from ..options.table import SPEC_OF
from .plot_settings import PlotSettings
from .race_settings import RaceSettings
from .table_layout import TableLayout

logger = logging.getLogger(__name__)

SETTINGS_VERSION = 1

_MB = 1_000_000
_MB_IN_GB = 1000
#: Room for what is typed at the end of the longest line that an editor takes.
_LONGEST_LINE = MAX_PROMPT_CHARACTERS + 4096

_TOKENS = SPEC_OF["max_new_tokens"]

REPEAT_RANGE = NumberRange("repeat", 1, 1000)
#: The entries of limits, which are shown in GB and kept in MB, by field.
LIMIT_RANGES_GB = {
    "store_limit_mb": NumberRange(messages.STORE_LIMIT_FIELD(), 0, 1000, is_integer=False),
    "memory_budget_mb": NumberRange(messages.MEMORY_BUDGET_FIELD(), 0, 10_000, is_integer=False),
}

FrozenT = TypeVar("FrozenT", bound=Frozen)


class Theme(StrEnum):
    """Colours of the window; ``system`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(Frozen):
    """Everything that comes back at the next start.

    Attributes:
        ui_language: code of the window's language; empty: that of the system.
        geometry, dock_state: Qt's saved window geometry and dock layout, base64.
        tables: how tables were arranged, by name.
        plots: axes and steady states of the plots.
        race: lanes and calls of the race page.
        zoom_percent: the size of texts, tables and plots.
        takes: the model's kind of input when it was last loaded, so that a call need not wait for
            the check.
        prompt_text: the prompt box, one prompt a line.
        audio: the file of the speech panel, empty before there was one.
        language, task: of speech models that have a choice of them, see ``Request``.
        speech_new_tokens: ``max_new_tokens`` of speech; ``None``: as many as the decoder holds.
            (``options`` has that of texts.)
        chat: whether prompts go through the chat template of a model that has one.
        precision: of models that run in it; the others run in float32.
        recipe: of the window; the command line's default is the documented one.
        block_tokens: of calls of the fast recipe, see ``Request``; ``None``: no stream.
        repeat: how many calls one press of Run makes.
        max_specializations: how many specializations the engine keeps in memory; each holds
            about 110 to 150 MB.
        store_limit_mb: limit for specializations on disk, in MB; 0: nothing is stored.
        memory_budget_mb: memory that the worker may hold before a new one replaces it, in MB; 0: a
            quarter of the machine's memory.
        checks_parity: whether specializations are checked against eager while no call runs.
        call_filter: what is typed above the table of calls.
        seconds_of_history: whether the seconds are those of all sessions, or of this one.
        lab_looks_inside: whether a run of the lab looks inside XLA.
        lab_limits: what a run of the lab may take.
        has_seen_tour: whether the tour was ended once; only who has no file yet has not seen it.
        typed: by field, the content of an entry that the field cannot hold: a text that is no
            number, a number out of range or at odds with another option; for a seed perhaps both
            numbers. The field keeps the last value that it could hold.
    """

    version: int = SETTINGS_VERSION
    theme: Theme = Theme.SYSTEM
    ui_language: str = ""
    geometry: str = ""
    dock_state: str = ""
    tables: dict[str, TableLayout] = Field(default_factory=dict)
    plots: PlotSettings = PlotSettings()
    race: RaceSettings = RaceSettings()
    zoom_percent: int = Field(default=100, ge=50, le=200)
    model: str = DEFAULT_MODEL
    takes: ModelInput = ModelInput.TEXT
    prompt_text: str = "TensorFlow is"
    audio: str = ""
    language: str = ""
    task: str = ""
    speech_new_tokens: int | None = Field(default=None, ge=_TOKENS.minimum, le=_TOKENS.maximum)
    chat: bool = True
    precision: Precision = Precision.FLOAT32
    options: GenerationOptions = GenerationOptions()
    padding: Padding = Padding()
    arm: Arm = Arm.XLA
    recipe: Recipe = Recipe.FAST
    block_tokens: int | None = Field(default=8, ge=1, le=MAX_BLOCK_TOKENS)
    repeat: int = Field(default=1, ge=REPEAT_RANGE.minimum, le=REPEAT_RANGE.maximum)
    max_specializations: int = Field(default=16, ge=1, le=256)
    store_limit_mb: int = Field(default=2000, ge=0, le=1_000_000)
    memory_budget_mb: int = Field(default=0, ge=0, le=100_000_000)
    checks_parity: bool = True
    call_filter: str = ""
    seconds_of_history: bool = False
    lab_looks_inside: bool = False
    lab_limits: LabLimits = LabLimits()
    has_seen_tour: bool = True
    typed: dict[str, Typed | tuple[Typed, Typed]] = Field(default_factory=dict)

    @property
    def store_limit_bytes(self) -> int:
        """Return ``store_limit_mb`` in bytes."""
        return self.store_limit_mb * _MB

    @property
    def memory_budget_bytes(self) -> int | None:
        """Return ``memory_budget_mb`` in bytes.

        ``None`` means a quarter of the machine's memory.
        """
        return self.memory_budget_mb * _MB or None

    @field_validator("options")
    @classmethod
    def _check_options(cls, options: GenerationOptions) -> GenerationOptions:
        if options.max_new_tokens is None:  # only a recording leaves it open
            raise ValueError("max_new_tokens of texts is a number")
        return options

    def as_typed(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return ``values`` by field as their entries show them."""
        return {name: self.typed.get(name, value) for name, value in values.items()}

    def limits_gb(self) -> dict[str, Typed]:
        """Return the limits in GB by field, as their entries show them."""
        return self.as_typed({name: getattr(self, name) / _MB_IN_GB for name in LIMIT_RANGES_GB})

    def with_limits_gb(self, limits: dict[str, Typed]) -> Settings:
        """Return these settings with limits by field, as they are typed in GB."""
        held, typed = {}, {}
        for name, value in limits.items():
            if isinstance(value, str) or LIMIT_RANGES_GB[name].problem(value):
                typed[name] = value
            else:
                held[name] = round(value * _MB_IN_GB)
        others = {name: value for name, value in self.typed.items() if name not in limits}
        return self.model_copy(update={**held, "typed": others | typed})

    @field_validator("typed")
    @classmethod
    def _check_typed(cls, typed: dict[str, Any]) -> dict[str, Any]:
        for value in [*typed, *typed.values()]:
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str):
                    text.encode()  # as below
        return typed

    @field_validator(
        "geometry", "dock_state", "model", "prompt_text", "audio", "language", "task", "call_filter"
    )
    @classmethod
    def _check_text(cls, text: str) -> str:
        text.encode("utf-8")  # half a character could not be saved again: a ValueError
        if any(len(line) > _LONGEST_LINE for line in text.split("\n")):
            raise ValueError("a line too long")  # over which the editor would stand still
        return text


def load_settings(path: Path) -> tuple[Settings, list[Message]]:
    """Return the settings at ``path`` and the notices to show to the user about them.

    A missing file means defaults, and a first start. A file that is no settings file, or is from a
    newer version, is set aside; one with broken entries is, too, and only those are reset.
    """
    if path.exists() and not path.is_file():  # reading a pipe would wait for ever
        return Settings(), [_keep_aside(path, messages.SETTINGS_NOT_A_FILE())]
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings(has_seen_tour=False), []
    except OSError as error:
        why = messages.SETTINGS_UNREADABLE(why=str(error.strerror))
        return Settings(), [_keep_aside(path, why)]
    except UnicodeDecodeError:
        return Settings(), [_keep_aside(path, messages.SETTINGS_NOT_TEXT())]
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return Settings(), [_keep_aside(path, messages.SETTINGS_NOT_JSON())]
    if not isinstance(values, dict):
        return Settings(), [_keep_aside(path, messages.NOT_SETTINGS())]
    version = values.get("version")
    if isinstance(version, int) and version > SETTINGS_VERSION:
        return Settings(), [_keep_aside(path, messages.SETTINGS_NEWER(), "newer")]
    values.pop("version", None)
    good, broken = _valid_entries(values)
    settings = Settings(**good)
    if not broken:
        return settings, []
    names = (*broken[:5], *["…"] * (len(broken) > 5))
    notice = _keep_aside(path, messages.SETTINGS_RESET(names=names))
    try:
        save_settings(settings, path)  # so that the good ones are not lost in a crash
    except OSError as error:
        logger.warning("repaired settings not saved: %s", error)
    return settings, [notice]


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings atomically, see ``replace_file``; create the folder if it is missing.

    Raises:
        OSError: it could not be written; the old file is untouched.
    """
    Path(os.path.realpath(path)).parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, settings.model_dump_json(indent=2).encode())


def held_fields(model: FrozenT, values: dict[str, Any]) -> tuple[FrozenT, dict[str, Any]]:
    """Return ``model`` with the values that it can hold, and those that it cannot, by field."""
    try:
        return type(model).model_validate(model.model_dump() | values), {}
    except ValidationError:
        pass
    left: dict[str, Any] = {}
    for name in [field for field in type(model).model_fields if field in values]:
        try:
            model = type(model).model_validate(model.model_dump() | {name: values[name]})
        except ValidationError:
            left[name] = values[name]
    return model, left


def _valid_entries(values: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the entries that settings accept, and the names of the others.

    Options that are valid each and contradict each other are kept as typed.
    """
    good: dict[str, Any] = {}
    broken: list[str] = []
    typed: dict[str, Typed] = {}
    for name, value in values.items():
        field = Settings.model_fields.get(name)
        if field is not None and isinstance(field.default, Frozen) and isinstance(value, dict):
            valid = {}
            for part, inner in value.items():
                if _is_valid(type(field.default), part, inner):
                    valid[part] = inner
                else:
                    broken.append(f"{name}.{part}")
            good[name], left = held_fields(field.default, valid)
            typed |= left
        elif _is_valid(Settings, name, value):
            good[name] = getattr(Settings.model_validate({name: value}), name)
        else:
            broken.append(name)
    return good | {"typed": good.get("typed", {}) | typed}, broken


def _is_valid(model: type[BaseModel], name: str, value: Any) -> bool:
    """Return whether a value is right by itself; it may be at odds with other entries."""
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        found = error.errors(include_url=False)
        return name in model.model_fields and not any(finding["loc"] for finding in found)
    return True


def _keep_aside(path: Path, why: Message, kind: str = "broken") -> Message:
    try:
        aside = set_aside(path, kind)
    except OSError as error:
        return messages.SETTINGS_NOT_SET_ASIDE(why=why, failure=str(error.strerror))
    return messages.SETTINGS_SET_ASIDE(why=why, aside=aside.name)
