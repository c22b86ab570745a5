"""One annotation file: its bytes to an Annotation, or to what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, cast

from briefbook.text.annotations.body import MAX_BODY, MAX_REFERENCES, cited_keys, references
from briefbook.text.annotations.front_matter import FrontMatter, form_errors, read_front_matter
from briefbook.text.annotations.motivations import REPLY
from briefbook.text.annotations.record import Annotation
from briefbook.text.characters import complaint, is_invisible
from briefbook.text.errors import AnnotationError
from briefbook.text.files import decode, refuse_unfit
from briefbook.text.schema_problems import field_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefbook.text.annotations.front_matter import Value
    from briefbook.text.strict_yaml import Path

FILE_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""What a file is called, without ``.md``: the day, then a slug."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

MAX_FILE_NAME = 100
"""Characters of it: ids and addresses are made from it."""


def parse_annotation(
    raw: bytes, *, path: str, seed: str, name: str
) -> Annotation | list[AnnotationError]:
    """The annotation in ``raw``, the bytes of ``path``, ``NAME.md`` in the folder of ``seed``.

    Where the file is not valid, all that is wrong with it as far as it can be read, in the order
    of its lines.
    """
    try:
        text = decode(raw, path, AnnotationError).replace("\r\n", "\n").replace("\r", "\n")
        remedy = 'remove it, or, where the passage has it, write "{}" in double quotes'
        refuse_unfit(text, path, AnnotationError, remedy)
        front = read_front_matter(text, path=path)
    except AnnotationError as error:
        return [error]
    body, body_line = _trimmed(front)
    errors = [
        *(form_errors(front, path=path) or _character_errors(front, path)),
        *_name_errors(name, front, path),
        *_withdrawal_errors(front, path),
        *_reply_errors(front, path),
    ]
    is_withdrawn = "withdrawn" in front.values
    if not is_withdrawn:
        errors += _body_errors(body, body_line, path)
    if errors:
        return errors
    values = front.values
    target = cast("dict[str, str]", values["target"])
    author = cast("dict[str, str]", values["author"])
    if is_withdrawn:
        body = ""
    if target["exact"] != target["exact"].strip():
        return [
            AnnotationError(
                path,
                front.located.line_of(("target", "exact")),
                "target.exact begins or ends with white space",
                "move it to prefix or suffix",
            )
        ]
    return Annotation(
        id=name,
        seed=seed,
        path=path,
        motivation=cast("str", values["motivation"]),
        exact=target["exact"],
        prefix=target.get("prefix", ""),
        suffix=target.get("suffix", ""),
        author_name="" if is_withdrawn else author["name"],
        author_github=None if is_withdrawn else author.get("github"),
        created=cast("str", values["created"]),
        reply_of=cast("str | None", values.get("reply_of")),
        withdrawn=cast("str | None", values.get("withdrawn")),
        sources=() if is_withdrawn else tuple(cast("list[str]", values.get("sources", []))),
        cited=cited_keys(body),
        body=body,
        body_line=body_line,
        exact_line=front.located.line_of(("target", "exact")),
    )


def _character_errors(front: FrontMatter, path: str) -> list[AnnotationError]:
    """What readers could not see of the front matter: YAML's escapes spell any character.

    What quotes the seed may hold what the seed holds; a passage must show all the same.
    """
    errors = []
    for place, text in _texts(front.values, ()):
        quotes_seed = place[0] == "target"
        problem = complaint(text)
        if problem is None or (quotes_seed and not (place[-1] == "exact" and is_invisible(text))):
            continue
        if quotes_seed:
            problem = "holds nothing that can be seen"
        said = f"{field_name(place)} {problem}"
        errors.append(front.error(place, path, said, "take the character out"))
    return errors


def _texts(value: Value, place: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield place, value
        return
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        yield from _texts(item, (*place, key))


def _trimmed(front: FrontMatter) -> tuple[str, int]:
    """The body without the blank lines around it, and the line on which it begins then."""
    lines = front.body.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    return "\n".join(lines[first:]).rstrip(), front.body_line + first


def _name_errors(name: str, front: FrontMatter, path: str) -> list[AnnotationError]:
    """Whether the file's name and ``created`` give one and the same day of the calendar."""
    match = FILE_NAME.fullmatch(name)
    if match is None or len(name) > MAX_FILE_NAME:
        return [
            AnnotationError(
                path,
                None,
                "its name is not of the form",
                "name it YYYY-MM-DD-slug.md, the slug in small letters, digits and hyphens, "
                f"at most {MAX_FILE_NAME} characters",
            )
        ]
    created = front.values.get("created")
    if not isinstance(created, str) or not _DAY.fullmatch(created):
        return []  # the schema says so
    line = front.located.line_of(("created",))
    try:
        day = dt.date.fromisoformat(created).isoformat()
    except ValueError:
        problem = f"created {created!r} is no day of the calendar"
        return [AnnotationError(path, line, problem, "write YYYY-MM-DD")]
    if day != match[1]:
        problem = f"created is {day}, and the file's name says {match[1]}"
        return [AnnotationError(path, line, problem, "make them agree")]
    return []


def _reply_errors(front: FrontMatter, path: str) -> list[AnnotationError]:
    if "reply_of" not in front.values or front.values.get("motivation") == REPLY:
        return []
    problem, remedy = "reply_of is for replies alone", f"leave it out, or write motivation: {REPLY}"
    return [front.error(("reply_of",), path, problem, remedy)]


def _withdrawal_errors(front: FrontMatter, path: str) -> list[AnnotationError]:
    """Whether ``withdrawn`` is a day of the calendar, and not before the note was written."""
    day, created = front.values.get("withdrawn"), front.values.get("created")
    if not isinstance(day, str) or not _DAY.fullmatch(day) or not isinstance(created, str):
        return []  # the schema says so
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        problem = f"withdrawn {day!r} is no day of the calendar"
        return [front.error(("withdrawn",), path, problem, "write YYYY-MM-DD")]
    if day < created:
        problem = f"withdrawn is {day}, before it was created"
        return [front.error(("withdrawn",), path, problem, "give the day of its withdrawal")]
    return []


def _body_errors(body: str, line: int, path: str) -> list[AnnotationError]:
    if not body:
        problem = "it has no text"
        return [AnnotationError(path, line, problem, "write the note below the second ---")]
    if len(body) > MAX_BODY:
        problem = f"its text is longer than {MAX_BODY} characters"
        return [AnnotationError(path, line, problem, "shorten it")]
    if len(references(body)) > MAX_REFERENCES:
        problem = f"its text has more than {MAX_REFERENCES} terms and citations"
        return [AnnotationError(path, line, problem, "keep those that a reader needs")]
    return []
