"""The form of the fixtures for statements: an article as lines, statements and sources as tables.

Input: one block a line; a line that opens with ``- `` is a bullet; blank lines are none. A section
label ends in ``:: `` (its first colon is the article's).

Expected, a line each, fields apart by `` | ``:

    3 | doe | said | "It opens in May," "Not before."   a quotation: line, source, cue, spans
    4 | doe | said | that the bridge opens in May        an indirect statement
    5 | - | - | "Who knows how long it will take?"       no source, no cue
    6 | kremlin | said | "satisfied" | Putin             a relayed speaker; or: translated
    doe = Jane Doe | person | in a statement | Jane Doe; Doe    name, kind, basis, mentions

Sources are compared where the case lists any; a source's fields from the left as far as given.
"""

from __future__ import annotations

from dataclasses import replace

from briefbook.text.bodies import find_bodies, known_names, load_catalogue
from briefbook.text.folded import fold_article
from briefbook.text.kinds import BlockKind, StatementKind
from briefbook.text.lang.guess import guess_language
from briefbook.text.model import Article, Block, Seed, Sidecar, Source, Span, Statement
from briefbook.text.statements import find_statements


def article_of(text: str, language: str | None = None) -> Article:
    """The article whose blocks are the lines of ``text``."""
    kept = text.replace(":: ", ": ")
    blocks = []
    at = 0
    for number, (line, raw) in enumerate(zip(kept.split("\n"), text.split("\n"), strict=True), 1):
        bullet = line.startswith("- ")
        start = at + (2 if bullet else len(line) - len(line.lstrip()))
        end = at + len(line.rstrip())
        if start < end:
            label = raw.find(":: ")
            blocks.append(
                Block(
                    line=number,
                    start=start,
                    end=end,
                    kind=BlockKind.BULLET if bullet else BlockKind.PARAGRAPH,
                    label_end=at + label + 1 if label >= 0 else None,
                )
            )
        at += len(line) + 1
    seed = Seed(
        name="case",
        path="seeds/case.txt",
        text=kept,
        sha256="",
        published="2021-12-30",
        header_end=0,
        sidecar=Sidecar(language=language),
    )
    return Article(
        seed=seed,
        blocks=tuple(blocks),
        dropped=(),
        publisher=None,
        # As clean() settles it.
        language=language or guess_language(seed.text),
    )


def statements_of(article: Article) -> tuple[tuple[Source, ...], tuple[Statement, ...]]:
    """The article's sources and statements, the catalogue's names known, as in the engine.

    Read in the view that rules read: without soft hyphens and characters of no width.
    """
    catalogue = load_catalogue()
    view = fold_article(article)
    names = known_names(find_bodies(view.article, catalogue), catalogue)
    sources, statements = find_statements(view.article, names)
    return sources, tuple(
        replace(
            statement,
            spans=tuple(
                Span(start=start, end=end)
                for span in statement.spans
                for start, end in [view.text.original(span.start, span.end)]
            ),
        )
        for statement in statements
    )


def statement_lines(article: Article) -> list[str]:
    _, statements = statements_of(article)
    lines = []
    for statement in statements:
        texts = [article.text_of(span) for span in statement.spans]
        said = " ".join(f'"{text}"' for text in texts)
        if statement.kind is StatementKind.INDIRECT:
            said = " … ".join(texts)
        fields = [str(statement.line), statement.source or "-", statement.cue or "-", said]
        fields += [statement.speaker] if statement.speaker else []
        fields += ["translated"] if statement.translated else []
        lines.append(" | ".join(fields))
    return lines


def source_lines(article: Article) -> list[str]:
    sources, _ = statements_of(article)
    return [
        f"{source.id} = "
        + " | ".join(
            [source.name, source.kind.value, source.basis or "-", "; ".join(source.mentions)]
        )
        for source in sources
    ]
