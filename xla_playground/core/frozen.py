"""The base of everything that crosses a thread or a process."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable value: to change one, make a new one with ``model_copy``."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="constants")
