"""The works that the book cites, as other programs are told of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from pybtex.backends.plaintext import Backend
from pybtex.richtext import Text

from briefbook.sphinx.domain import brief_domain

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import BibtexDomain, Citation


_PLAIN: Final = Backend()
"""By its name, ``render_as`` would look for it among all installed packages, for each work anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A work of the bibliography."""

    title: str
    """All that the bibliography shows, where it has none."""
    text: str
    """How the bibliography shows it."""
    url: str | None


def works(env: BuildEnvironment) -> dict[str, Work]:
    """The works that a bibliography lists, by key."""
    domain = cast("BibtexDomain", env.get_domain("cite"))
    # Asked for twice in a build, and what LaTeX means takes long to read.
    return brief_domain(env).gathered(
        "works", lambda: {each.key: _work(each) for each in domain.citations}
    )


def _work(citation: Citation) -> Work:
    text = citation.formatted_entry.text.render(_PLAIN)
    fields = citation.entry.fields
    title = Text.from_latex(fields["title"]).render(_PLAIN) if "title" in fields else text
    return Work(title=title, text=text, url=fields.get("url"))


def works_by_page(env: BuildEnvironment) -> dict[str, list[Work]]:
    """By document name, the works that a page cites, in order, each once."""
    domain = cast("BibtexDomain", env.get_domain("cite"))
    known = works(env)
    keys: dict[str, dict[str, None]] = {}
    for reference in domain.citation_refs:
        of_page = keys.setdefault(reference.docname, {})
        of_page.update((target.key, None) for target in reference.targets)
    return {
        name: [known[key] for key in of_page if key in known and not _is_own(env, name, key)]
        for name, of_page in keys.items()
    }


def _is_own(env: BuildEnvironment, docname: str, key: str) -> bool:
    """Whether it is the article itself, which its page says how to cite."""
    article = brief_domain(env).articles.get(docname)
    return article is not None and article.cite == key
