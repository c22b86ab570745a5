"""A seed through the whole engine, and what it found as JSON."""

from __future__ import annotations

from briefbook.text.bodies import Catalogue, find_bodies, known_names
from briefbook.text.certainty import certainty
from briefbook.text.clean import clean
from briefbook.text.corrections import correct
from briefbook.text.dates import find_dates
from briefbook.text.events import with_events
from briefbook.text.folded import fold_article
from briefbook.text.kinds import BlockKind, StatementKind
from briefbook.text.model import (
    Article,
    BodyMention,
    DateMention,
    Marks,
    Seed,
    Source,
    Span,
    Statement,
)
from briefbook.text.statements import find_statements


def mark(seed: Seed, catalogue: Catalogue) -> Marks:
    """The marks of a seed's article: what the rules find, as its editors correct it.

    Corrections that do not fit are left undone; ``correct`` says which. Raises SeedError where no
    article is left.
    """
    return correct(find_marks(seed, catalogue), catalogue.by_id).marks


def find_marks(seed: Seed, catalogue: Catalogue) -> Marks:
    """Clean a seed and mark its article by the rules alone. Errors as in ``mark``."""
    folded = fold_article(clean(seed))
    article = folded.article
    bodies = find_bodies(article, catalogue)
    sources, statements = find_statements(article, known_names(bodies, catalogue))
    marks = Marks(
        article=article,
        dates=with_events(article, find_dates(article), statements),
        bodies=bodies,
        sources=sources,
        statements=statements,
    )
    return folded.unfold(marks)


def as_json(marks: Marks, catalogue: Catalogue) -> dict[str, object]:
    """The marks in the form of ``data/marks.schema.json``."""
    article = marks.article
    return {
        "seed": article.seed.path,
        "sha256": article.seed.sha256,
        "published": article.seed.published,
        "publisher": article.publisher,
        "language": article.language,
        "title": _headline(article),
        "editors_title": article.seed.sidecar.title,
        "blocks": [
            {
                "line": block.line,
                "start": block.start,
                "end": block.end,
                "kind": block.kind.value,
                "number": block.number,
                "label": article.seed.text[block.start : block.label_end].rstrip(": ")
                if block.label_end
                else None,
                "doubtful": block.doubtful,
            }
            for block in article.blocks
        ],
        "dropped": [
            {"line": part.line, "start": part.start, "end": part.end, "reason": part.reason.value}
            for part in article.dropped
        ],
        "photos": [
            {
                "line": photo.line,
                "caption": photo.caption,
                "credit": {
                    "photographer": photo.credit.photographer,
                    "agency": photo.credit.agency,
                    "via": photo.credit.via,
                }
                if photo.credit
                else None,
            }
            for photo in article.photos
        ],
        "dates": [
            {
                "line": date.line,
                "start": date.start,
                "end": date.end,
                "text": date.text,
                "value": date.value,
                "rule": date.rule,
                "anchor": date.anchor,
                "alternative": date.alternative,
                "event": [_span(article, span) for span in date.event],
                "source": date.source,
                "certainty": certainty(date),
                "by": _by(date),
            }
            for date in marks.dates
        ],
        "bodies": [
            {
                "line": body.line,
                "start": body.start,
                "end": body.end,
                "text": body.text,
                "body": catalogue.by_id[body.body].headword,
                "id": body.body,
                "certainty": certainty(body),
                "by": _by(body),
            }
            for body in marks.bodies
        ],
        "sources": [_source(source) for source in marks.sources],
        "statements": [_statement(article, statement) for statement in marks.statements],
    }


def _headline(article: Article) -> str | None:
    """The publisher's headline, where the seed carries one."""
    titles = (block for block in article.blocks if block.kind is BlockKind.TITLE)
    return next(map(article.words_of, titles), None)


def _source(source: Source) -> dict[str, object]:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind.value,
        "basis": source.basis,
        "mentions": list(source.mentions),
        "full_name": source.full_name,
        "by": _by(source),
    }


def _statement(article: Article, statement: Statement) -> dict[str, object]:
    spans = [_span(article, span) for span in statement.spans]
    is_quote = statement.kind is StatementKind.QUOTE
    return {
        "line": statement.line,
        "source": statement.source,
        "kind": statement.kind.value,
        "cue": statement.cue,
        "speaker": statement.speaker,
        "translated": statement.translated,
        "basis": "; ".join(basis.text for basis in statement.bases) or None,
        "rule": statement.rule,
        "certainty": certainty(statement),
        "by": _by(statement),
        "quote": spans if is_quote else [],
        "indirect": None if is_quote else _whole(article, statement),
        "source_span": _span(article, statement.source_span) if statement.source_span else None,
    }


def _whole(article: Article, statement: Statement) -> dict[str, object]:
    """All of a report, with its attribution where that stands within."""
    return _span(article, Span(start=statement.spans[0].start, end=statement.spans[-1].end))


def _by(one: DateMention | BodyMention | Source | Statement) -> str:
    """Who made a mark, or changed it last."""
    return "editor" if one.by_editor else "rule"


def _span(article: Article, span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": article.text_of(span)}
