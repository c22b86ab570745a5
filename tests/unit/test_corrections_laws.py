"""Laws 1 to 3 over arbitrary corrections of arbitrary articles: whatever editors write, marks stand
where they say, nothing of the text is lost, and nothing is added to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_laws_of_marks import PROSE, WORDS

from briefbook.text.bodies import load_catalogue
from briefbook.text.corrections import correct
from briefbook.text.decisions import (
    Corrections,
    MentionCorrection,
    SourceCorrection,
    StatementCorrection,
)
from briefbook.text.errors import SeedError
from briefbook.text.kinds import SourceKind, StatementKind
from briefbook.text.marks import as_json, find_marks
from briefbook.text.model import BodyMention, DateMention, Marks, Span
from briefbook.text.quote import TextQuote
from briefbook.text.schemas import validator
from briefbook.text.seeds import parse_seed
from grammars import page

Given = TypeVar("Given")
CATALOGUE = load_catalogue()
HOSTILE = ["<b>x</b>", "`a`", "{term}`NATO`", "[a](b)", "*a*", "\\", "::: {raw} html", "$a$"]
NAMES = st.sampled_from(["Jane Doe", "the ministry", "an official", "", *HOSTILE])
KINDS = st.sampled_from([None, *(kind.value for kind in SourceKind)])
VALUES = st.sampled_from(["2022-01", "2021-12-27", "2021-Q4", "199X", "no date", None])
BASES = st.sampled_from([None, "", "on condition", "the", "NATO"])
BODIES = st.sampled_from(["nato", "osce", "no-such-body", None])


@pytest.fixture(autouse=True, scope="module")
def _closed() -> Iterator[None]:
    yield
    page.close()


def found_in(text: str) -> Marks | None:
    raw = (" date 2022-01-03 \n" + text).encode("utf-8", "replace")
    try:
        return find_marks(parse_seed(raw, name="x", path="seeds/x.txt"), CATALOGUE)
    except SeedError:
        return None  # nothing of it is an article, and that is said


class Drawn:
    """What is drawn for the corrections of one article."""

    def __init__(self, draw: st.DrawFn, found: Marks) -> None:
        self.draw = draw
        self.found = found
        mentions: list[DateMention | BodyMention] = [*found.dates, *found.bodies]
        self.marked = [
            *(Span(start=one.start, end=one.end) for one in mentions),
            *(span for one in found.statements for span in one.spans),
        ]

    def quote(self) -> TextQuote:
        """Now and then a mark's own passage, else any stretch of a block, or none of the text."""
        draw, article = self.draw, self.found.article
        text = article.seed.text
        form = draw(st.integers(0, 9))
        if form == 9:
            return TextQuote(exact=draw(st.sampled_from(WORDS)))
        if form < 5 and self.marked:
            span = draw(st.sampled_from(self.marked))
            start, end = span.start, span.end
        else:
            block = draw(st.sampled_from(article.blocks))
            start = draw(st.integers(block.start, block.end - 1))
            end = min(block.end, start + draw(st.integers(1, 60)))
        home = next(one for one in article.blocks if one.start <= start < one.end)
        before = text[max(home.start, start - 9) : start]
        behind = text[end : min(home.end, end + 9)]
        return TextQuote(exact=text[start:end], prefix=before, suffix=behind)

    def line(self) -> int:
        return self.draw(st.integers(1, 99))

    def name(self) -> str:
        known = [*(one.name for one in self.found.sources), *(one.id for one in self.found.sources)]
        return self.draw(st.sampled_from(known) | NAMES if known else NAMES)

    def mention(self, meanings: st.SearchStrategy[str | None]) -> MentionCorrection:
        meaning = self.draw(meanings)
        return MentionCorrection(line=self.line(), column=1, quote=self.quote(), meaning=meaning)

    def source(self) -> SourceCorrection:
        name, line = self.name(), self.line()
        if self.draw(st.booleans()):
            return SourceCorrection(line=line, column=1, name=name, same_as=self.name())
        rename = self.draw(NAMES) or None
        kind, basis = self.draw(KINDS), self.draw(BASES)
        return SourceCorrection(
            line=line, column=1, name=name, rename=rename, kind=kind, basis=basis
        )

    def statement(self) -> StatementCorrection:
        quote, line = self.quote(), self.line()
        if self.draw(st.booleans()):
            return StatementCorrection(line=line, column=1, quote=quote, remove=True)
        return StatementCorrection(
            line=line,
            column=1,
            quote=quote,
            source=self.name() if self.draw(st.booleans()) else None,
            kind=self.draw(KINDS),
            speaker=self.draw(st.none() | NAMES),
            translated=self.draw(st.sampled_from([None, True, False])),
            cue=self.draw(st.sampled_from([None, "", "promised"])),
            form=self.draw(st.sampled_from([None, "quote", "indirect"])),
            basis=self.draw(BASES),
        )

    def several(self, make: Callable[[], Given]) -> tuple[Given, ...]:
        return tuple(make() for _ in range(self.draw(st.integers(0, 3))))


@st.composite
def corrected_marks(draw: st.DrawFn) -> Marks | None:
    """What rules found in an article, with corrections in its sidecar."""
    found = found_in(draw(PROSE))
    if found is None:
        return None
    drawn = Drawn(draw, found)
    corrections = Corrections(
        dates=drawn.several(lambda: drawn.mention(VALUES)),
        bodies=drawn.several(lambda: drawn.mention(BODIES)),
        sources=drawn.several(drawn.source),
        statements=drawn.several(drawn.statement),
    )
    seed = found.article.seed
    seed = replace(seed, sidecar=replace(seed.sidecar, corrections=corrections))
    return replace(found, article=replace(found.article, seed=seed))


@given(corrected_marks())
@settings(max_examples=80)
def test_marks_stand_where_they_say(before: Marks | None) -> None:
    if before is None:
        return
    corrected = correct(before, CATALOGUE.by_id)
    assert repr(corrected) == repr(correct(before, CATALOGUE.by_id))
    marks = corrected.marks
    assert marks.article is before.article  # law 2: cleaning is not corrected
    check_offsets(marks)
    form: Any = as_json(marks, CATALOGUE)
    validator("marks").validate(form)
    check_whole(marks, before)
    given_ = before.article.seed.sidecar.corrections
    all_given = (*given_.dates, *given_.bodies, *given_.sources, *given_.statements)
    for problem in corrected.problems:
        assert problem.path == "seeds/x.toml"
        assert problem.line in {one.line for one in all_given}
        assert len(str(problem)) < 2000
    by_editor = [
        *(one.by_editor for one in marks.dates),
        *(one.by_editor for one in marks.bodies),
        *(one.by_editor for one in marks.statements),
    ]
    # A correction makes or changes one mark at most; of one there may be more than one problem.
    misfits = {(problem.line, problem.column) for problem in corrected.problems}
    assert sum(by_editor) <= len(all_given) - len(misfits)


def check_offsets(marks: Marks) -> None:
    text, blocks = marks.article.seed.text, marks.article.blocks
    stretches = [
        *(span for date in marks.dates for span in date.event),
        *(span for one in marks.statements for span in one.spans),
        *(one.source_span for one in marks.statements if one.source_span),
    ]
    mentions: list[DateMention | BodyMention] = [*marks.dates, *marks.bodies]
    for one in mentions:
        assert text[one.start : one.end] == one.text
        stretches.append(Span(start=one.start, end=one.end))
    bases = [basis for source in marks.sources for basis in source.bases]
    for basis in (*bases, *(basis for one in marks.statements for basis in one.bases)):
        assert text[basis.start : basis.end] == basis.text
    for span in stretches:
        assert any(block.start <= span.start < span.end <= block.end for block in blocks)


def check_whole(marks: Marks, before: Marks) -> None:
    """In order; every source is one, and has statements where it had some before."""
    for starts in (
        [one.start for one in marks.dates],
        [one.start for one in marks.bodies],
        [one.spans[0].start for one in marks.statements],
    ):
        assert starts == sorted(starts)
    ids = [one.id for one in marks.sources]
    assert len(ids) == len(set(ids))
    quoted = {one.source for one in marks.statements} - {None}
    assert quoted <= set(ids)
    assert {one.source for one in before.statements} & set(ids) <= quoted
    for one in marks.statements:
        assert one.kind is StatementKind.QUOTE or len(one.spans) == 1


@given(corrected_marks())
@settings(max_examples=25)
def test_the_page_shows_the_text_and_nothing_else(before: Marks | None) -> None:
    """Law 3, and law 4 for the names that editors write."""
    if before is not None:
        page.check_page(correct(before, CATALOGUE.by_id).marks, CATALOGUE)
