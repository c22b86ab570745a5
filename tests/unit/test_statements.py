"""Every fixture of statements: who said what, in which words, and who the sources are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fixture_cases import Case, folder_cases
from statement_cases import article_of, source_lines, statement_lines

from briefbook.text.kinds import BlockKind


def _is_source(line: str) -> bool:
    return " = " in line.partition(" | ")[0]


@pytest.mark.parametrize("case", folder_cases("statements"))
def test_case(case: Case) -> None:
    article = article_of(case.input)
    expected = [line for line in case.expected.split("\n") if line]
    statements = [line for line in expected if not _is_source(line) and line != "nothing"]
    assert statement_lines(article) == statements
    sources = [line for line in expected if _is_source(line)]
    if sources:
        found = source_lines(article)
        assert len(found) == len(sources), found
        for line, wanted in zip(found, sources, strict=True):
            assert f"{line} | ".startswith(f"{wanted} | "), line


def test_a_line_that_stands_out_signs_the_quotation_above_it() -> None:
    article = article_of(
        '"Nobody alive has seen a bridge like this one."\nJane Doe, lecturer in engineering\n'
    )
    quoted, line = article.blocks
    article = replace(article, blocks=(quoted, replace(line, kind=BlockKind.SUBHEAD)))
    assert statement_lines(article) == [
        '1 | doe | - | "Nobody alive has seen a bridge like this one."'
    ]
