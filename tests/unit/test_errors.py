"""How many of a file's problems are named."""

from __future__ import annotations

from briefbook.text.errors import MAX_NAMED, AnnotationError, SeedError, first_of_each


def problems(path: str, count: int) -> list[AnnotationError]:
    return [AnnotationError(path, line, "wrong", "mend it") for line in range(1, count + 1)]


def test_a_few_problems_are_all_named() -> None:
    few = [*problems("a.md", MAX_NAMED), *problems("b.md", 1)]
    assert first_of_each(few) == few


def test_of_many_the_first_are_named_and_the_others_counted() -> None:
    named = first_of_each([*problems("a.md", 10_000), *problems("b.md", MAX_NAMED + 1)])
    assert len(named) == 2 * (MAX_NAMED + 1)
    assert [error.line for error in named[:MAX_NAMED]] == list(range(1, MAX_NAMED + 1))
    assert str(named[MAX_NAMED]) == "a.md: it has 9,980 more problems; mend those named first"
    assert str(named[-1]) == "b.md: it has 1 more problem; mend those named first"


def test_what_counts_the_others_is_of_their_kind() -> None:
    many = [SeedError("a.txt", None, "wrong", "mend it")] * 30
    assert {type(error) for error in first_of_each(many)} == {SeedError}
