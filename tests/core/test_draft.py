"""The draft: raw values in, a request or a problem out."""

from __future__ import annotations

import pytest

from xla_playground.core.draft import Draft
from xla_playground.core.errors import RequestError
from xla_playground.core.padding import Padding
from xla_playground.core.request import Arm
from xla_playground.core.settings import Settings

SETTINGS = Settings(prompt_text="XLA is\n\nA compiler is", arm=Arm.GRAPH, repeat=3)


def test_it_begins_as_the_settings_say() -> None:
    draft = Draft(SETTINGS)
    request = draft.request()
    assert request.prompts == ("XLA is", "A compiler is")
    assert (request.model, request.arm, draft.repeat) == (SETTINGS.model, Arm.GRAPH, 3)
    assert draft.remembered_in(Settings(), request) == SETTINGS


def test_what_is_not_named_stays() -> None:
    draft = Draft(SETTINGS)
    draft.update(arm="xla", padding={"mode": "fixed", "length": 24})
    draft.update(prompt_text="XLA is", repeat=5)
    request = draft.request()
    assert (request.arm, request.prompts, draft.repeat) == (Arm.XLA, ("XLA is",), 5)
    assert request.padding == Padding.model_validate({"mode": "fixed", "length": 24})
    assert request.options == SETTINGS.options


def test_each_request_is_a_new_one() -> None:
    draft = Draft(SETTINGS)
    assert draft.request().id != draft.request().id


@pytest.mark.parametrize(
    ("values", "field"),
    [({"prompt_text": " \n"}, "prompts"), ({"options": {"max_new_tokens": 0}}, "max_new_tokens")],
)
def test_a_problem_names_its_field(values: dict[str, object], field: str) -> None:
    draft = Draft(SETTINGS)
    draft.update(**values)  # type: ignore[arg-type]  # raw values, as panels hand them in
    with pytest.raises(RequestError) as caught:
        draft.request()
    assert caught.value.field == field
