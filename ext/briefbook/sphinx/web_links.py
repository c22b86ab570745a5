"""The second wall around the bibliography's links: none but web addresses, whatever it holds.

The first is in ``text/bibliography``, which takes other addresses out of entries. This one stands
where pybtex's rich text becomes nodes, and holds for styles that make links of fields of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from pybtex.richtext import BaseMultipartText, HRef, Protected, String, Text
from pybtex.style import FormattedEntry
from pybtex_docutils import Backend
from sphinxcontrib.bibtex.transforms import BibliographyTransform

from briefbook.text.addresses import is_web_address

if TYPE_CHECKING:
    from pybtex.richtext import BaseText

_URL: Final = "\\url "
r"""What latexcodec leaves of ``\url``: sphinxcontrib-bibtex makes a link of whatever follows it."""


class WebLinks(Backend):
    """Makes nodes of entries, and links of web addresses alone."""

    def paragraph(self, entry: FormattedEntry) -> nodes.paragraph:
        """The entry's text, without its label."""
        text = only_web_links(entry.text)
        paragraph = super().paragraph(FormattedEntry(entry.key, text, entry.label))
        for link in paragraph.findall(nodes.reference):
            link["support_smartquotes"] = False  # its words are an address, as a rule
        return paragraph


def only_web_links(text: BaseText, *, within_link: bool = False) -> BaseText:
    r"""``text`` with links only to web addresses, those of ``\url`` among them."""
    if isinstance(text, String):
        return String(text.value.replace(_URL, ""))
    if not isinstance(text, BaseMultipartText):
        return text  # a symbol
    is_link = isinstance(text, HRef) and is_web_address(text.url)
    parts: list[BaseText] = []
    after_url = False
    for part in text.parts:
        made = only_web_links(part, within_link=within_link or is_link)
        if after_url and isinstance(part, Protected) and is_web_address(str(made)):
            made = made if within_link or is_link else HRef(str(made), str(made))
        after_url = isinstance(part, String) and part.value.endswith(_URL)
        parts.append(made)
    if isinstance(text, HRef) and not is_link:
        return Text(*parts)
    return text._create_similar(parts)  # noqa: SLF001 - the same kind of text, with other parts


class BibliographyWithWebLinks(BibliographyTransform):
    """Fills bibliographies, just before sphinxcontrib-bibtex would."""

    default_priority = BibliographyTransform.default_priority - 1
    backend = WebLinks()
