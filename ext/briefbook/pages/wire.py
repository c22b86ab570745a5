"""What a page's text carries from the pages' side to Sphinx's: each form is written and read here.

A form is a dataclass. As a directive its fields are the options, ``:title-by: editors``: numbers
in figures, flags without a value, lists as JSON in single quotes; records stand in the content as
lines of YAML. What was written is read again as it was, but for what ``showable`` takes from text:
no form shows what a reader could not see.
"""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, Field, dataclass, fields
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

import msgspec
import yaml

from briefbook.pages.fields import options, record
from briefbook.text.model import SourceKind, StatementKind  # noqa: TC001 - msgspec looks them up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C where PyYAML was built with it


class WireError(ValueError):
    """A form on a page cannot be read; says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """``brief:provenance``: where an article is from, and what was kept of its seed."""

    directive: ClassVar = "provenance"

    seed: str
    file: str
    sha256: str
    title: str
    title_by: str
    publisher: str | None = None
    publisher_by: str
    published: str
    published_by: str
    authors: tuple[str, ...] = ()
    url: str | None = None
    rights: str | None = None
    language: str | None = None
    language_by: str
    doubtful: tuple[int, ...] = ()
    """Numbers of paragraphs."""
    kept_by_editors: tuple[tuple[int, int], ...] = ()
    """First and last line of each range."""
    removed_by_editors: tuple[tuple[int, int], ...] = ()
    kept: int
    """Lines."""
    lines: int
    cite: str
    """The key of the article in the bibliography."""
    reviewed_by: str | None = None
    reviewed_on: str | None = None
    """ISO 8601, a day."""
    changed: int = 0
    """Marks that are others than those that were reviewed."""
    dates_by_editors: tuple[int, ...] = ()
    """The paragraph of each date that an editor made or changed; 0 outside the paragraphs."""
    bodies_by_editors: tuple[int, ...] = ()
    statements_by_editors: tuple[int, ...] = ()
    sources_by_editors: int = 0
    """How many there are."""
    unmarked_by_editors: int = 0
    """Marks that editors took away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement of an attribution."""

    paragraph: int | None = None
    form: StatementKind
    cue: str | None = None
    speaker: str | None = None
    translated: bool = False
    bases: tuple[str, ...] = ()
    """The grounds given for this very statement."""
    by_editor: bool = False
    """Whether an editor attributed it, and no rule."""
    texts: tuple[str, ...]
    """What it says: each pair of quotation marks by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """``brief:attribution``: a source, and what it says in a block on the same footing."""

    directive: ClassVar = "attribution"

    number: int
    """From 1, as spans of the text say it."""
    source: str
    name: str
    kind: SourceKind
    entry: str | None = None
    """The name under which the book's index has it, where that is another."""
    role: str | None = None
    """What it is, as the index tells it."""
    by_editor: bool = False
    """Whether an editor said what it is called or of which kind it is."""
    here: tuple[str, ...] = ()
    """What the text calls it here."""
    named_in: int | None = None
    """The paragraph that gives it its name, if another."""
    bases: tuple[str, ...] = ()
    """The grounds on which a source without a name spoke, wherever the article gives them."""
    bases_in: int | None = None
    """The paragraph that gives them, if another."""
    paragraph: int | None = None
    content: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedPart:
    """A part of a line that the article does not have."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """``brief:removed``: what was taken out of the seed."""

    directive: ClassVar = "removed"

    lines: int
    """How many the seed has."""
    content: tuple[RemovedPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """``brief:annotation``: a reader's note; its body, Markdown of its own, is the content."""

    directive: ClassVar = "annotation"

    id: str
    file: str
    line: int
    """Where the body begins in the file."""
    number: int
    motivation: str
    author: str
    github: str | None = None
    created: str
    sources: tuple[str, ...] = ()
    paragraph: int | None = None
    passage: str
    orphan: bool = False
    carried: bool = False
    """Whether it was written on the earlier version of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """``brief:stand-in``: a page in the place of an article that is not there, or not any more."""

    directive: ClassVar = "stand-in"

    seed: str
    """The seed whose page this would be."""
    title: str
    now: str | None = None
    """The name that the seed has today, where it was renamed."""
    paragraphs: int = 0
    """How many the article has, for those who look for one of them here."""
    withdrawn: str | None = None
    """The day from which on it must not be shown."""
    why: str | None = None
    unlisted: bool = False
    """Whether no contents list the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """``brief:versions``: the other articles that an article is a version of.

    Each is the name of a seed, and what readers know it by: publisher and day.
    """

    directive: ClassVar = "versions"

    same: tuple[str, str] | None = None
    """The same story, which is counted in the place of this one."""
    told_by: tuple[tuple[str, str], ...] = ()
    """Others that tell this story, and for which this one is counted."""
    earlier: tuple[str, str] | None = None
    later: tuple[tuple[str, str], ...] = ()
    compared: bool = False
    """Whether the page shows what has changed since the earlier version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedParagraph:
    """One paragraph that is not as it was, in stretches that are alike and differ in turn."""

    paragraph: int | None = None
    """Its number in this version."""
    before: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """``brief:revised``: what has changed since the earlier version."""

    directive: ClassVar = "revised"

    content: tuple[ChangedParagraph, ...] = ()


Form = TypeVar("Form", Provenance, Attribution, Removed, Note, StandIn, Versions, Revised)


def option_names(form: type[Form]) -> dict[str, bool]:
    """The options of a form, each with whether it is a flag."""
    return {_option(field): field.type == "bool" for field in fields(form) if _is_option(field)}


def write(
    form: Provenance | Attribution | Removed | Note | StandIn | Versions | Revised,
) -> list[str]:
    """The lines of the form's directive, without the fences around them and without a body."""
    values = {_option(field): _written(form, field) for field in fields(form) if _is_option(field)}
    lines = [f"{{brief:{form.directive}}}", *options(values)]
    if isinstance(form, Attribution | Removed | Revised):
        lines += ["", *(record(_record(each)) for each in form.content)]
    return lines


def read(form: type[Form], given: Mapping[str, str | None], content: Sequence[str] = ()) -> Form:
    """The form that a directive's options and the lines of its content make.

    Raises WireError. The content of a note is left alone.
    """
    values: dict[str, object] = {}
    for field in fields(form):
        option = _option(field)
        if _is_option(field) and option in given:
            values[field.name] = _value(field, given[option])
        elif field.name == "content":
            values["content"] = _records(content)
    try:
        return msgspec.convert(values, form, strict=False)
    except msgspec.ValidationError as error:
        raise WireError(str(error)) from None


def _is_option(field: Field[object]) -> bool:
    return field.name != "content"


def _option(field: Field[object]) -> str:
    return field.name.replace("_", "-")


def _written(form: object, field: Field[object]) -> str | tuple[object, ...] | None:
    value = getattr(form, field.name)
    if field.default is not MISSING and value == field.default:
        return None
    if value is True:
        return ""
    return value if isinstance(value, tuple) else str(value)


def _value(field: Field[object], text: str | None) -> object:
    if field.type == "bool":
        return True
    if text is None or not str(field.type).startswith("tuple"):
        return text
    try:
        return json.loads(text)
    except ValueError:
        raise WireError(f"{_option(field)}: {text!r} is no list in JSON") from None


def _record(
    said: Said | RemovedPart | ChangedParagraph,
) -> dict[str, str | int | Sequence[str] | None]:
    return {
        field.name: None if value == field.default else value
        for field in fields(said)
        for value in [getattr(said, field.name)]
    }


def _records(content: Iterable[str]) -> object:
    try:
        return yaml.load("\n".join(content), Loader=_LOADER) or []  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise WireError(f"its content is not YAML: {error}") from None


# Roles

PARAGRAPH: Final = "p"
"""The role that opens a numbered paragraph: its text is the number."""

BLOCK: Final = "block"
"""The role that opens another block: its text is the block's kind."""

DATE: Final = "date"
"""The role of a date: its target is a ``DateTarget``."""

_DATE = re.compile(
    r"(\S+) by ([\w-]+)(?: from (\S+))?(?: or (\S+))?(?: said by (\S+))?"
    r"(?: event ((?:-?\d{1,7}\.\.-?\d{1,7},?){1,9}))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTarget:
    """What a date means: ``2021-12-30 by weekday from 2021-12-29 or 2022-01-06``.

    ``said by official event -40..9,22..61`` follows where it differs from what is so of most: the
    id of the source that tells of it, and the stretches of its sentence that say what happens.
    """

    value: str
    """TIMEX3."""
    rule: str
    anchor: str | None
    """What it was resolved against, where that is not the day of publication."""
    alternative: str | None
    """The other reading, where two are open."""
    source: str | None = None
    """The id of the source whose statement tells of it."""
    event: tuple[tuple[int, int], ...] = ()
    """Characters from the beginning of the date; none where the whole sentence says it."""

    def written(self) -> str:
        anchor = f" from {self.anchor}" if self.anchor else ""
        other = f" or {self.alternative}" if self.alternative else ""
        source = f" said by {self.source}" if self.source else ""
        spans = ",".join(f"{start}..{end}" for start, end in self.event)
        event = f" event {spans}" if spans else ""
        return f"{self.value} by {self.rule}{anchor}{other}{source}{event}"

    @classmethod
    def read(cls, text: str) -> DateTarget:
        """Raises WireError."""
        match = _DATE.fullmatch(text)
        if match is None:
            form = "VALUE by RULE [from DATE] [or VALUE] [said by ID] [event FROM..TO,…]"
            raise WireError(f"{text!r} is not of the form {form}")
        value, rule, anchor, alternative, source, spans = match.groups()
        return cls(
            value=value,
            rule=rule,
            anchor=anchor,
            alternative=alternative,
            source=source,
            event=tuple(map(_stretch, (spans or "").rstrip(",").split(","))) if spans else (),
        )


def _stretch(written: str) -> tuple[int, int]:
    start, _, end = written.partition("..")
    return int(start), int(end)


# Spans: MyST keeps a bracketed span's classes and no other attribute.

QUOTATION: Final = "quotation"
REPORTED: Final = "reported"
"""A span around a source's words that are not in quotation marks."""
LABEL: Final = "label"
ANNOTATED: Final = "annotated"
BY_EDITOR: Final = "by-editor"
"""A span around the name of a body that an editor linked."""
REST: Final = "rest"
"""A span around the second and further pieces of a role that is cut."""

_SAID: Final = "said-"
_BEGINS: Final = "from-"
_ENDS: Final = "to-"


def said(numbers: Iterable[int]) -> tuple[str, ...]:
    """Classes of a span of words that these attributions, counted from 1, are of."""
    return tuple(f"{_SAID}{number}" for number in numbers)


def attributions(classes: Iterable[str]) -> list[int]:
    """The attributions that the words of a span are of."""
    return _numbers(list(classes), _SAID)


def passage_begins(numbers: Iterable[int]) -> tuple[str, ...]:
    """Classes of a span with which the passages of these notes begin."""
    return tuple(f"{_BEGINS}{number}" for number in numbers)


def passage_ends(numbers: Iterable[int]) -> tuple[str, ...]:
    """Classes of a span with which the passages of these notes end."""
    return tuple(f"{_ENDS}{number}" for number in numbers)


def passages(classes: Iterable[str]) -> tuple[list[int], list[int]]:
    """The notes whose passages begin, and those whose passages end, with a span."""
    names = list(classes)
    return _numbers(names, _BEGINS), _numbers(names, _ENDS)


def _numbers(classes: list[str], prefix: str) -> list[int]:
    return [int(name.removeprefix(prefix)) for name in classes if name.startswith(prefix)]
