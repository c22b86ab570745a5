"""Law 4: a seed's name stands on its page and in the bibliography, and writes nothing there."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from briefbook.pages.article_page import article_page, title_of
from briefbook.pages.bibliography import bibtex
from briefbook.pages.syntax import SYNTAX
from briefbook.text.bodies import load_catalogue
from briefbook.text.marks import mark
from briefbook.text.model import Marks
from briefbook.text.seeds import parse_seed

FORGED = 'html_meta: {"http-equiv=refresh": "0;url=https://evil.example"} #b'


def marks_of(name: str) -> Marks:
    """As if nothing had refused the name, nor escaped it where the file was read."""
    text = b" date 2021-12-30 \nThe minister said on Thursday that talks go on.\n"
    seed = parse_seed(text, name="talks", path="seeds/talks.txt")
    return mark(replace(seed, name=name, path=f"seeds/{name}.txt"), load_catalogue())


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
@example(f"a\u2028{FORGED}")
@example(f"a\u2029{FORGED}")
@example(f"a\x85{FORGED}")
@example(f"a\r{FORGED}")
@example(f"a\n{FORGED}")
@example("a\n---\n# Another page")
@example("a\ud800")
@example(":::")
@example("\u202e")
def test_front_matter_says_what_it_is_to_say(name: str) -> None:
    page = article_page(marks_of(name), {}, [])
    head, end, rest = page.removeprefix("---\n").partition("\n---\n")
    assert end
    assert yaml.safe_load(head) == yaml.safe_load(SYNTAX)
    assert len(head.splitlines()) == 2 + len(SYNTAX.splitlines())
    assert rest.startswith("\n# Publisher not named, 30 December 2021\n\n:::{brief:provenance}\n")
    options = rest.partition(":::{brief:provenance}\n")[2].partition("\n:::\n")[0]
    assert all(re.match(r":[a-z0-9-]+:( |$)", line) for line in options.splitlines())


@pytest.mark.parametrize(
    "name",
    ["a}, note = {x", "a\n@misc{evil, title={x}}", 'a"', "a\\", "a{", "a%b", "a\u2028b", "$x$"],
)
def test_bibliography_has_one_entry(name: str) -> None:
    marks = marks_of(name)
    text = bibtex([(marks.article, title_of(marks.article).text)])
    assert len(parse_string(text, "bibtex").entries) == 1
