"""The next call as the panels say it: raw, perhaps with a problem."""

from __future__ import annotations

from typing import Any

from .request import Request, prompts_from_text
from .settings import Settings


class Draft:
    """Raw values of the panels, as they are typed.

    Attributes:
        model: name or folder of the model.
        repeat: how many calls one press of Run makes.
    """

    def __init__(self, settings: Settings) -> None:
        self.model = settings.model
        self.repeat = settings.repeat
        self._prompt_text = settings.prompt_text
        self._values: dict[str, Any] = {
            "options": settings.options.model_dump(),
            "padding": settings.padding.model_dump(),
            "arm": settings.arm,
            "recipe": settings.recipe,
        }

    def update(
        self,
        *,
        model: str | None = None,
        prompt_text: str | None = None,
        repeat: int | None = None,
        **values: Any,
    ) -> None:
        """Take up new values, also of ``options``, ``padding``, ``arm`` and ``recipe``."""
        self.model = self.model if model is None else model
        self.repeat = self.repeat if repeat is None else repeat
        self._prompt_text = self._prompt_text if prompt_text is None else prompt_text
        self._values |= values

    def request(self) -> Request:
        """The request that the draft means, new at each time.

        Raises:
            RequestError: naming the field and what to do.
        """
        prompts = prompts_from_text(self._prompt_text)
        return Request.parse({"model": self.model, "prompts": prompts, **self._values})

    def remembered_in(self, settings: Settings, request: Request) -> Settings:
        """``settings`` with the draft, whose ``request`` proved to be valid."""
        return settings.model_copy(
            update={
                "model": request.model,
                "prompt_text": self._prompt_text,
                "options": request.options,
                "padding": request.padding,
                "arm": request.arm,
                "recipe": request.recipe,
                "repeat": self.repeat,
            }
        )
