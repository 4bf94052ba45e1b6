"""The translations: each text of the program is there, translated, with the same places."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from xla_playground.core.messages import request as messages
from xla_playground.core.messages.message import Pattern, read_in
from xla_playground.core.messages.patterns import every_template, in_language

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.ts"))


@dataclass(frozen=True)
class Text:
    """An entry of a file: where it is from, and both texts."""

    context: str
    source: str
    comment: str
    translation: str
    is_finished: bool


def texts_of(path: Path) -> Iterator[Text]:
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                translation.text or "",
                translation.get("type") is None,
            )


def tools() -> ModuleType:
    """The module behind ``make translations``."""
    spec = importlib.util.spec_from_file_location(
        "translations", ROOT / "packaging" / "translations.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the files, brought up to date with the code."""
    folder = tmp_path_factory.mktemp("translations")
    for path in FOLDER.glob("*.ts"):
        shutil.copy(path, folder)
    tools().update(folder)
    return folder


@cache
def texts(language: str) -> tuple[Text, ...]:
    return tuple(texts_of(FOLDER / f"{language}.ts"))


def skeleton(text: str) -> tuple[object, ...]:
    """What a translation must keep: places, tags, lines."""
    places, tags = set(re.findall(r"\{[^{}]*\}", text)), Counter(re.findall(r"</?\w+", text))
    return places, tags, text.count("\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_has_the_texts_of_the_code(language: str, updated: Path) -> None:
    now, then = (
        {(text.context, text.source, text.comment) for text in texts_of(folder / f"{language}.ts")}
        for folder in (updated, FOLDER)
    )
    assert now - then == set(), "run `make translations`, and translate these"
    assert then - now == set(), "run `make translations`: these texts are gone"


def test_templates_are_among_them() -> None:
    of_messages = {text.comment for text in texts("ko") if text.context == "messages"}
    assert of_messages == {template.id for template in every_template()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_is_translated(language: str) -> None:
    assert [text for text in texts(language) if not text.is_finished or not text.translation] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_tags_and_lines_are_the_same(language: str) -> None:
    pairs = ((text.source, text.translation) for text in texts(language))
    assert [pair for pair in pairs if skeleton(pair[0]) != skeleton(pair[1])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_of_menus_stay(language: str) -> None:
    """Each text with a key has one, of the letters that every keyboard has; none twice."""
    for text in texts(language):
        if text.context not in ("actions", "MainWindow", "LanguageMenu"):
            continue
        keys = re.findall(r"&(\w)", text.translation)
        assert len(keys) == len(re.findall(r"&(\w)", text.source)), text
        assert all(key.isascii() for key in keys), text


def test_each_call_of_tr_has_a_literal() -> None:
    """A text that is made at run time would not be found by ``lupdate``."""
    made = []
    for room in ("ui", "bridge"):
        for path in (ROOT / "xla_playground" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(node, ast.Call) or not _translates(node.func):
                    continue
                if not all(isinstance(argument, ast.Constant) for argument in node.args):
                    made.append(f"{path.name}:{node.lineno}")
    assert made == []


def _translates(called: ast.expr) -> bool:
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name == "tr"


def test_no_call_of_tr_is_in_an_f_string() -> None:
    """Qt's ``lupdate`` does not look into them."""
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for room in ("ui", "bridge")
        for path in sorted((ROOT / "xla_playground" / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and _translates(call.func)
    ]
    assert found == []


def test_an_english_text_of_a_history_is_read_in_the_language() -> None:
    template = messages.NO_LARGER_CAPACITY
    read_in({template.id: Pattern("übersetzt")}, "xx")
    try:
        assert in_language(template.text) == "übersetzt"
        assert in_language("of another version") == "of another version"
    finally:
        read_in({})
    assert in_language(template.text) == template.text
