"""``NAME.reviewed.json``: an article's marks as its editors have read them, a line each.

``briefbook review`` writes it. A later engine, or a correction, that changes a mark is found by
comparing: who has signed a review has not read what came after.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec

from briefbook.text.errors import ReviewError
from briefbook.text.files import read_file
from briefbook.text.lines import unwrapped
from briefbook.text.paths import shown_path
from briefbook.text.timex import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from briefbook.text.model import Marks, Statement

SUFFIX: Final = ".reviewed.json"
"""How the file is called: like its seed, and so."""

MAX_BYTES: Final = 16 * 1024 * 1024
"""As of a seed: its marks seldom take more room than its text."""

MAX_TOLD: Final = 5
"""Differences that a message names one by one."""

_SHOWN: Final = 60
"""Characters of a passage in a message."""

Entry = dict[str, str | int | bool | list[str]]
"""A mark as readers are told of it; what is not known of it is left out."""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    sha256: str
    marks: list[Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What a file keeps."""

    sha256: str
    """Of the seed's bytes."""
    marks: tuple[Entry, ...]


def entries(marks: Marks) -> list[Entry]:
    """The marks, a row each: what a reader is told of them, not how it was found."""
    article = marks.article
    names = {source.id: source.name for source in marks.sources}
    rows: list[Mapping[str, Any]] = [
        {
            "mark": "date",
            "line": date.line,
            "start": date.start,
            "text": date.text,
            "value": date.value,
            "or": date.alternative,
            "event": " … ".join(map(article.words_of, date.event)),
            "source": names.get(date.source or ""),
        }
        for date in marks.dates
    ]
    rows += [
        {"mark": "body", "line": body.line, "start": body.start, "text": body.text}
        | {"body": body.body}
        for body in marks.bodies
    ]
    rows += [
        {"mark": "source", "name": source.name, "kind": source.kind.value, "basis": source.basis}
        for source in marks.sources
    ]
    rows += [_of_statement(marks, one, names) for one in marks.statements]
    return [{key: value for key, value in row.items() if value} for row in rows]


def _of_statement(marks: Marks, one: Statement, names: Mapping[str, str]) -> Mapping[str, Any]:
    return {
        "mark": "statement",
        "line": one.line,
        "start": one.spans[0].start,
        "form": one.kind.value,
        "words": [marks.article.words_of(span) for span in one.spans],
        "source": names.get(one.source or ""),
        "speaker": one.speaker,
        "translated": one.translated,
        "basis": "; ".join(unwrapped(basis.text) for basis in one.bases),
    }


def as_file(sha256: str, marks: Iterable[Entry]) -> bytes:
    """The file: JSON, a mark a line, so that a change of one is a line of a comparison."""
    lines = ",\n".join(json.dumps(mark, ensure_ascii=False) for mark in marks)
    return f'{{"sha256": "{sha256}", "marks": [\n{lines}\n]}}\n'.encode()


def read_reviewed(path: Path, *, root: Path) -> Reviewed | None:
    """What the file at ``path`` keeps; None where there is none. Raises ReviewError."""
    if not os.path.lexists(path):
        return None
    raw = read_file(path, home=path.parent, root=root, max_bytes=MAX_BYTES, problem=ReviewError)
    try:
        found = msgspec.json.decode(raw, type=_File)
    except (msgspec.DecodeError, RecursionError) as error:
        problem = f"it is not as briefbook review writes it: {error}"
        remedy = "write it anew with briefbook review"
        raise ReviewError(shown_path(path, root), None, problem, remedy) from None
    return Reviewed(sha256=found.sha256, marks=tuple(found.marks))


def differences(now: Sequence[Entry], reviewed: Sequence[Entry]) -> list[str]:
    """What has become of the marks since they were reviewed, a phrase for each that differs."""
    before = {_key(mark): mark for mark in reviewed}
    after = {_key(mark): mark for mark in now}
    unlike = []
    for key, mark in after.items():
        old = before.get(key)
        if old is None:
            unlike.append(f"{_place(mark)} is new: {_meaning(mark)}")
        elif old != mark:
            what, was = _meaning(mark), _meaning(old)
            if what != was:
                unlike.append(f"{_place(mark)} is {what}, and was {was}")
            else:
                keys = [key for key in {**old, **mark} if old.get(key) != mark.get(key)]
                unlike.append(f"{_place(mark)} has another {' and '.join(keys)}")
    unlike += [f"{_place(mark)} is gone" for key, mark in before.items() if key not in after]
    return unlike


def told(mark: Entry) -> str:
    """A mark in words, on one line: where it stands and what it means."""
    more = [f"relaying {mark['speaker']}"] if mark.get("speaker") else []
    more += ["in translation"] if mark.get("translated") else []
    more += [f"“{mark['basis']}”"] if mark.get("basis") else []
    return ", ".join([f"{_place(mark)}: {_meaning(mark)}", *more])


def difference_problem(unlike: Sequence[str], path: str, seed: str) -> ReviewError:
    """The differences as a problem of the file at ``path``."""
    count = "1 mark differs" if len(unlike) == 1 else f"{len(unlike):,} marks differ"
    named = "; ".join(unlike[:MAX_TOLD])
    more = f"; and {len(unlike) - MAX_TOLD:,} more" if len(unlike) > MAX_TOLD else ""
    remedy = f"read them again: briefbook review {seed}"
    return ReviewError(path, None, f"{count} from those reviewed: {named}{more}", remedy)


def _key(mark: Entry) -> tuple[str, ...]:
    if mark.get("mark") == "source":
        return "source", str(mark.get("name"))
    return str(mark.get("mark")), str(mark.get("start")), str(mark.get("text"))


def _place(mark: Entry) -> str:
    kind = mark.get("mark")
    if kind == "source":
        return f"the source {_quoted(mark.get('name'))}"
    words = mark.get("words")
    text = words[0] if isinstance(words, list) and words else mark.get("text")
    return f"line {mark.get('line')}: the {kind} {_quoted(text)}"


def _quoted(text: object) -> str:
    words = str(text)
    return f"“{words if len(words) <= _SHOWN else words[:_SHOWN] + '…'}”"


def _meaning(mark: Entry) -> str:
    match mark.get("mark"):
        case "date":
            return in_words(str(mark.get("value")))
        case "body":
            return str(mark.get("body"))
        case "source":
            return str(mark.get("kind"))
        case _:
            return f"by {mark.get('source', 'no source named')}"
