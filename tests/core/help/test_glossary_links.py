"""Words of the window's texts that lead to the glossary."""

from __future__ import annotations

from xla_playground.core.help.glossary import Entry, linked_html

KNOWN = [Entry("trace", "t"), Entry("bucket", "b"), Entry("추적", "k")]


def test_the_first_mention_links_plurals_too_but_no_part_of_a_word() -> None:
    html = linked_html("retraced; traces of a trace & Buckets", KNOWN)
    assert html == (
        'retraced; <a href="glossary:trace">traces</a> of a trace &amp; '
        '<a href="glossary:bucket">Buckets</a>'
    )


def test_a_korean_particle_follows_the_term() -> None:
    assert linked_html("추적을 한다", KNOWN) == '<a href="glossary:추적">추적</a>을 한다'
    assert linked_html("trace를 본다", KNOWN).startswith('<a href="glossary:trace">trace</a>를')
