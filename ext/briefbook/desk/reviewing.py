"""One article under review: its marks, what was read of them, and its two files."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from briefbook.desk.review import Item, items
from briefbook.desk.sidecar_file import anchored, with_correction, with_review, without_correction
from briefbook.text.annotations.anchoring import Miss, locate
from briefbook.text.annotations.selector import text_quote
from briefbook.text.corrections import correct
from briefbook.text.errors import CorrectionError, ReviewError
from briefbook.text.marks import find_marks
from briefbook.text.model import BodyMention, DateMention, Marks, Source, Span, Statement
from briefbook.text.paths import shown_path
from briefbook.text.reviewed import SUFFIX, Entry, as_file, entries, read_reviewed
from briefbook.text.seeds import read_seed
from briefbook.text.sidecar import parse_sidecar
from briefbook.text.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefbook.desk.review import Mark
    from briefbook.text.bodies import Catalogue
    from briefbook.text.decisions import Review

Values = dict[str, str | bool]
"""What a correction says beside its passage."""


class Reviewing:
    """Reads the seed, its sidecar and what was reviewed; writes the last two at every step."""

    def __init__(self, path: Path, catalogue: Catalogue, *, root: Path) -> None:
        """Raises SeedError, SidecarError, ReviewError; CorrectionError where one does not fit."""
        self._path, self._catalogue, self._root = path, catalogue, root
        self._sidecar = path.with_suffix(".toml")
        self._reviewed = path.with_name(f"{path.stem}{SUFFIX}")
        self._found: Marks | None = None
        kept = read_reviewed(self._reviewed, root=root)
        self._read: list[Entry] = list(kept.marks) if kept is not None else []
        self.marks = self.load()

    def load(self) -> Marks:
        """The marks as the sidecar has them now. Raises as the class does."""
        seed = read_seed(self._path, root=self._root)
        if self._found is None or self._found.article.seed != seed.for_rules:
            self._found = find_marks(seed.for_rules, self._catalogue)
        found = replace(self._found, article=replace(self._found.article, seed=seed))
        corrected = correct(found, self._catalogue.by_id)
        if corrected.problems:
            raise corrected.problems[0]
        self.marks = corrected.marks
        return self.marks

    @property
    def review(self) -> Review | None:
        return self.marks.article.seed.sidecar.reviewed

    @property
    def sidecar(self) -> Path:
        return self._sidecar

    @property
    def items(self) -> list[Item]:
        """All marks, in the order of reading."""
        return items(self.marks)

    def is_read(self, item: Item) -> bool:
        """Whether the mark was read as it is."""
        return item.entry in self._read

    @property
    def unread(self) -> list[Item]:
        return [item for item in self.items if not self.is_read(item)]

    def keep(self, *read: Item) -> None:
        """Note that marks were read and are right."""
        self._read += [item.entry for item in read if item.entry not in self._read]
        self._save()

    def change(self, mark: Mark, values: Values) -> None:
        """Correct a mark, and note that it was read. Raises CorrectionError; nothing is left then.

        With ``remove`` it is taken away: one that an editor made, by taking the correction out.
        """
        before = self._text()
        kind = kind_of(mark)
        old = self._correction_of(mark)
        if old is not None and values.get("remove") and not self._is_of_rules(mark):
            text = without_correction(before, kind, old)
        else:
            named = values if old is not None else self._named(mark, values)
            text = with_correction(before, kind, named, instead_of=old)
        old_rows = entries(self.marks)
        self._write(text, before)
        # Its own row; what follows from it is still to be read.
        own = ("statement", "source") if kind == "statement" else (kind,)
        made = [row for row in entries(self.marks) if row not in old_rows and row["mark"] in own]
        if not isinstance(mark, Source):
            start = _place(mark).start
            made = [row for row in made if row.get("start", start) == start]
        self._read += made
        self._save()

    def sign(self, review: Review) -> None:
        """Say in the sidecar who has read all marks. Raises ReviewError where some are unread."""
        if unread := self.unread:
            problem = f"{len(unread)} of its {len(self.items)} marks are not read yet"
            raise ReviewError(self._shown, None, problem, "read them first, or keep them all")
        before = self._text()
        self._write(with_review(before, review), before)
        self._save()

    @property
    def _shown(self) -> str:
        return shown_path(self._path, self._root)

    def _text(self) -> str:
        if not os.path.lexists(self._sidecar):
            return ""
        return self._sidecar.read_bytes().decode("utf-8-sig")

    def _write(self, text: str, before: str) -> None:
        """Write the sidecar, and load the marks; or leave it as it was, and raise."""
        shown = shown_path(self._sidecar, self._root)
        parse_sidecar(text.encode(), path=shown)
        was_there = os.path.lexists(self._sidecar)
        write_file(self._sidecar, text.encode(), root=self._root)
        try:
            self.load()
        except CorrectionError:
            if was_there:
                write_file(self._sidecar, before.encode(), root=self._root)
            else:
                self._sidecar.unlink()
            self.load()
            raise

    def _save(self) -> None:
        """Keep what was read of the marks that there are, in the order of the text."""
        kept = [row for row in entries(self.marks) if row in self._read]
        self._read = kept
        content = as_file(self.marks.article.seed.sha256, kept)
        write_file(self._reviewed, content, root=self._root)

    def _named(self, mark: Mark, values: Values) -> Mapping[str, str | bool]:
        if isinstance(mark, Source):
            names = [one.name.casefold() for one in self._rules.sources]
            by_id = names.count(mark.name.casefold()) != 1
            return {"name": mark.id if by_id else mark.name, **values}
        article = self.marks.article
        quote = text_quote(article, _place(mark))
        if quote is None:
            problem = "its passage cannot be told from others in the article"
            raise CorrectionError(self._shown, None, problem, "correct it in the sidecar by hand")
        return anchored(quote, values)

    @property
    def _rules(self) -> Marks:
        assert self._found is not None  # noqa: S101 - load has set it
        return self._found

    def _is_of_rules(self, mark: Mark) -> bool:
        """Whether rules found something at the place of the mark."""
        if isinstance(mark, Source):
            return any(one.id == mark.id for one in self._rules.sources)
        place = _place(mark)
        of_kind: Sequence[DateMention | BodyMention] = ()
        if isinstance(mark, DateMention):
            of_kind = self._rules.dates
        elif isinstance(mark, BodyMention):
            of_kind = self._rules.bodies
        else:
            return any(span == place for one in self._rules.statements for span in one.spans)
        return any((one.start, one.end) == (place.start, place.end) for one in of_kind)

    def _correction_of(self, mark: Mark) -> int | None:
        """The number of the correction that made or changed the mark, among those of its kind."""
        if not mark.by_editor:
            return None
        given = self.marks.article.seed.sidecar.corrections
        if isinstance(mark, Source):
            names = {mark.id, *(one.name for one in self._rules.sources if one.id == mark.id)}
            named = {name.casefold() for name in (*names, *mark.mentions, mark.name)}
            found = [n for n, one in enumerate(given.sources) if one.name.casefold() in named]
            return found[0] if found else None
        of_kind = {
            "date": [one.quote for one in given.dates],
            "body": [one.quote for one in given.bodies],
            "statement": [one.quote for one in given.statements],
        }[kind_of(mark)]
        for number, quote in enumerate(of_kind):
            place = locate(self.marks.article, quote, 0)
            if not isinstance(place, Miss) and _meets(mark, place):
                return number
        return None


def kind_of(mark: Mark) -> str:
    """The table of the sidecar that corrects it."""
    if isinstance(mark, DateMention):
        return "date"
    if isinstance(mark, BodyMention):
        return "body"
    return "source" if isinstance(mark, Source) else "statement"


def _place(mark: Mark) -> Span:
    """Where a mark stands; of a statement, its first stretch."""
    assert not isinstance(mark, Source)  # noqa: S101 - it has a name instead
    if isinstance(mark, DateMention | BodyMention):
        return Span(start=mark.start, end=mark.end)
    return mark.spans[0]


def _meets(mark: Mark, place: Span) -> bool:
    spans = mark.spans if isinstance(mark, Statement) else (_place(mark),)
    return any(one.start < place.end and place.start < one.end for one in spans)
