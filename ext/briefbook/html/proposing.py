"""What the page knows so that a reader can propose a note: the repository, its forge, the paths.

Without ``briefbook_repository`` there is none of it, and no button that would do nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.html.forges import Forge, filled, forge_of, guess_forge, issue_on
from briefbook.html.nodes import paragraph_menu, proposing
from briefbook.pages.folders import BIBLIOGRAPHY
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.nodes import provenance
from briefbook.sphinx.settings import FORGES
from briefbook.stopping import stopping_the_build
from briefbook.text.errors import FileProblem
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config


def check_repository(_app: Sphinx, config: Config) -> None:
    """``config-inited``: end the build where it is open what forge hosts the repository."""
    repository = config.briefbook_repository
    if not repository or config.briefbook_repository_forge or guess_forge(repository):
        return
    with stopping_the_build():
        problem = f"briefbook_repository is {repository!r}, of which it is not known what hosts it"
        remedy = f"set briefbook_repository_forge to one of {', '.join(FORGES)}"
        raise FileProblem("conf.py", None, problem, remedy)


class Proposing(SphinxPostTransform):
    """Runs after the layout; what a note is proposed with stands below the article's text."""

    formats = ("html",)
    default_priority: ClassVar[int] = 8

    def run(self, **kwargs: Any) -> None:
        repository = self.config.briefbook_repository.rstrip("/")
        if not repository:
            return
        kind = self.config.briefbook_repository_forge or guess_forge(repository) or ""
        forge = forge_of(repository, self.config.briefbook_repository_branch, kind)
        domain = brief_domain(self.env)
        docs = Path(self.env.srcdir)
        folder = _in_repository(docs / self.config.briefbook_annotations, domain.root)
        for menu in list(self.document.findall(paragraph_menu)):
            origin = next(iter(self.document.findall(provenance)))
            article = domain.articles[self.env.docname]
            place = proposing(
                "",
                seed=article.seed,
                folder=f"{folder}/{article.seed}",
                bibliography=_in_repository(docs / BIBLIOGRAPHY, domain.root),
                sidecar=f"{origin['file'].removesuffix('.txt')}.toml",
                has_sidecar=origin["has_sidecar"],
                new_file=forge.new_file,
                edit_file=forge.edit_file,
                new_issue=forge.new_issue,
                forge=kind,
                contact=self.config.briefbook_contact,
            )
            place += nodes.Text(
                _("Do you know something that a passage should be read with?") + " "
            )
            for at, (words, name, address) in enumerate(_links(place, forge)):
                place += nodes.Text(" · " if at else "")
                place += nodes.reference("", words, refuri=address, classes=[name])
            paragraphs = domain.paragraphs.get(self.env.docname, 0)
            if paragraphs:
                place += _on_paragraphs(article.seed, paragraphs, forge)
            menu.parent.insert(menu.parent.index(menu) + 1, place)


def _in_repository(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _links(place: proposing, forge: Forge) -> Iterator[tuple[str, str, str]]:
    """Words, class and address of what a reader without script can begin with."""
    note = f"{place['folder']}/YYYY-MM-DD-subject.md"
    yield _("Add a note"), "brief-add-note", filled(forge.new_file, note, _FORM)
    address = forge.edit_file if place["has_sidecar"] else forge.new_file
    correction = filled(address, place["sidecar"], _CORRECTION)
    yield _("Correct a mark"), "brief-correct-mark", correction
    seeds = place["sidecar"].rpartition("/")[0]
    article = filled(forge.new_file, f"{seeds}/NAME.txt".lstrip("/"), _ARTICLE)
    yield _("Add an article"), "brief-add-article", article


def _on_paragraphs(seed: str, paragraphs: int, forge: Forge) -> nodes.inline:
    """An issue for each paragraph: a fraction of the bytes of a file. The script takes it away."""
    line = nodes.inline("", " · " + _("An issue on") + " ", classes=["brief-without-script"])
    for number in range(1, paragraphs + 1):
        passage = f"¶{number}"
        address = issue_on(forge.new_issue, seed, passage)
        line += [nodes.reference("", passage, refuri=address), nodes.Text(" ")]
    return line


_FORM: Final = """---
motivation: commenting
target:
  exact: "the words of the article that your note is on"
author: {name: "Your Name"}
created: YYYY-MM-DD
sources: [key_of_references_bib]
---
Your note.
"""
"""What readers without script begin with."""
_CORRECTION: Final = """# Where a mark is wrong: see "For editors" in the book.
[[date]]
exact = "words of the article"
value = "YYYY-MM-DD"
"""
_ARTICLE: Final = """ date YYYY-MM-DD
The text as it was published, nothing added and nothing taken out.
"""
