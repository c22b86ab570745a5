"""What each volume is told of the others, and what of a change makes its plan another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefbook.pages.index_rows import IndexRows
from briefbook.text.bodies import Body, BodyKind
from briefbook.text.history import History, Named, Withdrawn
from briefbook.text.kinds import SourceKind
from briefbook.volumes.facts import Facts
from briefbook.volumes.plan import Shared, read_cover, read_volume, written
from briefbook.volumes.planner import make_plans

if TYPE_CHECKING:
    from briefbook.volumes.plan import Plans, VolumePlan

SHARED = Shared(folder="articles", docs="docs", state="a", catalogue="b", index_rows=3)
NATO = Body(
    id="nato", headword="NATO", name="North Atlantic Treaty Organization", kind=BodyKind.ALLIANCE,
    text="An alliance.", checked=(),
)  # fmt: skip


def fact(
    seed: str,
    published: str,
    *dates: str,
    history: History | None = None,
    content: str = "x",
) -> Facts:
    rows = IndexRows(
        published=published,
        dates=dates,
        said=((SourceKind.PERSON, "Jane Doe"),),
        bodies=("nato",),
        notes=1,
    )
    return Facts(
        seed=seed,
        path=f"seeds/{seed}.txt",
        published=published,
        title=f"Of {seed}",
        paragraphs=4,
        rows=rows,
        content=content,
        history=history or History(),
    )


FIRE = Named(name="fire", line=1, column=1)
BOOK = [
    fact("rain", "2022-01-05", "2021-12-30", "2022-01-06"),
    fact("fire", "2021-12-30", "2021-12-30", "2021-12-30", "2021-12-30", "2021-12-30"),
    fact("frost", "2023-02-01", "2023-02-02", history=History(revises=FIRE)),
]


def plans_of(facts: list[Facts], by: str | int = "year") -> Plans:
    return make_plans(lambda: facts, {"nato": NATO}, by, SHARED)


def volume(facts: list[Facts], name: str) -> VolumePlan:
    return next(each for each in plans_of(facts).volumes if each.name == name)


def test_a_volume_knows_its_neighbours_and_its_kin() -> None:
    older, middle, newer = plans_of(BOOK).volumes
    assert (older.seeds, middle.seeds, newer.seeds) == (("fire",), ("rain",), ("frost",))
    assert older.before is None
    assert middle.before is not None
    assert middle.after is not None
    assert (middle.before.docname, middle.after.docname) == (
        "articles/2021/12/fire",
        "articles/2023/02/frost",
    )
    assert newer.guests == ("fire",)
    assert [other.docname for other in newer.others] == ["articles/2021/12/fire"]
    assert (older.guests, middle.guests) == (("frost",), ())


def test_addresses_do_not_depend_on_the_division() -> None:
    for by in ("quarter", "month", 1, 2):
        found = plans_of(BOOK, by)
        assert found.cover.divisions == plans_of(BOOK).cover.divisions
        others = {other.docname for each in found.volumes for other in each.others}
        assert others <= {"articles/2021/12/fire", "articles/2023/02/frost"}


def test_a_volume_is_told_of_the_parts_of_indexes_that_it_has_rows_in() -> None:
    found = plans_of(BOOK)
    assert found.cover.divisions["dates"].parts.keys() >= {"2020s", "2021", "2021-12"}
    newer = found.volumes[2]
    assert "2021-12" not in newer.divisions["dates"].parts
    assert "2020s" in newer.divisions["dates"].parts
    assert found.cover.bodies == ("nato",)


@pytest.mark.parametrize(
    ("change", "others"),
    [
        ({"content": "y"}, {"2023"}),  # of which it is an earlier version
        ({"title": "Another"}, {"2022", "2023"}),  # whose neighbour it is
        ({"paragraphs": 5}, {"2023"}),
    ],
)
def test_a_changed_article_changes_its_own_plan_and_those_that_show_it(
    change: dict[str, object], others: set[str]
) -> None:
    fire = replace(BOOK[1], content="y", **{key: change[key] for key in change if key != "content"})  # type: ignore[arg-type]
    before, after = plans_of(BOOK), plans_of([BOOK[0], fire, BOOK[2]])
    changed = {
        one.name
        for one, other in zip(before.volumes, after.volumes, strict=True)
        if written(one) != written(other)
    }
    assert changed == {"2021", *others}


def test_a_changed_catalogue_changes_plans_that_name_a_body_of_it_or_have_notes() -> None:
    def bare(each: Facts, *bodies: str) -> Facts:
        return replace(each, rows=replace(each.rows, bodies=bodies, notes=0))

    book = [bare(BOOK[0]), bare(BOOK[1], "nato"), BOOK[2]]
    before = plans_of(book)
    told = replace(NATO, text="It has members.")
    for bodies, catalogue, changed in (
        ({"nato": told}, "c", {"2021", "2023"}),
        ({"nato": NATO}, "c", {"2023"}),  # another body is another, which a note may name
    ):
        shared = replace(SHARED, catalogue=catalogue)
        after = make_plans(lambda: book, bodies, "year", shared)
        pairs = zip(before.volumes, after.volumes, strict=True)
        assert {one.name for one, other in pairs if written(one) != written(other)} == changed
        assert written(before.cover) != written(after.cover)


def test_a_story_told_twice_is_counted_once_and_links_both_ways() -> None:
    twice = fact("again", "2022-03-01", "2021-12-30", history=History(same_as_seed=FIRE))
    found = plans_of([*BOOK, twice])
    assert volume([*BOOK, twice], "2022").guests == ("fire", "frost")
    assert found.cover.divisions["dates"] == plans_of(BOOK).cover.divisions["dates"]


def test_a_withdrawn_article_has_a_page_and_is_nobodys_neighbour() -> None:
    gone = replace(BOOK[0], history=History(withdrawn=Withdrawn(on="2024-01-01", why="Asked for.")))
    older, middle, newer = plans_of([gone, *BOOK[1:]]).volumes
    assert middle.seeds == ("rain",)
    assert older.after is not None
    assert newer.before is not None
    assert (older.after.seed, newer.before.seed) == ("frost", "fire")


def test_plans_are_read_as_they_were_written() -> None:
    found = plans_of(BOOK)
    assert [read_volume(written(each)) for each in found.volumes] == [*found.volumes]
    assert read_cover(written(found.cover)) == found.cover


def test_the_order_of_facts_does_not_matter() -> None:
    assert plans_of(BOOK) == plans_of(BOOK[::-1])
