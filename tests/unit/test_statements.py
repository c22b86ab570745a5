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


def test_nobody_of_several_answers_without_a_label_below_a_question_that_stands_out() -> None:
    article = article_of(
        "JANE DOE: I found a ruin.\nJOHN ROE: I did, too.\nJANE DOE: We paint it.\n"
        "What do you paint it with?\nI use blue.\n"
    )
    *above, asked, answer = article.blocks
    article = replace(article, blocks=(*above, replace(asked, kind=BlockKind.SUBHEAD), answer))
    assert [line.partition(" | ")[0] for line in statement_lines(article)] == ["1", "2", "3"]


def test_questions_that_stand_out_as_subheads_are_an_interview_s() -> None:
    article = article_of(
        "Jane Doe on the bridge\nWhat did you find?\nI found a ruin.\n"
        "Did you think of leaving?\nNever.\nWho helps you?\nMy sister does.\n"
    )
    blocks = [
        replace(block, kind=BlockKind.SUBHEAD) if block.line in (2, 4, 6) else block
        for block in article.blocks
    ]
    assert statement_lines(replace(article, blocks=tuple(blocks))) == [
        '3 | doe | - | "I found a ruin."',
        '5 | doe | - | "Never."',
        '7 | doe | - | "My sister does."',
    ]
