"""Words of the window's texts that lead to the glossary."""

from __future__ import annotations

from xla_playground.core.help.glossary import Entry, linked_html, term_links

LINKS = term_links([Entry("trace", "t"), Entry("bucket", "b"), Entry("추적", "k")])


def test_the_first_mention_links_plurals_too_but_no_part_of_a_word() -> None:
    html = linked_html("retraced; traces of a trace & Buckets", LINKS)
    assert html == (
        'retraced; <a href="glossary:trace">traces</a> of a trace &amp; '
        '<a href="glossary:bucket">Buckets</a>'
    )


def test_a_korean_particle_follows_the_term() -> None:
    assert linked_html("추적을 한다", LINKS) == '<a href="glossary:추적">추적</a>을 한다'
    assert linked_html("trace를 본다", LINKS).startswith('<a href="glossary:trace">trace</a>를')


def test_an_entry_has_several_words_and_the_past_of_a_verb_is_one() -> None:
    known = [Entry("live, live option", "l"), Entry("라이브, 라이브 옵션 (live, live option)", "k")]
    assert list(term_links(known)) == ["live option", "라이브 옵션", "live", "라이브"]
    html = linked_html("It is traced, and retracing costs", LINKS)
    assert html == 'It is <a href="glossary:trace">traced</a>, and retracing costs'
