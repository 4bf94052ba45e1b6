"""Messages: what they hold, and how every module of the package uses their templates."""

from __future__ import annotations

import ast
import importlib
import pickle
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from xla_playground.core.errors import CheckpointError, EngineFailure, RequestError
from xla_playground.core.messages import message as machinery
from xla_playground.core.messages.message import (
    Message,
    Template,
    both,
    either,
    named,
    untyped,
    with_texts,
)

PACKAGE = Path(__file__).resolve().parents[2] / "xla_playground"
FOLDER = PACKAGE / "core" / "messages"
TOPICS = sorted(
    ".".join(path.relative_to(FOLDER).with_suffix("").parts)
    for path in FOLDER.rglob("*.py")
    if path.stem != "__init__"
)
ERRORS = {
    "PlaygroundError",
    "RequestError",
    "CheckpointError",
    "InvalidArgument",
    "UnsupportedModel",
    "EnvironmentFault",
    "Unavailable",
    "EngineFailure",
    "WorkerDied",
    "CallCancelled",
}

COUNTED = Template("counted", "{count:,} calls of {model}", one="one call of {model}")


def templates(topic: str) -> dict[str, Template]:
    """The templates of a module, by the names of their constants."""
    module = importlib.import_module(f"xla_playground.core.messages.{topic}")
    return {name: value for name, value in vars(module).items() if isinstance(value, Template)}


EVERY = {(topic, name): t for topic in TOPICS for name, t in templates(topic).items()}


class Uses:
    """Which templates one module uses, and how it calls them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tree = ast.parse(path.read_text("utf-8"))
        self._modules: dict[str, str] = {}
        self._names: dict[str, tuple[str, str]] = {}
        package = path.relative_to(PACKAGE.parent).with_suffix("").parts
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                base = package[: -node.level] if node.level else ()
                source = ".".join(filter(None, (*base, node.module)))
                self._take(source.removeprefix("xla_playground.core.messages"), source, node)
        topic = (
            ".".join(path.relative_to(FOLDER).with_suffix("").parts)
            if FOLDER in path.parents
            else ""
        )
        if topic in TOPICS:
            self._names |= {name: (topic, name) for name in templates(topic)}

    def _take(self, rest: str, source: str, node: ast.ImportFrom) -> None:
        if rest == source:
            return  # of another package
        for alias in node.names:
            name = alias.asname or alias.name
            topic = rest.removeprefix(".")
            if topic in TOPICS:
                self._names[name] = (topic, alias.name)
            else:
                self._modules[name] = f"{topic}.{alias.name}".removeprefix(".")

    def template(self, node: ast.expr) -> tuple[str, str] | None:
        """The topic and name of the template that an expression is, ``None`` if it is none."""
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            topic = self._modules.get(node.value.id)
            return (topic, node.attr) if topic and node.attr.isupper() else None
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found = self._names.get(node.id)
            return found if found and found[1].isupper() else None
        return None

    def used(self) -> Iterator[tuple[str, str]]:
        """Every template that the module mentions."""
        found = (self.template(n) for n in ast.walk(self.tree) if isinstance(n, ast.expr))
        yield from (template for template in found if template is not None)

    def calls(self) -> Iterator[tuple[tuple[str, str], ast.Call]]:
        """Every call of a template."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and (template := self.template(node.func)):
                yield template, node


MODULES = [Uses(path) for path in sorted(PACKAGE.rglob("*.py"))]


def test_an_identifier_is_the_name_of_its_constant_and_there_once() -> None:
    assert [key for key, template in EVERY.items() if template.id != key[1].lower()] == []
    count = Counter(template.id for template in EVERY.values())
    assert [name for name, number in count.items() if number > 1] == []


def test_every_template_is_used_and_every_used_one_is_there() -> None:
    used = {template for module in MODULES for template in module.used()}
    assert len(used) > 400
    assert used - EVERY.keys() == set()
    assert EVERY.keys() - used == set()


def test_every_call_gives_exactly_the_values_of_its_template() -> None:
    wrong = [
        f"{module.path.relative_to(PACKAGE)}:{call.lineno}: {template[1]}"
        for module in MODULES
        for template, call in module.calls()
        if call.args or {each.arg for each in call.keywords} != EVERY[template].places
    ]
    assert wrong == []


def test_no_sentence_is_written_where_it_is_raised() -> None:
    written = [
        f"{module.path.relative_to(PACKAGE)}:{node.lineno}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _name(node.func) in {*ERRORS, "Message", "refuse"}
        if any(_is_text(each) for each in _messages_of(node))
    ]
    assert written == []


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _messages_of(call: ast.Call) -> list[ast.expr]:
    """The arguments of an error or a message, but for the field that an error is about."""
    skipped = 1 if _name(call.func) == "RequestError" else 0
    last = 1 if _name(call.func) == "refuse" else None
    keywords = [each.value for each in call.keywords if each.arg in ("text", "message")]
    return [*call.args[skipped:last], *keywords]


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_a_text_for_one_has_the_same_places() -> None:
    for key, template in EVERY.items():
        if template.one:
            parsed = Formatter().parse(template.one)
            assert {name for _, name, _, _ in parsed if name} <= template.places, key


def test_a_template_is_called_with_its_places_and_no_others() -> None:
    assert COUNTED(count=2000, model="m").text == "2,000 calls of m"
    assert COUNTED(count=1, model="m").text == "one call of m"
    with pytest.raises(TypeError, match="counted takes"):
        COUNTED(count=1)
    with pytest.raises(TypeError, match="counted takes"):
        COUNTED(count=1, model="m", other="o")


def test_a_message_has_its_values_again_after_json_and_in_another_process() -> None:
    inner = COUNTED(count=3, model="m")
    whole = Template("whole", "{number} {ratio:.1f} {flag} {text} {part} {parts}")(
        number=7, ratio=0.5, flag=True, text="t", part=inner, parts=(inner, "u")
    )
    assert whole.text == "7 0.5 True t 3 calls of m 3 calls of m, u"
    for again in (Message.model_validate_json(whole.model_dump_json()), _copy(whole)):
        assert again == whole
        assert [type(value) for value in again.values.values()] == [
            type(value) for value in whole.values.values()
        ]


def _copy(message: Message) -> Message:
    copied = pickle.loads(pickle.dumps(message))
    assert isinstance(copied, Message)
    return copied


def test_an_error_keeps_its_message_in_another_process() -> None:
    for error in (
        RequestError("top_k", COUNTED(count=2, model="m")),
        CheckpointError(untyped("D.")),
    ):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), again.message, vars(again)) == (
            type(error),
            error.message,
            vars(error),
        )


def test_a_notice_of_an_earlier_version_has_no_values() -> None:
    old = Message.model_validate({"id": "not_stored", "text": "It was not stored."})
    assert (old.id, old.values, str(old)) == ("not_stored", {}, "It was not stored.")


def test_a_name_is_replaced_in_values_and_text() -> None:
    inner = Template("inner", "{name}/config.json")(name="x7")
    message = Template("outer", "{file} of {names} {count}")(file=inner, names=("x7", "y"), count=2)
    renamed = message.renamed("x7", "owner/name")
    assert renamed.text == "owner/name/config.json of owner/name, y 2"
    assert renamed.values["names"] == ("owner/name", "y")
    assert "x7" not in renamed.model_dump_json()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (named(["a"]), "a"),
        (named(["a", "b", "c"]), "a and 2 more"),
        (named(["a", "b", "c"], 3), "a, b, c"),
        (either(["a"]), "a"),
        (either(["a", "b"]), "a or b"),
        (either(["a", "b", "c"]), "a, b or c"),
        (both(["a", "b", "c"]), "a, b and c"),
    ],
)
def test_lists(value: machinery.Value, text: str) -> None:
    assert Template("list", "{names}")(names=value).text == text


def test_a_text_is_one_line_and_can_be_encoded_whatever_its_values_hold() -> None:
    message = Template("one_line", "{file} of {files}")(file="a\nb\udcff", files=("\x1b[31m",))
    assert message.text == r"a\nb\udcff of \x1b[31m"
    message.model_dump_json().encode("utf-8")


def test_texts_are_filled_in_from_messages() -> None:
    message = COUNTED(count=2, model="m")
    assert with_texts({"why": message}, sentence="why")["sentence"] == "2 calls of m"
    assert with_texts({"why": (message, message)}, sentence="why")["sentence"] == (
        "2 calls of m 2 calls of m"
    )
    assert with_texts({"why": message, "sentence": "old"}, sentence="why")["sentence"] == "old"
    assert with_texts({"why": None}, sentence="why") == {"why": None}
    assert with_texts("no fields", sentence="why") == "no fields"


def test_what_nobody_foresaw_is_a_message_too() -> None:
    message = EngineFailure.unforeseen(ValueError("one\ntwo")).message
    assert (message.id, message.values) == ("unforeseen", {"kind": "ValueError", "why": "one"})
