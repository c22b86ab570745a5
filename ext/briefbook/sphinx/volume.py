"""A project that is a volume of a book, or the cover of its volumes: what it has of the others.

`briefbook volumes` makes such projects and names their plan in ``briefbook_volume``. A volume has
the pages of its own articles, and beside them, so that all links and contents are as in the book,
the pages that people write: these are the cover's, and no one is told what is wrong with them here.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefbook.pages.bibliography import BIBTEX_FILE, joined_bibtex
from briefbook.pages.book import Book
from briefbook.pages.contents import contents_pages
from briefbook.pages.folders import EDITIONS
from briefbook.pages.index_pages import index_pages
from briefbook.pages.share import Share
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.plans import SETTING, plan_of, work_of
from briefbook.stopping import stopping_the_build
from briefbook.text.digest import digest
from briefbook.text.editions import load_editions
from briefbook.text.writing import write_file
from briefbook.volumes.division import month_of
from briefbook.volumes.plan import VolumePlan
from briefbook.volumes.published import listed
from briefbook.volumes.summary import (
    HELD,
    LOOKED_UP,
    LookedUp,
    PageSummary,
    Summaries,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from briefbook.pages.folders import BookFolders
    from briefbook.text.annotations import Annotation
    from briefbook.volumes.plan import CoverPlan, Other
    from briefbook.volumes.work import Work


def setup(app: Sphinx) -> None:
    """Register the setting and the events."""
    app.add_config_value(SETTING, "", "", (str,), "The plan of a volume; set by the command.")
    app.connect("missing-reference", leave_to_the_cover, priority=900)
    app.connect("build-finished", write_summary)


def share_of(plan: VolumePlan) -> Share:
    """What of the book is read for a volume."""
    return Share(
        months=frozenset(plan.months),
        seeds=frozenset((*plan.seeds, *plan.guests)),
        divisions=plan.divisions,
    )


def others_of(plan: VolumePlan) -> dict[str, Other]:
    """The articles of other volumes that a volume's pages name, by document name."""
    found = (*plan.others, plan.before, plan.after)
    return {other.docname: other for other in found if other is not None}


def ends_of(plan: VolumePlan) -> tuple[str | None, str | None]:
    """The articles before its first and after its last one."""
    before, after = plan.before, plan.after
    return before.docname if before else None, after.docname if after else None


class Elsewhere:
    """What the volumes say, for the cover."""

    def __init__(self, plan: CoverPlan, work: Work, *, root: Path) -> None:
        """``root`` is the folder that messages name files from. Raises OutputError."""
        self._plan = plan
        self._work = work
        paths = (work.made(volume.name, ".jsonl") for volume in plan.volumes)
        summaries = Summaries(paths, root=root)
        held: dict[str, dict[str, Any]] = {part: {} for part in HELD}
        found: dict[str, dict[str, str]] = {part: {} for part in LOOKED_UP}
        states: dict[str, dict[str, bytes]] = {part: {} for part in LOOKED_UP}
        by_seed: dict[str, str] = {}
        self.notes: list[Annotation] = []
        for page in summaries.overviews():
            for part, of_part in held.items():
                if (value := getattr(page, part)) is not None:
                    of_part[page.docname] = value
            for part, docnames in found.items():
                if page.has(part):
                    docnames[page.docname] = page.docname
                    states[part][page.docname] = page.state(part)
            if page.articles is not None:
                by_seed[page.articles.seed] = page.docname
            self.notes += page.notes
        looked_up = {part: LookedUp(summaries, part, names) for part, names in found.items()}
        self.data: Mapping[str, Mapping[str, Any]] = {**held, **looked_up}
        """By part of the domain, by document name."""
        self.texts = LookedUp(summaries, "texts", by_seed)
        """The blocks of articles, by seed."""
        self.pdfs = tuple(_pdfs(plan, work))
        self.state = digest([*summaries.seals.values(), repr(self.pdfs)])
        self.state_of = summaries.seal_of
        """What is another where something of a page is, or of others of its volume."""
        self.states: Mapping[str, Mapping[str, bytes]] = states
        """By part of the domain, by document name: what is another where that is."""

    def cover(self, folders: BookFolders) -> Book:
        """The generated pages of the cover: contents, and the parts of the indexes."""
        plan, work = self._plan, self._work
        months = [month for volume in plan.volumes for month in volume.months]
        pages = contents_pages((), folders.articles, months=months)
        pages |= index_pages(plan.divisions, folders.articles)
        files = {f"{name}{folders.suffix}": text for name, text in pages.items()}
        of_volumes = (
            work.project(volume.name) / "docs" / folders.articles / BIBTEX_FILE
            for volume in plan.volumes
        )
        files[f"{folders.articles}/{BIBTEX_FILE}"] = joined_bibtex(
            path.read_text("utf-8") for path in of_volumes
        )
        editions = load_editions(folders.docs / EDITIONS, home=folders.docs, root=folders.root)
        return Book(
            files=files,
            marks=(),
            bodies=frozenset(plan.bodies),
            annotations=tuple(self.notes),
            problems=(),
            editions=editions,
            divisions=plan.divisions,
            items=plan.items if editions.all else {},
        )


def _pdfs(plan: CoverPlan, work: Work) -> Iterator[tuple[str, str]]:
    """The first PDF of each volume, which leads to the others of its parts."""
    for volume in plan.volumes if plan.pdf else ():
        for file in sorted(listed(work.made(volume.name, ".pdfs")))[:1]:
            yield volume.title, file


def leave_to_the_cover(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.Node | None:
    """``missing-reference``, in a volume: what people's pages name is elsewhere in the book."""
    plan = plan_of(app.config)
    if not isinstance(plan, VolumePlan):
        return None
    is_own = month_of(node["refdoc"], app.config.briefbook_articles) in plan.months
    return None if is_own else contnode


def write_summary(app: Sphinx, exception: Exception | None) -> None:
    """``build-finished``, in a volume: what the cover has to know of it."""
    plan = plan_of(app.config)
    if exception is not None or not isinstance(plan, VolumePlan) or app.builder.format != "html":
        return
    root = Path(app.confdir)
    with stopping_the_build(root):
        path = work_of(app.config).made(plan.name, ".jsonl.new")
        write_file(path, written(_pages(app)), root=root)


def _pages(app: Sphinx) -> Iterator[PageSummary]:
    domain = brief_domain(app.env)
    notes: defaultdict[str, list[Annotation]] = defaultdict(list)
    for note in domain.notes:
        notes[note.seed].append(note)
    held: Mapping[str, Mapping[str, Any]] = {
        part: domain.data[part] for part in (*HELD, *LOOKED_UP)
    }
    for docname in {**held["articles"], **held["stand_ins"]}:
        article = held["articles"].get(docname)
        seed = article.seed if article is not None else ""
        yield PageSummary(
            docname=docname,
            texts=list(domain.texts.get(seed, ())),
            notes=notes[seed],
            **{part: of_part.get(docname) for part, of_part in held.items()},
        )
