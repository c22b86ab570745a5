"""The seeds as BibTeX: read back, they say what the seed and its editors say, whatever that is."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string
from pybtex.richtext import Text

from briefbook.pages.bibliography import bibtex, citation_key
from briefbook.text.bibliography import read_bibliography
from briefbook.text.clean import clean
from briefbook.text.model import Article, Sidecar
from briefbook.text.seeds import parse_seed


def article(sidecar: Sidecar, name: str = "x") -> Article:
    text = b" date 2022-01-03 \nThe minister met envoys of the neighbouring state on Monday.\n"
    return clean(parse_seed(text, name=name, path=f"seeds/{name}.txt", sidecar=sidecar))


def test_an_entry_names_publisher_title_and_day() -> None:
    made = article(Sidecar(publisher="Freedonia Gazette", url="https://example.org/a_b%20c"))
    entry = parse_string(bibtex([(made, "A meeting")]), "bibtex").entries["seed-x"]
    assert str(Text.from_latex(entry.fields["title"])) == "A meeting"
    assert [str(person) for person in entry.persons["author"]] == ["{Freedonia Gazette}"]
    assert (entry.fields["month"], entry.fields["year"]) == ("3 January", "2022")
    assert entry.fields["url"] == "https://example.org/a_b%20c"  # pybtex takes it as it stands


def test_the_key_follows_the_name() -> None:
    assert citation_key(article(Sidecar(), "Some NAME, here").seed) == "seed-some-name-here"


def test_an_entry_is_sound_however_long_its_title_and_names_are(tmp_path: Path) -> None:
    made = article(Sidecar(authors=("~\\" * 900,) * 200, publisher="~" * 2000))
    (tmp_path / "seeds.bib").write_text(bibtex([(made, "{%" * 40_000)]))
    read = read_bibliography([tmp_path / "seeds.bib"], root=tmp_path)
    assert read.problems == ()
    assert read.keys == {"seed-x"}


ANY = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)
TEX = st.text(st.sampled_from("\\{}%&#_~$^\"'`-, andA@=\n"), min_size=1, max_size=60)


@given(ANY | TEX, ANY | TEX)
@settings(max_examples=200, deadline=None)
def test_nothing_breaks_out_of_an_entry(title: str, publisher: str) -> None:
    made = article(Sidecar(publisher=publisher))
    entries = parse_string(bibtex([(made, title)]), "bibtex").entries
    assert list(entries) == ["seed-x"]
    fields = entries["seed-x"].fields
    assert set(fields) <= {"title", "howpublished", "year", "month", "url", "note"}
    shown = str(Text.from_latex(fields["title"]))
    assert "\\" not in shown or "\\" in title
