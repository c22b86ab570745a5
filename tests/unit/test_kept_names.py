"""After a change of the catalogue, which marks hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefbook.text import kept_names
from briefbook.text.bodies import load_catalogue
from briefbook.text.bodies.body import Body, BodyKind, FactSource
from briefbook.text.bodies.catalogue import Catalogue
from briefbook.text.cache import MarksCache
from briefbook.text.kept_names import Changed, names_of
from briefbook.text.marks import find_marks
from briefbook.text.model import Seed
from briefbook.text.seeds import parse_seed, read_seed

REAL = sorted(Path(__file__).parents[2].glob("seeds/*.txt"))


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def few(shipped: Catalogue) -> Catalogue:
    """A catalogue whose names are quickly looked for."""
    ids = ("nato", "un", "eu", "who", "us-defense-department", "imf")
    return Catalogue({name: shipped.by_id[name] for name in ids if name in shipped.by_id})


def body(name: str, **more: object) -> Body:
    made = Body(
        id=name.lower().replace(" ", "-"),
        headword=name,
        name=name,
        kind=BodyKind.GOVERNMENT,
        text="It runs the port.",
        checked=(FactSource(url="https://example.org/"),),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def with_body(catalogue: Catalogue, added: Body) -> Catalogue:
    return Catalogue({**catalogue.by_id, added.id: added})


def concerned(before: Catalogue, now: Catalogue, text: str) -> bool:
    return Changed(names_of(before, "").names, names_of(now, "").names).concerns(text)


@pytest.mark.parametrize(
    ("text", "is_concerned"),
    [
        ("The Port Authority said no.", True),
        ("the PORT\u00a0AUTHORITY’s ferry", True),
        ("The Port Au\u00adthority said no.", True),
        ("The ministries of ports and the authorities", True),
        ("The ferry left the port.", False),
        ("An authority on ships", False),
        ("", False),
    ],
)
def test_an_article_is_concerned_that_has_all_words_of_a_new_name(
    few: Catalogue, text: str, *, is_concerned: bool
) -> None:
    more = with_body(few, body("Port Authority"))
    assert concerned(few, more, text) is is_concerned
    assert concerned(more, few, text) is is_concerned


def test_an_abbreviation_is_found_with_dots_and_as_a_plural(few: Catalogue) -> None:
    more = with_body(few, body("Port Authority", aliases=("PKN",)))
    for text in ("PKN said", "P.K.N. said", "two PKNs", "the PKN's"):
        assert concerned(few, more, text)
    assert not concerned(few, more, "PKNX said")


def test_what_readers_are_told_of_a_body_concerns_no_article(few: Catalogue) -> None:
    one = with_body(few, body("Port Authority"))
    told = with_body(few, body("Port Authority", text="It runs the ferry."))
    other = with_body(few, body("Port Authority", kind=BodyKind.COURT))
    assert not concerned(one, told, "The Port Authority said no.")
    assert concerned(one, other, "The Port Authority said no.")
    assert not concerned(one, other, "NATO said no.")


def test_marks_are_the_same_where_no_name_concerned_occurs(shipped: Catalogue) -> None:
    """Of a real article, without some of the bodies, as if these had just been added."""
    seed = read_seed(REAL[0], root=REAL[0].parent)
    of_all, names = find_marks(seed, shipped), names_of(shipped, "").names
    held = 0
    for first in range(6):
        gone = {each.id for each in [*shipped][first::250]}
        fewer = Catalogue({name: each for name, each in shipped.by_id.items() if name not in gone})
        if not Changed(names_of(fewer, "").names, names).concerns(seed.text):
            held += 1
            assert find_marks(seed, fewer) == of_all
    assert held > 1


def seed(text: str) -> Seed:
    return parse_seed(text.encode(), name="a", path="a.txt")


def test_what_is_not_concerned_is_taken_over(tmp_path: Path, few: Catalogue) -> None:
    ferry = seed(" date 2023-05-11\nThe ferry left, NATO said on Monday.\n")
    port = seed(" date 2023-05-11\nThe Port Authority let it go, NATO said on Monday.\n")
    cache = MarksCache(tmp_path, few, root=tmp_path)
    for each in (ferry, port):
        cache.save(find_marks(each, few))
    more = with_body(few, body("Port Authority"))
    after = MarksCache(tmp_path, more, root=tmp_path)
    assert after.load(port) is None
    kept = after.load(ferry)
    assert kept == find_marks(ferry, more)
    [earlier] = [path for path in tmp_path.iterdir() if path.name != after.state]
    for path in earlier.iterdir():
        path.unlink()
    assert MarksCache(tmp_path, more, root=tmp_path).load(ferry) == kept


def test_names_that_are_damaged_take_nothing_over(tmp_path: Path, few: Catalogue) -> None:
    ferry = seed(" date 2023-05-11\nThe ferry left, NATO said on Monday.\n")
    MarksCache(tmp_path, few, root=tmp_path).save(find_marks(ferry, few))
    [names] = tmp_path.rglob("names.json")
    names.write_bytes(names.read_bytes()[:-1])
    more = with_body(few, body("Port Authority"))
    assert MarksCache(tmp_path, more, root=tmp_path).load(ferry) is None


def test_names_come_back_as_they_were(few: Catalogue) -> None:
    kept = names_of(few, "engine")
    assert kept_names.read(kept_names.written(kept)) == kept
