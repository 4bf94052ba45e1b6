"""Fill in what a request leaves to its model."""

from __future__ import annotations

from ..model.info import ModelInfo, ModelInput, room_for_new_tokens
from ..options.table import SPEC_OF
from .request import Request


def settled(request: Request, info: ModelInfo) -> Request:
    """Return ``request`` with a number of new tokens: for speech all that the decoder holds.

    Raises:
        RequestError: the model has no such language or task.
    """
    if info.takes is not ModelInput.SPEECH or not request.audio:
        return request  # checked where the inputs are made
    if info.speech_prompt is not None:
        info.speech_prompt.chosen(request.language, request.task)
    if request.options.max_new_tokens is not None:
        return request
    spec = SPEC_OF["max_new_tokens"]
    room = min(room_for_new_tokens(info) or int(spec.default), int(spec.maximum))
    options = request.options.model_copy(update={"max_new_tokens": room})
    return request.model_copy(update={"options": options})
