"""The book's dates and statements, a row each, with all that stands beside them on its pages.

Addresses are relative to the book's front page, or absolute where ``html_baseurl`` is set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.sphinx.views.happenings import key_dates_of_book, teller
from briefbook.text.certainty import OF_DATES
from briefbook.text.dates.rule_names import Rule
from briefbook.text.statements.source_rules import CERTAINTY as OF_SOURCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.records import DateRecord

    Address = Callable[[str, str], str]
    """The address of a document name and an anchor on its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """A date mention."""

    date: str
    """TIMEX3: ``2022-01-12``, ``2022-W02``, ``2022-01``."""
    event: str
    """What happens then, in the article's words."""
    source: str | None
    """Who says so; None where the article itself does."""
    words: str
    """How the article names the date."""
    rule: str
    counted_from: str | None
    or_date: str | None
    """The other reading, where two are open."""
    by: str
    """``rule`` or ``editor``: who made the mark."""
    certainty: float | None
    """How often the rule's marks are right; None where that was not measured, and of editors'."""
    seed: str
    article: str
    publisher: str | None
    published: str
    paragraph: int | None
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """A statement."""

    source: str
    kind: str
    basis: str | None
    speaker: str | None
    """Whose words the source relays."""
    form: str
    """``quote`` or ``indirect``."""
    cue: str | None
    translated: bool
    by: str
    """``rule`` or ``editor``, as of a date."""
    certainty: float | None
    """As of a date."""
    words: str
    """Cut after 160 characters, with an ellipsis then."""
    seed: str
    article: str
    publisher: str | None
    published: str
    paragraph: int | None
    address: str


def date_rows(domain: BriefDomain, address: Address, docnames: Iterable[str]) -> Iterator[DateRow]:
    """The dates of articles, in order of the text."""
    for docname in docnames:
        for date in domain.dates.get(docname, ()):
            yield _date_row(domain, address, docname, date)


def key_date_rows(domain: BriefDomain, address: Address) -> Iterator[DateRow]:
    """The key dates of the book, in the order of its front page."""
    for key in key_dates_of_book(domain):
        yield _date_row(domain, address, key.docname, key.record)


def _date_row(domain: BriefDomain, address: Address, docname: str, date: DateRecord) -> DateRow:
    article = domain.articles[docname]
    return DateRow(
        date=date.value,
        event=date.event,
        source=teller(domain, docname, date),
        words=date.text,
        rule=date.rule,
        counted_from=date.anchor,
        or_date=date.alternative,
        by=_by(is_editors=date.rule == Rule.EDITOR),
        certainty=OF_DATES.get(date.rule),
        seed=article.seed,
        article=article.title,
        publisher=article.publisher,
        published=article.published,
        paragraph=date.paragraph,
        address=address(docname, date.node_id),
    )


def _by(*, is_editors: bool) -> str:
    return "editor" if is_editors else "rule"


def statement_rows(
    domain: BriefDomain, address: Address, docnames: Iterable[str]
) -> Iterator[StatementRow]:
    """The statements of articles, in order of the callouts."""
    for docname in docnames:
        article = domain.articles[docname]
        for one in domain.statements.get(docname, ()):
            yield StatementRow(
                source=one.name,
                kind=one.kind,
                basis=one.basis,
                speaker=one.speaker,
                form=one.form,
                cue=one.cue,
                translated=one.translated,
                by=_by(is_editors=one.by_editor),
                certainty=None if one.by_editor else OF_SOURCES.get(one.rule),
                words=one.excerpt,
                seed=article.seed,
                article=article.title,
                publisher=article.publisher,
                published=article.published,
                paragraph=one.paragraph,
                address=address(docname, one.node_id),
            )
