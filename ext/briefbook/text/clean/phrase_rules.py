"""What pages say beside their articles, by reason: what ``page_phrases`` looks for.

The words and forms are those of the tables ``lang/*/pages.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefbook.text.kinds import DropReason
from briefbook.text.lang.page_wording import page_wording

_WORDING = page_wording()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The lines of one reason, told in four ways, each of which is enough."""

    reason: DropReason
    core: frozenset[str]
    """At least one word of the line is one of these, ..."""
    others: frozenset[str]
    """... and all others are of these, of ``core``, or numbers."""
    whole: re.Pattern[str] | None
    opens: re.Pattern[str] | None
    holds: re.Pattern[str] | None
    signs: frozenset[str]
    """Words and marks of which ``holds`` needs one: the search is dear, most lines hold none."""


def _any(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(forms), re.IGNORECASE) if forms else None


def _rule(reason: DropReason) -> Rule:
    wording = _WORDING.reasons[reason]
    return Rule(
        reason=reason,
        core=wording.core,
        others=wording.others,
        whole=_any(wording.whole),
        opens=_any(wording.opens),
        holds=_any(wording.holds),
        signs=wording.signs,
    )


RULES = tuple(
    map(
        _rule,
        (
            DropReason.SHARING,
            DropReason.SIGN_UP,
            DropReason.COMMENTS,
            DropReason.ADVERTISEMENT,
            DropReason.TIMESTAMP,
            DropReason.RELATED,
            DropReason.NOTICE,
            DropReason.NAVIGATION,
        ),
    )
)
"""In the order in which they are tried."""

TOPICS = frozenset(_WORDING.lists["topics"])
"""Sections of a newspaper, which may head a part of an article too."""

MENU = _WORDING.reasons[DropReason.NAVIGATION].core | frozenset(_WORDING.lists["menu"])
"""The entries of menus, by which a menu glued into one line is told."""
