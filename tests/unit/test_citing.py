"""Citations of a paragraph are what programs that manage literature read."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from pybtex.database import parse_string

from briefbook.html.citing import Cited, citations
from briefbook.sphinx.records import ArticleRecord

ARTICLE = ArticleRecord(
    seed="talks",
    title='Talks & "tea", 100 % {of} them',
    title_by="editors",
    publisher="The Example Gazette",
    published="2021-12-30",
    kept=1,
    lines=1,
    cite="seed-talks",
)
CITED = Cited(
    article=ARTICLE, authors=(), url="https://example.org/talks?a=1", book="Briefing book"
)


def cited(name: str, number: int, of: Cited = CITED) -> str:
    return str(number).join(citations(of)[name])


def test_in_words() -> None:
    assert cited("plain", 3) == (
        'The Example Gazette, [Talks & "tea", 100 % {of} them], 30 December 2021, ¶3. '
        "In: Briefing book."
    )
    by = replace(CITED, authors=("Jane Doe", "John Roe"))
    assert cited("plain", 12, by).startswith("Jane Doe; John Roe, The Example Gazette, [")
    bare = replace(CITED, article=replace(ARTICLE, title_by="none", publisher=None))
    assert cited("plain", 1, bare) == (
        "Publisher not named, 30 December 2021, ¶1. In: Briefing book."
    )


def test_bibtex() -> None:
    [(key, entry)] = parse_string(cited("bibtex", 3), "bibtex").entries.items()
    assert key == "seed-talks-p3"
    assert str(entry.persons["author"][0]) == "{The Example Gazette}"
    assert entry.fields["year"] == "2021"
    assert entry.fields["month"] == "30 December"
    assert entry.fields["note"] == "¶3. In: Briefing book"
    assert entry.fields["url"] == CITED.url
    assert r"100 \% " in entry.fields["title"]


@pytest.mark.parametrize(
    ("published", "date"), [("2021-12-30", [2021, 12, 30]), ("2021-12", [2021, 12])]
)
def test_csl_json(published: str, date: list[int]) -> None:
    of = replace(CITED, article=replace(ARTICLE, published=published), authors=("Jane Doe",))
    [item] = json.loads(cited("csl", 3, of))
    assert item == {
        "id": "seed-talks-p3",
        "type": "article-newspaper",
        "title": f"[{ARTICLE.title}]",
        "author": [{"literal": "Jane Doe"}],
        "container-title": "The Example Gazette",
        "issued": {"date-parts": [date]},
        "URL": CITED.url,
        "note": "¶3. In: Briefing book",
    }
