"""The help: its pages are there, the glossary has its terms, and its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from xla_playground.core.help.glossary import (
    Entry,
    found_entries,
    glossary_entries,
    glossary_html,
)
from xla_playground.core.help.pages import Page, page_text
from xla_playground.core.paths import resource_dir

ROOT = Path(__file__).resolve().parents[3]
TRANSLATED = [path.stem for path in (resource_dir() / "translations").glob("*.ts")]
ENTRIES = glossary_entries(page_text(Page.GLOSSARY))


@pytest.mark.parametrize("page", Page)
def test_every_page_is_there_also_for_a_language_that_lacks_it(page: Page) -> None:
    assert page_text(page).startswith("# ")
    assert page_text(page, "xx") == page_text(page)


def test_the_page_is_that_of_the_documentation() -> None:
    """Copy ``docs/glossary.md`` to ``resources/help/en`` after a change."""
    assert page_text(Page.GLOSSARY) == (ROOT / "docs" / "glossary.md").read_text("utf-8")


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translated_page_has_what_the_english_one_has(code: str) -> None:
    """Each term in brackets behind its translation, and each link."""
    terms = [entry.term for entry in glossary_entries(page_text(Page.GLOSSARY, code))]
    named = sorted(re.sub(r".*\((.*)\)", r"\1", term).replace(", of", " (of") for term in terms)
    english = sorted(re.sub(r"\)$", "", term) for term in (entry.term for entry in ENTRIES))
    assert named == english
    for page in Page:
        text, translated = page_text(page, "en"), page_text(page, code)
        assert translated != text
        assert re.findall(r"\]\((.*?)\)", translated) == re.findall(r"\]\((.*?)\)", text)
        assert translated.count("\n## ") == text.count("\n## ")
        assert translated.count("\n- ") == text.count("\n- ")


def test_each_term_has_one_entry() -> None:
    terms = [entry.term for entry in ENTRIES]
    assert len(terms) == len(set(terms)) > 60
    wanted = {"specialization", "trace", "compile", "bucket", "live, live option", "arm", "recipe"}
    assert wanted <= set(terms)
    assert all(entry.meaning for entry in ENTRIES)


def test_every_link_leads_to_an_entry_that_is_not_its_own() -> None:
    html = glossary_html(ENTRIES, ENTRIES)
    anchors = re.findall(r'<a name="([^"]*)">', html)
    links = re.findall(r'<a href="#([^"]*)">', html)
    assert len(anchors) == len(set(anchors)) == len(ENTRIES)
    assert len(links) > 60
    assert set(links) <= set(anchors)
    for part in html.split("<p>")[1:]:
        own = re.findall(r'<a name="([^"]*)">', part)
        assert own[0] not in re.findall(r'<a href="#([^"]*)">', part)


def test_a_meaning_is_no_markup() -> None:
    html = glossary_html([Entry("a<b", "x < y, `c&d` and trace")], [Entry("trace", "t")])
    assert "a&lt;b" in html
    assert 'x &lt; y, <code>c&amp;d</code> and <a href="#trace">trace</a>' in html


def test_a_search_finds_words_in_any_order_terms_first() -> None:
    assert [e.term for e in found_entries(ENTRIES, "trace")][:1] == ["trace"]
    found = found_entries(ENTRIES, "graph python")
    assert "trace" in [entry.term for entry in found]
    assert found_entries(ENTRIES, "zebra") == ()
    assert len(found_entries(ENTRIES, " ")) == len(ENTRIES)
