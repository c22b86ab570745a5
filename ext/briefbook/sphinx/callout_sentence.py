"""What a callout says of a source, as the parts of one sentence.

Each part is words or a paragraph's number, which builders make a link.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefbook.text.kinds import SourceKind, StatementKind
from briefbook.words import N_, _

if TYPE_CHECKING:
    from briefbook.pages.wire import Attribution

Part = str | int
"""Words, or the number of a paragraph."""

KIND_WORDS: Final = {
    SourceKind.PERSON: N_("named person"),
    SourceKind.INSTITUTION: N_("institution"),
    SourceKind.ANONYMOUS: N_("anonymous"),
    SourceKind.GROUP: N_("group"),
    SourceKind.DOCUMENT: N_("document"),
    SourceKind.PUBLICATION: N_("publication"),
    SourceKind.UNKNOWN: N_("no source named"),
}
"""What readers are told of a source's kind."""

_ARTICLE: Final = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_NOUN: Final = re.compile(r"(?:an?|the|its|his|her|their|this|one)\s", re.IGNORECASE)
_PREPOSITION: Final = re.compile(
    r"(?:on|in|under|at|during|after|before|because|via|through|by|from|for|to|as|citing|not)\s",
    re.IGNORECASE,
)
_VERB: Final = re.compile(r"(?:\w+ed|was|were|is|are|has|had|have|spoke|could|would|did)\s")
_TRANSLATION: Final = re.compile(r"\btranslations?\b", re.IGNORECASE)


def kind_line(given: Attribution) -> str:
    """The kind of the source in words, and whether its words are told in the article's own."""
    indirect = [said.form is StatementKind.INDIRECT for said in given.content]
    form = [] if not any(indirect) else [_("indirect") if all(indirect) else _("in part indirect")]
    return " · ".join([_(KIND_WORDS[given.kind]), *form])


def subject(given: Attribution) -> tuple[str, list[Part]]:
    """Who it is, as this passage calls it, and what the book takes that to be."""
    if given.kind is SourceKind.UNKNOWN and given.source == "unknown":
        return _("The article"), [" " + _("does not say whose words these are")]
    here = given.here[0] if given.here else None
    if given.named_in is None:
        return _opening(given.name), []
    if not given.kind.is_unnamed:
        alike = here is None or _bare(here) in given.name.casefold()
        return _opening(given.name), [] if alike else [", " + _("here “{name}”").format(name=here)]
    if here is None:
        return _opening(_definite(given.name)), [f" {_('of')} ", given.named_in]
    if set(_bare(here).split()) <= set(given.name.casefold().split()):
        return _opening(here), [f" {_('of')} ", given.named_in]
    read = _("read as {name} of").format(name=_definite(given.name))
    return _opening(here), [f", {read} ", given.named_in]


def facts(given: Attribution) -> list[str]:
    """On what ground the source spoke, of whom it tells, whether its words are translated, and what
    of this is the editors' own.
    """
    first = given.content[0] if given.content else None
    grounds = [*(given.bases if given.bases_in is None else ()), *(first.bases if first else ())]
    is_translated = first is not None and first.translated
    found = [
        _ground(words)
        for words in dict.fromkeys(grounds)
        if not (is_translated and _TRANSLATION.search(words))
    ]
    if first and first.speaker:
        found.append(_("on {name}").format(name=first.speaker))
    if is_translated:
        found.append(_("in translation"))
    if first and first.by_editor:
        found.append(_("attributed by the editors"))
    elif given.by_editor:
        found.append(_("described by the editors"))
    return found


def _ground(words: str) -> str:
    """A ground as the article gives it: a noun, a clause about the source, or anything else."""
    if _PREPOSITION.match(words):
        return f"“{words}”"
    if _NOUN.match(words):
        return _("in {words}").format(words=words)
    return _("who “{words}”").format(words=words) if _VERB.match(words) else f"“{words}”"


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name, count=1).casefold()


def _definite(name: str) -> str:
    return f"the {_ARTICLE.sub('', name, count=1)}" if _ARTICLE.match(name) else name


def _opening(name: str) -> str:
    return name[:1].upper() + name[1:]
