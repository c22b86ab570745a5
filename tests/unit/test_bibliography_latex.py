"""LaTeX in BibTeX fields: what is written is what pybtex shows; links lead to web addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.richtext import Text

from briefbook.text.bibliography.latex import address_in, escape, mend

SIGNS = st.text(st.sampled_from("\\{}%&#_~$^\"'`,-?! aTM2@=<>[]|"), max_size=20)
ANY = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=20)


@given(SIGNS | ANY)
def test_escaped_text_is_shown_as_it_was(text: str) -> None:
    expected = " ".join(text.split()).replace("{", "(").replace("}", ")")
    assert str(Text.from_latex(escape(text))) == expected
    assert str(Text.from_latex(mend(escape(text), pytest.fail))) == expected


@given(SIGNS)
def test_an_address_comes_back_from_its_escapes(text: str) -> None:
    address = "https://example.org/" + "".join(sign for sign in text if sign not in " \\{}")
    assert address_in(address) == address
    assert address_in(escape(address).replace("{}", "").replace("{$}", "$")) == address


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        ("100% true, 50\\% false", "100% true, 50% false"),
        (r"costs \$5", "costs $5"),
        (r"a \\ b", "a b"),
        (r"{\url}javascript:x", "javascript:x"),
        (r"\url javascript:x", "javascript:x"),
        (r"\\url {javascript:x}", "url javascript:x"),
        (r"\urlx", r"\urlx "),
        (r"\url{https://example.org/a_b%20--c~d}", r"\url https://example.org/a_b%20--c~d"),
        (r"\href{https://example.org/}{The \url{x} 5%}", r"The x 5% (\url https://example.org/)"),
        (r"\href{javascript:x}{The {Site}}", "The Site"),
        (r"\nolinkurl{https://example.org/}", r"\url https://example.org/"),
    ],
)
def test_commands_of_links_stand_before_web_addresses_only(latex: str, shown: str) -> None:
    said: list[str] = []
    assert str(Text.from_latex(mend(latex, said.append))) == shown


def test_refused_addresses_are_told() -> None:
    refused: list[str] = []
    mend(r"\url{a\_b} \href{//example.org}{x} \href{javascript:y}{\url{z}}", refused.append)
    assert refused == ["a_b", "//example.org", "javascript:y", "z"]
