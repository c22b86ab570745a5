"""Where half of a text would go, it stays in doubt, and the build says so."""

from __future__ import annotations

from briefbook.text.clean import clean
from briefbook.text.half_gone import half_gone
from briefbook.text.model import Article, Sidecar
from briefbook.text.seeds import parse_seed

STORY = """\
The Minister of Freedonia arrived in Sylvania on Monday for two days of talks about the river.
He told reporters that both sides wanted an accord before the end of the summer, but named no date.
Sylvania closed the bridge last year after a dispute over fishing rights.
"""
LETTERS = """\
I was at the bridge when you closed it, and I will never forget what you did to my mother.
You ask us to be patient, but I have waited for a year, and my boat lies in the mud.
My brother and I fish at night now, because your officers sleep then and nobody sends us home again.
I hope that you read this before you sign anything, for my children will live with what you sign.
"""
NOTICES = "Sign up for our daily newsletter to get the news of the river in your inbox.\n"


def cleaned(text: str, **sidecar: tuple[tuple[int, int], ...]) -> Article:
    known = Sidecar(**sidecar)  # type: ignore[arg-type]
    return clean(
        parse_seed(text.encode(), name="a", path="seeds/a.txt", sidecar=known, date="2022")
    )


def in_doubt(article: Article) -> list[int]:
    return [block.line for block in article.blocks if block.doubtful]


def test_what_only_its_place_speaks_against_stays_in_doubt() -> None:
    article = cleaned(STORY + LETTERS)
    assert [block.line for block in article.blocks] == [1, 2, 3, 4, 5, 6, 7]
    assert in_doubt(article) == [4, 5, 6, 7]
    problem = half_gone(article)
    assert problem is not None
    assert (problem.line, problem.path) == (4, "seeds/a.txt")
    size = sum(map(len, LETTERS.splitlines()))
    assert f"{size} are dropped or in doubt (kept in doubt {size})" in problem.problem
    assert "keep = [[12, 20]]" in problem.remedy


def test_what_its_own_words_tell_apart_is_dropped_all_the_same() -> None:
    article = cleaned(
        STORY
        + "".join(NOTICES.replace("river", word) for word in ("sea", "hill", "dam", "road", "port"))
    )
    assert [block.line for block in article.blocks] == [1, 2, 3]
    problem = half_gone(article)
    assert problem is not None
    assert "(sign-up " in problem.problem


def test_less_than_half_is_no_matter() -> None:
    article = cleaned(
        STORY + STORY.replace("river", "sea").replace("Sylvania", "Osterlich") + LETTERS
    )
    assert half_gone(article) is None
    assert in_doubt(article) == []


def test_editors_settle_it() -> None:
    assert half_gone(cleaned(STORY + LETTERS, keep=((4, 7),))) is None
    assert half_gone(cleaned(STORY + LETTERS, drop=((4, 7),))) is None
