"""The table of verbs: what each row says, and what no row may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from briefbook.text.lang.spelling import verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.text.lang.table import Table

CLASSES: Final = frozenset(("say", "act", "think", "plain"))
TAKES: Final = frozenset(
    (
        "clause",
        "clause-alone",
        "ing-clause",
        "listener",
        "question",
        "order",
        "infinitive",
        "thing",
        "of",
        "for",
        "on",
        "as",
        "name",
        "finding",
    )
)
_OF_ALL: Final = frozenset(("finding", "of", "for", "on", "as", "name", "thing"))
"""Those that verbs can take which are none of saying."""
NEEDS: Final = ("content", "clear", "back", "off")
_OFF: Final = "off"
"""What verbs can need that are none of saying."""
_KEYS: Final = frozenset(("class", "forms", "takes", "needs", "noun", "always", "also", "unlisted"))
_OF_PLAIN: Final = frozenset(("class", "forms", "always", "also", "unlisted"))
_FORMS: Final = 4
_OWN_THIRD: Final = ("be", "have")
"""All other verbs have a regular third person and -ing form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A row of ``verbs.toml``, which says what each field means."""

    lemma: str
    classes: frozenset[str]
    third: str
    past: str
    ing: str
    participle: str
    forms: tuple[str, ...]
    """The lemma and these four, no form twice."""
    takes: frozenset[str] = frozenset()
    needs: str | None = None
    noun: bool = False
    always: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()

    @property
    def attributes(self) -> bool:
        """Whether it is a cue."""
        return "plain" not in self.classes


def read_verbs(table: Table, also: frozenset[str]) -> dict[str, Verb]:
    """The verbs by their lemma; ``also`` are the classes of other words that a form may have."""
    verbs = {lemma: _verb(table, lemma, table.rows[lemma], also) for lemma in table.rows}
    seen: dict[str, Verb] = {}
    for verb in verbs.values():
        for form in verb.forms:
            other = seen.setdefault(form, verb)
            if other is not verb and (other.classes, other.takes, other.noun) != (
                verb.classes,
                verb.takes,
                verb.noun,
            ):
                raise table.problem(
                    verb.lemma,
                    f'"{form}" is a form of {other.lemma} as well, which is of another class',
                    "leave one of the two out",
                )
    table.require_small(seen.keys())
    return verbs


def _verb(table: Table, lemma: str, row: Any, also: frozenset[str]) -> Verb:
    row = {"class": row} if isinstance(row, str) else row
    if not isinstance(row, dict) or not row.keys() <= _KEYS:
        raise table.problem(lemma, "no row of a verb", f"use {', '.join(sorted(_KEYS))} only")
    classes = table.split(lemma, row.get("class"), CLASSES, "class")
    third, past, ing, participle = _forms(table, lemma, row.get("forms"))
    verb = Verb(
        lemma=lemma,
        classes=classes,
        third=third,
        past=past,
        ing=ing,
        participle=participle,
        forms=tuple(dict.fromkeys((lemma, third, past, ing, participle))),
        takes=_optional(table, lemma, row, "takes", TAKES),
        needs=row.get("needs"),
        noun=row.get("noun", False),
        always=frozenset(str(row.get("always", "")).split()),
        also=_optional(table, lemma, row, "also", also),
    )
    if wrong := verb.always.difference(verb.forms):
        raise table.problem(lemma, f"{min(wrong)} is none of its forms", "name one of its forms")
    _check_use(table, verb, row)
    return verb


def _optional(
    table: Table, lemma: str, row: dict[str, Any], key: str, known: Iterable[str]
) -> frozenset[str]:
    return table.split(lemma, row[key], known, f"value of {key}") if key in row else frozenset()


def _forms(table: Table, lemma: str, given: object) -> tuple[str, str, str, str]:
    regular = verb_forms(lemma)
    if given is None:
        return regular
    forms = str(given).split()
    if len(forms) != _FORMS:
        raise table.problem(lemma, "forms are four", "give third person, past, -ing, participle")
    if tuple(forms) == regular:
        raise table.problem(lemma, "the rules of spelling give these forms", "leave forms out")
    third, past, ing, participle = forms
    doubled = lemma + lemma[-1] + "ing"
    if lemma not in _OWN_THIRD and (third != regular[0] or ing not in (regular[2], doubled)):
        raise table.problem(
            lemma,
            f"{third} or {ing} is misspelt",
            f"write {regular[0]}, and {regular[2]} or {doubled}",
        )
    return third, past, ing, participle


def _check_use(table: Table, verb: Verb, row: dict[str, Any]) -> None:
    """Refuse what no rule would ever ask of a verb of that class."""
    say = "say" in verb.classes
    unused = None
    if not verb.attributes:
        if len(verb.classes) > 1:
            raise table.problem(verb.lemma, "plain and a class of cues", "leave one out")
        unused = next(iter(sorted(row.keys() - _OF_PLAIN)), None)
        if not verb.always:
            raise table.problem(verb.lemma, "a plain verb of no form", "name forms in always")
    elif verb.needs is not None and (verb.needs not in NEEDS or (not say and verb.needs != _OFF)):
        unused = "needs"
    elif say and "finding" in verb.takes:
        unused = "finding"
    elif not say and verb.takes - _OF_ALL:
        unused = min(verb.takes - _OF_ALL)
    elif "ing-clause" in verb.takes and not verb.takes & {"clause", "clause-alone"}:
        unused = "ing-clause"
    if unused:
        raise table.problem(
            verb.lemma,
            f"{unused} can never matter of a verb of class {' '.join(sorted(verb.classes))}",
            "leave it out, or give the verb its class; the head of the file says what each means",
        )
