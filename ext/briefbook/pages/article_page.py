"""One article as a MyST page: a pure function from marks and annotations to text.

The page carries all that the book knows of the article, so that Sphinx needs nothing else to read
it. Law 3 holds by construction: within ``brief:article`` stand the blocks, escaped, and nothing
else that shows; callouts and notes are directives of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.pages import wire
from briefbook.pages.bibliography import citation_key
from briefbook.pages.blocks import BlockWriter, Notes
from briefbook.pages.callouts import Callout, block_at, gather
from briefbook.pages.escape import escape
from briefbook.pages.fence import carried, fence
from briefbook.pages.manifest import MADE
from briefbook.pages.syntax import SYNTAX
from briefbook.text.characters import escaped
from briefbook.text.editions import Editions
from briefbook.text.kinds import BlockKind, DropReason
from briefbook.text.known_sources import KnownSources
from briefbook.text.lines import count_lines
from briefbook.text.model import Article, Marks, Sidecar
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefbook.text.annotations import Annotation
    from briefbook.text.chronicle import Entry

_HEAD = """\
---
# {made} from {path}. Do not edit this page: what editors know of the
# article goes into {sidecar}, a reader's note into docs/annotations/{name}/.
{syntax}
---"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """An article's title and whose words it is."""

    text: str
    by: str
    """``editors``, ``publisher``, or ``none`` where publisher and date stand in for a headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsOfArticle:
    """What its page says of its other versions."""

    versions: wire.Versions
    revised: wire.Revised | None = None
    """What has changed since the earlier one."""


def title_of(article: Article) -> Title:
    """The editors' title, else the seed's own headline, else publisher and date: never invented."""
    if article.seed.sidecar.title:
        return Title(text=article.seed.sidecar.title, by="editors")
    for block in article.blocks:
        if block.kind is BlockKind.TITLE:
            return Title(text=article.words_of(block), by="publisher")
    publisher = article.publisher or _("Publisher not named")
    return Title(text=f"{publisher}, {in_words(article.seed.published)}", by="none")


def article_page(
    marks: Marks,
    headwords: Mapping[str, str],
    annotations: Sequence[Annotation],
    *,
    changed: int = 0,
    known: KnownSources | None = None,
    versions: VersionsOfArticle | None = None,
    editions: Editions | None = None,
    chronicle: Sequence[Entry] = (),
) -> str:
    """The MyST text of an article's page.

    ``headwords`` maps body ids to glossary entries. ``annotations`` are those of this seed,
    anchored or orphaned, in the order in which readers see them numbered. ``changed`` is how many
    marks are others than those that were reviewed, ``known`` are the sources of the whole book,
    ``versions`` its other articles that this one is a version of, ``editions`` those of the book,
    ``chronicle`` what was done to it, as far as the book tells.
    """
    article = marks.article
    # YAML ends a comment where Markdown ends no line: nothing of a name may be such an end.
    path, name = escaped(article.seed.path), escaped(article.seed.name)
    sidecar = path.removesuffix(".txt") + ".toml"
    head = _HEAD.format(made=MADE, path=path, sidecar=sidecar, name=name, syntax=SYNTAX)
    notes = Notes(annotations)
    # A fence must be longer than any fence within it.
    outer = ":" * (1 + max([3, *(len(fence(carried(note.body))) for note in annotations)]))
    body = [*_article_text(marks, headwords, notes, known or KnownSources()), *notes.orphans()]
    return "\n\n".join(
        [
            head,
            f"# {escape(title_of(article).text)}",
            _directive(_provenance(marks, changed, editions or Editions(), chronicle)),
            *([] if versions is None else [_directive(versions.versions)]),
            ":::{brief:glance}\n:::",
            f"{outer}{{brief:article}}\n" + "\n\n".join(body) + f"\n{outer}",
            ":::{brief:summary}\n:::",
            *([_directive(versions.revised)] if versions and versions.revised else []),
            _directive(_removed(article)) + "\n",
        ]
    )


def _provenance(
    marks: Marks, changed: int, editions: Editions, chronicle: Sequence[Entry]
) -> wire.Provenance:
    article = marks.article
    seed, sidecar = article.seed, article.seed.sidecar
    title = title_of(article)
    corrections = sidecar.corrections
    first, touched = editions.first_of(seed.name), editions.touched(seed.name)
    if touched is first:
        touched = None

    def places(starts: Iterable[int]) -> tuple[int, ...]:
        return tuple(block_at(article.blocks, start).number or 0 for start in starts)

    return wire.Provenance(
        seed=seed.name,
        file=seed.path,
        sha256=seed.sha256,
        title=title.text,
        title_by=title.by,
        publisher=article.publisher,
        publisher_by="editors" if sidecar.publisher else "seed",
        published=seed.published,
        published_by="editors" if sidecar.published else "seed",
        authors=sidecar.authors,
        url=sidecar.url,
        rights=sidecar.rights,
        language=article.language,
        language_by="editors" if sidecar.language else "words",
        doubtful=tuple(block.number for block in article.blocks if block.doubtful and block.number),
        kept_by_editors=sidecar.keep,
        removed_by_editors=sidecar.drop,
        kept=_kept_lines(article),
        lines=count_lines(article.seed.text),
        cite=citation_key(seed),
        reviewed_by=sidecar.reviewed.by if sidecar.reviewed else None,
        reviewed_on=sidecar.reviewed.on if sidecar.reviewed else None,
        changed=changed,
        dates_by_editors=places(one.start for one in marks.dates if one.by_editor),
        bodies_by_editors=places(one.start for one in marks.bodies if one.by_editor),
        statements_by_editors=places(
            one.spans[0].start for one in marks.statements if one.by_editor
        ),
        sources_by_editors=sum(source.by_editor for source in marks.sources),
        has_sidecar=sidecar != Sidecar(),
        unmarked_by_editors=sum(
            [
                *(each.meaning is None for each in (*corrections.dates, *corrections.bodies)),
                *(each.remove for each in corrections.statements),
            ]
        ),
        edition=first.number if first else None,
        edition_on=first.date if first else None,
        touched=touched.number if touched else None,
        touched_on=touched.date if touched else None,
        history=tuple((each.day, each.deed.value, each.count) for each in chronicle),
    )


def _kept_lines(article: Article) -> int:
    """How many lines have a block or a part of one."""
    kept: set[int] = set()
    for block in article.blocks:
        kept.update(range(block.line, block.line + count_lines(article.text_of(block))))
    return len(kept)


def _article_text(
    marks: Marks, headwords: Mapping[str, str], notes: Notes, known: KnownSources
) -> Iterator[str]:
    """The blocks in order, each followed by its callouts and notes; bullets as one list a run."""
    article = marks.article
    callouts = gather(marks)
    writer = BlockWriter(marks, headwords, notes, callouts)
    beside: dict[int, list[Callout]] = {}
    for callout in callouts:
        beside.setdefault(callout.block.start, []).append(callout)
    title_shown_above = title_of(article).by == "publisher"
    for block in article.blocks:
        if block.kind is BlockKind.TITLE and title_shown_above:
            title_shown_above = False  # the page's own heading shows it
            continue
        parts = [writer.write(block)]
        of_block = beside.get(block.start, [])
        replies, others = notes.beside(block, of_block)
        for callout, answers in zip(of_block, replies, strict=True):
            parts += [_directive(_attribution(article, callout, known)), *answers]
        parts += others
        if block.kind is BlockKind.BULLET:
            yield "- " + "\n\n".join(parts).replace("\n", "\n  ").replace("\n  \n", "\n\n")
        else:
            yield from parts


def _attribution(article: Article, callout: Callout, known: KnownSources) -> wire.Attribution:
    joined = known.find(callout.source)
    name_in_book = known.name_of(callout.source)
    return wire.Attribution(
        number=callout.number,
        source=callout.source.id,
        name=callout.source.name,
        kind=callout.source.kind,
        entry=name_in_book if name_in_book != callout.source.name else None,
        role=joined.role if joined else None,
        by_editor=callout.source.by_editor,
        here=callout.names,
        named_in=callout.named_in.number if callout.named_in else None,
        bases=callout.bases,
        bases_in=callout.bases_in.number if callout.bases_in else None,
        paragraph=callout.block.number,
        content=tuple(
            wire.Said(
                paragraph=callout.block.number,
                form=statement.kind,
                cue=statement.cue,
                speaker=statement.speaker,
                translated=statement.translated,
                bases=tuple(article.words_of(basis) for basis in statement.bases),
                by_editor=statement.by_editor,
                rule=statement.rule,
                texts=tuple(article.words_of(span) for span in statement.spans),
            )
            for statement in callout.statements
        ),
    )


def _removed(article: Article) -> wire.Removed:
    shown = (
        part
        for part in article.dropped
        if part.reason not in (DropReason.LAYOUT, DropReason.HEADER)
        or (part.reason is DropReason.HEADER and article.text_of(part).strip("\ufeff \t"))
    )
    return wire.Removed(
        lines=count_lines(article.seed.text),
        content=tuple(
            wire.RemovedPart(line=part.line, reason=part.reason, text=article.text_of(part))
            for part in shown
        ),
    )


def _directive(
    form: wire.Provenance | wire.Attribution | wire.Removed | wire.Versions | wire.Revised,
) -> str:
    first, *rest = wire.write(form)
    return "\n".join([f":::{first}", *rest, ":::"])
