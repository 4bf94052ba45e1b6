"""The language of messages: chosen for a process, and by ``--ui-language``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from xla_playground.cli.options.ui_language import split_ui_language
from xla_playground.core.call.plan import Plan
from xla_playground.core.errors import RequestError
from xla_playground.core.messages import message
from xla_playground.core.messages.message import Message, Pattern, Template, both, read_in
from xla_playground.core.messages.patterns import every_template, patterns_in

COUNTED = Template("counted_files", "{count:,} files of {owner}", one="one file of {owner}")
INNER = Template("inner_part", "the part {name}")
OUTER = Template("outer_whole", "It has {parts}.")


@pytest.fixture(autouse=True)
def korean() -> Iterator[None]:
    read_in(
        {
            "counted_files": Pattern("{owner}의 파일 {count:,}개"),
            "inner_part": Pattern("{name} 부분"),
            "outer_whole": Pattern("{parts}이(가) 있습니다."),
            "both": Pattern("{others} 및 {last}"),
        }
    )
    yield
    read_in({})


def test_messages_are_read_in_the_chosen_language_and_kept_in_english() -> None:
    made = OUTER(parts=both([INNER(name="a"), INNER(name="b"), "c"]))
    assert made.text == str(made) == "a 부분, b 부분 및 c이(가) 있습니다."
    assert made.english == "It has the part a, the part b and c."
    assert made.model_dump()["text"] == made.english
    again = Message.model_validate_json(made.model_dump_json())
    assert (again, again.text) == (made, made.text)
    read_in({})
    assert again.text == made.english


def test_the_text_for_one_may_be_the_same() -> None:
    assert COUNTED(count=1, owner="x").text == "x의 파일 1개"
    assert COUNTED(count=1, owner="x").english == "one file of x"
    assert COUNTED(count=1200, owner="x").text == "x의 파일 1,200개"


def test_what_cannot_be_translated_is_english() -> None:
    unknown = Message(id="of_a_later_version", text="Something new.")
    earlier = Message(id="counted_files", text="three files")  # without its values
    assert (unknown.text, earlier.text) == ("Something new.", "three files")
    other_type = Message(id="counted_files", values={"count": "x", "owner": "y"}, text="x files")
    assert other_type.text == "x files"


def test_errors_are_read_and_records_keep_english() -> None:
    error = RequestError("prompts", INNER(name="a"))
    assert (error.sentence, str(error)) == ("a 부분", "a 부분")
    assert "reason" in Plan.model_fields
    told = message.with_texts({"reason_message": INNER(name="a")}, reason="reason_message")
    assert told["reason"] == "the part a"


def test_every_template_gets_a_pattern() -> None:
    patterns = patterns_in(lambda text, name: f"{name}: {text}")
    assert len(patterns) == len(list(every_template())) > 600
    assert patterns["both"].text == "both: {others} and {last}"
    assert all(
        (template.one == "") == (patterns[template.id].one == "") for template in every_template()
    )


@pytest.mark.parametrize(
    ("given", "language", "others"),
    [
        ([], None, []),
        (["--ui-language", "en", "info"], "en", ["info"]),
        (["info", "--ui-language=en", "--json"], "en", ["info", "--json"]),
        (["generate", "-p", "x", "--", "--ui-language", "zz"], None, None),
        (["--language", "ko"], None, ["--language", "ko"]),
    ],
)
def test_the_flag_stands_anywhere(
    given: list[str], language: str | None, others: list[str] | None
) -> None:
    assert split_ui_language(given) == (language, given if others is None else others)


@pytest.mark.parametrize("given", [["--ui-language", "xx"], ["info", "--ui-language"]])
def test_a_language_that_is_not_here_is_one_sentence(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        split_ui_language(given)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("--ui-language must be en")
