"""What the page knows so that a reader can propose a note: the repository, its forge, the paths.

Without ``briefbook_repository`` there is none of it, and no button that would do nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.html.forges import filled, forge_of, guess_forge
from briefbook.html.nodes import paragraph_menu, proposing
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.errors import stopping_the_build
from briefbook.sphinx.settings import FORGES
from briefbook.text.errors import FileProblem

if TYPE_CHECKING:
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
        notes = Path(self.env.srcdir) / self.config.briefbook_annotations
        folder = notes.relative_to(domain.root) if notes.is_relative_to(domain.root) else notes
        for menu in list(self.document.findall(paragraph_menu)):
            seed = domain.articles[self.env.docname].seed
            place = proposing(
                "",
                seed=seed,
                folder=f"{folder.as_posix()}/{seed}",
                new_file=forge.new_file,
                forge=kind,
                contact=self.config.briefbook_contact,
            )
            path = f"{place['folder']}/YYYY-MM-DD-subject.md"
            place += nodes.Text("Do you know something that a passage should be read with? ")
            place += nodes.reference("", "Add a note", refuri=filled(forge.new_file, path, _FORM))
            menu.parent.insert(menu.parent.index(menu) + 1, place)


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
