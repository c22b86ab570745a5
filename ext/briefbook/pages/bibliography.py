"""The seeds as BibTeX entries, so that an article can be cited like any other source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.pages.manifest import MADE
from briefbook.pages.names import slug
from briefbook.text.bibliography import escape
from briefbook.text.characters import showable
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefbook.text.model import Article, Seed

BIBTEX_FILE: Final = "seeds.bib"
"""Its name within the folder of generated pages."""
MAX_SHOWN: Final = 500
"""Characters of a title or name: a bibliography is no place for a paragraph."""
MAX_NAMES: Final = 10_000
"""Characters of all names, as LaTeX: fewer than the bibliography's reader takes."""


KEYS_OF_ARTICLES: Final = "seed-"
"""What the keys of articles in the bibliography begin with."""


def citation_key(seed: Seed) -> str:
    """The seed's key for {cite}: the slug of its name."""
    return f"{KEYS_OF_ARTICLES}{slug(seed.name)}"


_HEAD: Final = f"% {MADE}. Do not edit: other sources go into docs/references.bib.\n"


def bibtex(articles: Iterable[tuple[Article, str]]) -> str:
    """A BibTeX file with one entry an article, each given with its title."""
    return _HEAD + "".join(_entry(article, title) for article, title in articles)


def joined_bibtex(files: Iterable[str]) -> str:
    """One file of several that `bibtex` made."""
    return _HEAD + "".join(file.removeprefix(_HEAD) for file in files)


def _entry(article: Article, title: str) -> str:
    seed, sidecar = article.seed, article.seed.sidecar
    publisher = article.publisher or _("Publisher not named")
    fields = {
        # Without a by-line the publication stands in the author's place, as in Chicago style.
        "author": " and ".join(_names(sidecar.authors or (publisher,))),
        "title": f"{{{_tex(title)}}}",
        "howpublished": _tex(publisher) if sidecar.authors else None,
        "year": seed.published[:4],
        # The day too, which BibTeX has no field for: "30 December".
        "month": in_words(seed.published).rpartition(" ")[0],
        "url": sidecar.url,  # as it stands: an address that a sidecar may hold needs no escapes
        "note": _tex(seed.path),
    }
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"\n@misc{{{citation_key(seed)},\n{lines}}}\n"


def _names(names: Iterable[str]) -> Iterator[str]:
    left = MAX_NAMES
    for name in names:
        latex = f"{{{_tex(name)}}}"
        left -= len(latex)
        if left < 0:
            yield "others"
            return
        yield latex


def _tex(text: str) -> str:
    cut = text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"
    return escape(showable(cut))
