"""Bibliography files of strangers: what is broken is named with its place, the rest is used."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from fixture_cases import Case, folder_cases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pybtex.plugin import find_plugin

from briefbook.text.bibliography import Bibliography, missing_sources, read_bibliography
from briefbook.text.bibliography.read import MAX_BYTES
from briefbook.text.bibliography.scan import MAX_EXPANDED
from briefbook.text.errors import MAX_NAMED

STYLES = ["plain", "alpha", "unsrt", "unsrtalpha"]
FORMATTERS = [find_plugin("pybtex.style.formatting", name)() for name in STYLES]


def read(folder: Path, *texts: str | bytes, **options: Any) -> Bibliography:
    """What is read of files of these contents: references.bib, then more1.bib and so on."""
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / (f"more{number}.bib" if number else "references.bib"))
        paths[-1].write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_bibliography(paths, root=folder, **options)


def said(bibliography: Bibliography) -> list[str]:
    return [str(problem) for problem in bibliography.problems]


@pytest.mark.parametrize("case", folder_cases("bibliography"))
def test_errors_name_place_problem_and_remedy(case: Case, tmp_path: Path) -> None:
    found = said(read(tmp_path, case.input, taken=["seed-talks"]))
    lines = [line.removeprefix("references.bib:") for line in found]
    assert "\n".join(lines or ["nothing"]) == case.expected


def test_what_is_sound_is_used(tmp_path: Path) -> None:
    text = """\
@misc{broken, title = {T
@Inproceedings{Doe2021, Author = {Doe, Jane}, Title = {On {H}arbours}, crossref = {p}, note = {}}
@proceedings{P, title = {Proceedings}, booktitle = {Proceedings of a Meeting}, year = 2021}
"""
    [entries] = read(tmp_path, text).files.values()
    assert list(entries) == ["Doe2021", "P"]
    made = entries["Doe2021"]
    assert dict(made.fields.items()) == {
        "title": "On {H}arbours",
        "booktitle": "Proceedings of a Meeting",
        "year": "2021",
    }
    assert [str(person) for person in made.persons["author"]] == ["Doe, Jane"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("https://example.org/a_b%20c&d#e~f", "https://example.org/a_b%20c&d#e~f"),
        (r"https://example.org/a\_b\%20c\&d\#e\~{}f", "https://example.org/a_b%20c&d#e~f"),
        (r"https://example.org/a{\_}b{\textasciitilde}c", "https://example.org/a_b~c"),
        (r"\url{https://example.org/\textasciitilde jane}", "https://example.org/~jane"),
        ("https://münchen.example/stra%C3%9Fe", "https://münchen.example/stra%C3%9Fe"),
        ("https://example.org/\n", "https://example.org/"),
    ],
)
def test_an_address_is_what_it_means(tmp_path: Path, written: str, read_as: str) -> None:
    bibliography = read(tmp_path, f"@misc{{doe2021, title = {{T}}, url = {{{written}}}}}")
    assert said(bibliography) == []
    [entries] = bibliography.files.values()
    assert entries["doe2021"].fields["url"] == read_as


def test_an_identifier_becomes_one_that_its_site_knows(tmp_path: Path) -> None:
    fields = r"doi={https://doi.org/10.1234/a\_(b)<1>}, eprint={arXiv:2101.00001}"
    [entries] = read(tmp_path, f"@misc{{doe2021, title={{T}}, {fields}}}").files.values()
    assert entries["doe2021"].fields["doi"] == "10.1234/a_(b)%3C1%3E"
    assert entries["doe2021"].fields["eprint"] == "2101.00001"


def test_files_share_strings_and_keys(tmp_path: Path) -> None:
    bibliography = read(
        tmp_path,
        '@string{press = "Freedonia Press"}\n@misc{doe2021, title = {T}}',
        "@misc{roe2021, title = press}\n@misc{DOE2021, title = {U}}",
    )
    [found] = said(bibliography)
    assert found.startswith("more1.bib:2:1: the key 'DOE2021' is taken by references.bib:2; ")
    assert bibliography.keys == {"doe2021", "roe2021"}


def test_strings_cannot_grow_without_end(tmp_path: Path) -> None:
    """Forty lines that stand for a terabyte: pybtex would make it."""
    lines = ['@string{s0 = "' + "x" * 1000 + '"}']
    lines += [f"@string{{s{n} = s{n - 1} # s{n - 1}}}" for n in range(1, 30)]
    found = said(read(tmp_path, "\n".join([*lines, "@misc{doe2021, title = s29}"])))
    assert f"the @strings add up to over {MAX_EXPANDED} characters" in found[0]


def test_of_many_problems_the_first_are_named(tmp_path: Path) -> None:
    found = said(read(tmp_path, "@misc{doe2021, title = {T}}\n" * (MAX_NAMED + 11)))
    assert len(found) == MAX_NAMED + 1
    assert found[-1] == "references.bib: it has 10 more problems; mend those named first"


def test_a_note_that_cites_thousands_of_unknown_sources_is_named_a_few_times() -> None:
    cited = [("a.md", f"doe{number}") for number in range(5000)]
    assert len(missing_sources(cited, frozenset())) == MAX_NAMED + 1


def test_a_message_is_one_short_harmless_line(tmp_path: Path) -> None:
    text = (
        f"@misc{{{'k' * 5000}, title = {{T}}}}\n@misc{{a, title = {{T}}, url = {{x\x1b[2J\u202e}}}}"
    )
    for line in said(read(tmp_path, text)):
        assert line.isprintable()
        assert len(line) < 300


UNREADABLE = {
    "link out": "it is a link that leads out of its folder",
    "device": "it is a link that leads out of its folder",
    "loop": "it cannot be read",
    "pipe": "it is no ordinary file",
    "folder": "it is no ordinary file",
    "missing": "it cannot be read: No such file or directory",
    "large": "it is larger than",
    "not UTF-8": "byte 15 (0xff) is not UTF-8",
}
if not hasattr(os, "mkfifo"):  # a system without pipes
    del UNREADABLE["pipe"]


def make_unreadable(path: Path, how: str) -> None:
    match how:
        case "link out":
            outside = path.parent.parent / "secret.bib"
            outside.write_text("@misc{secret2021, title = {CANARY}}")
            path.symlink_to(outside)
        case "device":
            path.symlink_to("/dev/zero")
        case "loop":
            path.symlink_to(path)
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "large":
            path.write_bytes(b"%" * (MAX_BYTES + 1))
        case "not UTF-8":
            path.write_bytes(b"@misc{a, note={\xff}}")


@pytest.mark.parametrize(("how", "problem"), UNREADABLE.items())
def test_only_a_readable_file_of_the_book_is_read(tmp_path: Path, how: Any, problem: str) -> None:
    book = tmp_path / "book"
    book.mkdir()
    make_unreadable(book / "references.bib", how)
    bibliography = read_bibliography([book / "references.bib"], root=book)
    [found] = said(bibliography)
    assert found.startswith("references.bib")
    assert problem in found
    assert bibliography.files == {}


def test_a_file_may_be_in_another_encoding(tmp_path: Path) -> None:
    text = "@misc{doe2021, title = {Übersee}}"
    [entries] = read(tmp_path, text.encode("latin-1"), encoding="latin-1").files.values()
    assert entries["doe2021"].fields["title"] == "Übersee"
    [found] = said(read(tmp_path, text, encoding="no-such"))
    assert "it cannot be read as no-such" in found


def test_the_style_is_asked_what_it_needs(tmp_path: Path) -> None:
    assert said(read(tmp_path, "@odd{doe2021, title = {T}}", styles=["no-such-style"]))
    assert said(read(tmp_path, "@misc{doe2021, title = {T}}", styles=STYLES)) == []


def test_notes_cite_what_is_there() -> None:
    cited = [("a.md", "doe2021"), ("a.md", "Roe2021"), ("b.md", "poe2021"), ("b.md", "poe2021")]
    roe, poe = missing_sources(cited, frozenset(("doe2021", "roe2021")))
    assert str(roe) == "a.md: no bibliography file has a sound entry 'Roe2021'; write 'roe2021'"
    assert str(poe) == (
        "b.md: no bibliography file has a sound entry 'poe2021'; "
        "add it, or mend the key or the entry"
    )


TOKENS = st.sampled_from(
    [
        "@misc{", "@article{", "@book{", "@string{", "@comment{", "@preamble{", "@names{", "@",
        "k", "K2", ",", "=", "{", "}", '"', "#", "(", ")", "\n", "\r", " ", "title", "author",
        "editor", "year", "month", "jan", "url", "doi", "note", "crossref", "key", "pages", "x",
        "\\", "\\url", "\\href", "{a}", "--", "%", "~", " and ", "A, B", "$", "^", "é", "\u202e",
        "\x00", "\\'", "\\{", "\\}", "https://example.org/_a", "javascript:x", "\\~{}",
    ]
)  # fmt: skip
FIELDS = [
    "title", "author", "editor", "year", "month", "journal", "publisher", "booktitle",
    "institution", "note", "school", "organization", "key", "pages", "edition", "volume", "number",
    "series", "howpublished", "url",
]  # fmt: skip
VALUES = st.lists(
    st.sampled_from(
        [
            "x", "A b", "\\url", "{a}", "and", ",", "~", "-", "\\'", "é", "$", "%", "\\ ", "\\",
            "Doe, Jane", "\\href {a}{b}", "\t", "`", "\\par ", "^", "{\\url}", " ",
            "\\url{https://example.org/_}",
        ]
    ),
    max_size=6,
).map("".join)  # fmt: skip
TYPES = [
    "misc", "article", "book", "inbook", "proceedings", "manual", "techreport", "unpublished",
]  # fmt: skip


def _entry(kind: str, values: dict[str, str]) -> str:
    fields = dict.fromkeys(FIELDS, "x") | values
    return f"@{kind}{{k,{','.join(f'{name}={{{value}}}' for name, value in fields.items())}}}\n"


ENTRY = st.builds(
    _entry, st.sampled_from(TYPES), st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4)
)


@given(st.lists(TOKENS, max_size=40).map("".join) | ENTRY | st.text())
@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_a_file_holds_what_is_used_can_be_formatted(tmp_path: Path, text: str) -> None:
    """In every style; what cannot is named with its line."""
    bibliography = read(tmp_path, text.encode("utf-8", "surrogatepass"))
    assert all(problem.line for problem in bibliography.problems)
    entries = []
    for made in bibliography.files.values():
        for key, entry in made.items():
            entry.key = key
            entries.append(entry)
    for style in FORMATTERS:
        for formatted in style.format_entries(entries):
            formatted.text.render_as("html")
