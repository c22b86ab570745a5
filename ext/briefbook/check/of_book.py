"""What a check finds of the book as a whole: what its files say of one another."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.check.of_seed import notice
from briefbook.check.report import Finding, error
from briefbook.pages.bibliography import BIBTEX_FILE
from briefbook.pages.changes import find_changes
from briefbook.pages.contents import contents_pages
from briefbook.pages.folders import BIBLIOGRAPHY
from briefbook.pages.names import docname_of, former_name_taken, name_taken, slug
from briefbook.text.alike import near_alike
from briefbook.text.bibliography import missing_sources, read_bibliography
from briefbook.text.errors import (
    BibliographyError,
    FileProblem,
    OutputError,
)
from briefbook.text.paths import shown_path
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefbook.check.kept import NotesFindings, SeedFindings
    from briefbook.pages.folders import BookFolders
    from briefbook.text.related import Related


def articles_of(
    seeds: Iterable[SeedFindings], owners: dict[str, str], findings: list[Finding]
) -> dict[str, SeedFindings]:
    """Those that have a page, by the names of their seeds; ``owners`` takes whose it is."""
    articles = {}
    # As in a build: what is shown has a page before what is withdrawn.
    for seed in sorted(seeds, key=lambda seed: seed.is_withdrawn):
        if not seed.is_article:
            findings += seed.findings
        elif (taken := name_taken(owners, seed.name, seed.path)) is not None:
            findings.append(error(Subtype.PAGE_NAME, taken))
        else:
            findings += seed.findings
            articles[seed.name] = seed
    return articles


def bibliography_problems(
    articles: Iterable[SeedFindings],
    notes: Iterable[NotesFindings],
    folders: BookFolders,
    paths: Sequence[Path],
) -> Iterator[Finding]:
    """What is wrong with BibTeX files, and with notes whose sources they do not have."""
    taken = frozenset(article.cite for article in articles)
    bibliography = read_bibliography(paths, root=folders.root, taken=taken)
    cited = [each for of_article in notes for each in of_article.cited]
    missing = missing_sources(cited, bibliography.keys | taken)
    problems: Sequence[FileProblem] = (*bibliography.problems, *missing)
    if missing and not paths:
        problem = BibliographyError(
            shown_path(folders.docs / BIBLIOGRAPHY, folders.root),
            None,
            "notes cite sources, and there is no such file",
            "make it, or name the book's own with --bibliography",
        )
        problems = (*bibliography.problems, problem)
    return (error(Subtype.BIBLIOGRAPHY, problem) for problem in problems)


def alike(articles: Iterable[SeedFindings], related: Related) -> Iterator[Finding]:
    """Pairs of articles that may be one story, and of which no sidecar says so."""
    by_name = {article.name: article for article in articles}
    for one, other, share in near_alike({name: each.sketch for name, each in by_name.items()}):
        story = related.same.get(one, one)
        if related.same.get(other, other) == story:
            continue
        if one == related.earlier.get(other) or other == related.earlier.get(one):
            continue
        yield notice(
            "alike",
            (by_name[other].path, 1),
            f"its text is like that of {by_name[one].path}: {round(100 * share)} % of the wording",
            f"if it is the same story in another paper, say same_as_seed = {json.dumps(one)} in "
            f"its sidecar; if it is a later version, revises = {json.dumps(one)}",
        )


def former_pages(
    articles: Mapping[str, SeedFindings],
    related: Related,
    owners: dict[str, str],
    folders: BookFolders,
    findings: list[Finding],
) -> list[str]:
    """Pages at the addresses that articles had under their former names."""
    pages = []
    for former, name in related.now.items():
        if (article := articles.get(name)) is None or slug(former) == slug(name):
            continue
        if (taken := former_name_taken(owners, former, name, article.path)) is not None:
            findings.append(error(Subtype.PAGE_NAME, taken))
        else:
            pages.append(docname_of(former, article.published, folders.articles))
    return pages


def refusals(
    folders: BookFolders, articles: Sequence[str], others: Sequence[str]
) -> Iterator[Finding]:
    """What would keep a build from writing its pages."""
    names = [*articles, *others, *contents_pages(sorted(articles), folders.articles)]
    files = dict.fromkeys((f"{name}{folders.suffix}" for name in names), "")
    files[f"{folders.articles}/{BIBTEX_FILE}"] = ""
    try:
        find_changes(folders, files)
    except OutputError as problem:
        yield error("output", problem)


def pages_of(folders: BookFolders) -> Iterator[str]:
    """What Sphinx may read as pages, as far as that can be told without conf.py."""
    left_out = {folders.docs / folders.articles, folders.annotations, folders.seeds}
    for place, inner, files in os.walk(folders.docs):
        inner[:] = sorted(
            name
            for name in inner
            if not name.startswith((".", "_")) and Path(place, name) not in left_out
        )
        for name in sorted(files):
            if name.endswith((".md", ".rst")):
                yield Path(place, name).relative_to(folders.docs).as_posix()
