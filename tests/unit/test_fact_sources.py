"""Where the shipped facts come from: sources as records, and whose word they are."""

from __future__ import annotations

import pytest

from briefbook.text.bodies import load_catalogue
from briefbook.text.bodies.hosts import HostClass, class_of, publisher_of


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.nato.int/cps/en/natohq/topics_67656.htm", HostClass.OFFICIAL),
        ("https://press.un.org/en/2024/sc.htm", HostClass.OFFICIAL),
        ("https://ror.org/05xagc088", HostClass.REGISTER),
        ("https://github.com/factbook/factbook.json/blob/master/a.json", HostClass.REGISTER),
        ("https://github.com/jane-doe/notes/blob/main/a.md", HostClass.OTHER),
        ("https://en.wikipedia.org/wiki/NATO", HostClass.REFERENCE),
        ("https://www.britannica.com/topic/NATO", HostClass.REFERENCE),
        ("https://www.reuters.com/world", HostClass.PRESS),
        ("https://example.org/nato", HostClass.OTHER),
        ("https://notgov/x", HostClass.OTHER),
        ("https://wikimili.com/en/NATO", HostClass.REFUSED),
        ("https://en.somewiki.example/NATO", HostClass.REFUSED),
        ("https://example.org/proxy?q=https://en.wikipedia.org/wiki/NATO", HostClass.REFUSED),
        ("https://example.org/enwiki/NATO", HostClass.REFUSED),
        ("https://jane-doe.blogspot.com/nato", HostClass.REFUSED),
        ("https://test.history.state.gov/nato", HostClass.REFUSED),
        ("https://www.nato.int:8443/nato", HostClass.REFUSED),
        ("http://192.0.2.7/nato", HostClass.REFUSED),
    ],
)
def test_a_host_says_whose_word_it_is(address: str, expected: HostClass) -> None:
    assert class_of(address) is expected


def test_no_shipped_fact_rests_on_a_copy_a_blog_a_staging_host_or_a_port() -> None:
    refused = [
        (body.id, source.url)
        for body in load_catalogue()
        for source in body.checked
        if class_of(source.url) is HostClass.REFUSED
    ]
    assert not refused


def test_no_shipped_source_has_the_address_of_another_wiki_at_wikipedia() -> None:
    """Its articles are in no namespace; "Organization:" is one of a copy."""
    for body in load_catalogue():
        for source in body.checked:
            assert "wikipedia.org/wiki/Organization:" not in source.url, body.id


def test_every_shipped_source_says_when_it_was_read() -> None:
    for body in load_catalogue():
        for source in body.checked:
            assert source.read is not None, (body.id, source.url)
            assert source.read >= "2026-11-23", (body.id, source.url)


def test_nearly_all_bodies_rest_on_a_state_a_register_or_a_work_of_reference() -> None:
    """The number is what has been reached; it may rise, and a new body may not lower it."""
    bodies = list(load_catalogue())
    best = [min((class_of(one.url) for one in body.checked), key=rank) for body in bodies]
    good = {HostClass.OFFICIAL, HostClass.REGISTER, HostClass.REFERENCE}
    assert sum(each in good for each in best) / len(bodies) >= 0.998
    assert HostClass.OTHER not in best


def rank(each: HostClass) -> int:
    return each.rank


def test_the_host_says_who_publishes() -> None:
    assert publisher_of("https://de.wikipedia.org/wiki/NATO") == "Wikipedia"
    assert publisher_of("https://github.com/factbook/factbook.json/blob/x.json") == (
        "The World Factbook"
    )
    assert publisher_of("https://example.org/") is None
