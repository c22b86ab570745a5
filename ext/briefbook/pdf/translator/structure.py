"""Documents, sections and their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from briefbook.pdf.nodes import drawn
from briefbook.pdf.translator.base import BaseTranslator

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx import addnodes

    from briefbook.pdf.pages import Page

_LOOKS = ("title", "section", "subsection", "minor")
"""How headings look, by their depth in a document that opens a page."""

HEAD_LENGTH = 80
"""Characters of a title that fit in a running head beside a date."""


def shortened(title: str) -> str:
    """``title`` as a running head: cut at a word, the cut shown."""
    if len(title) <= HEAD_LENGTH:
        return title
    cut = title.rfind(" ", 0, HEAD_LENGTH)
    return title[: cut if cut > 0 else HEAD_LENGTH] + " …"


def _is_title_alone(page: Page) -> bool:
    title = next(page.node.findall(nodes.title), None)
    if title is None or page.node.astext().strip() != title.astext().strip():
        return False
    wordless = (each for each in page.node.findall() if isinstance(each, nodes.image | drawn))
    return next(wordless, None) is None


class StructureMixin(BaseTranslator):
    """Pages of the book, and headings without a gap between their levels."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._page_level = 1
        self._opens_page = True
        self._run_level = 1
        """The level of the document that opened the present pages."""
        self._depth = 0
        self._groups: list[Page] = []
        """Documents of headings alone, such as a year's, that wait for the first of their group."""

    def write_page(self, page: Page) -> None:
        """Write one document of the book."""
        if self._groups and not self._is_under(page, self._groups[-1]):
            self.write_groups(None)  # a title alone, and no group follows it
        if _is_title_alone(page):
            self._groups.append(page)
            return
        self._opens_page = self.opens_pages(page)
        if self._opens_page:
            self._run_level = page.level
            if page.part != self.out.runs[-1].part:  # a PDF of its own begins at the first level
                self.last_level = 0
            self.out.start_run(
                *self.running_head(page),
                in_columns=self.in_columns,
                front=page.is_contents,
                part=page.part,
            )
        self.write_groups(page)
        self._enter(page)
        self.anchors_of_document(page)
        page.node.walkabout(self)
        self.end_page(page)

    def write_groups(self, page: Page | None) -> None:
        """Write the headings that wait, as one line above the title of the first of their group.

        ``page`` is that first; None where the group turns out to be empty.
        """
        groups, self._groups = self._groups, []
        if not groups:
            return
        if page is None:
            for group in groups:
                self._run_level = group.level
                self.out.start_run(*self.running_head(group))
                self._write_title_alone(group, look="title")
            return
        self.out.open_list("group-heads")
        for group in groups:
            self.out.open_item()
            self._write_title_alone(group, look="group")
            self.out.close_item()
        self.out.close_list()

    def _write_title_alone(self, page: Page, *, look: str) -> None:
        self._enter(page)
        self.anchors_of_document(page)
        title = next(page.node.findall(nodes.title))
        self._heading(title, title.parent, look=look)

    def _is_under(self, page: Page, group: Page) -> bool:
        return page.level > group.level or group.docname == self.config.root_doc

    def _enter(self, page: Page) -> None:
        self.docname = page.docname
        self.out.begin_document(page.docname)
        self._page_level = page.level
        self._depth = 0

    def opens_pages(self, page: Page) -> bool:
        """Whether a document begins on a new page."""
        return page.level <= self._run_level or bool(self._groups)

    def look_of_title(self, depth: int) -> str:
        """How a heading looks at a depth, from 1."""
        return _LOOKS[min(depth, len(_LOOKS)) - 1]

    def open_index(self, title: str) -> None:
        """Begin the pages of the index."""
        self.out.start_run(title, "")

    def running_head(self, page: Page) -> tuple[str | None, str]:
        """The head's left and right for the pages of a document; None for the chapter there."""
        title = next(page.node.findall(nodes.title), None)
        return shortened(title.astext()) if title is not None else "", ""

    def end_page(self, page: Page) -> None:
        """Called when a document is written, to close it."""

    def anchors_of_document(self, page: Page) -> None:
        if next(page.node.findall(nodes.section), None) is None:  # else the section has it
            for place in self.labels.write(page.docname, [""]):
                self.out.call("anchor", place)

    def visit_start_of_file(self, node: addnodes.start_of_file) -> None:
        pass

    def depart_start_of_file(self, node: addnodes.start_of_file) -> None:
        pass

    def visit_document(self, node: nodes.document) -> None:
        pass

    def depart_document(self, node: nodes.document) -> None:
        pass

    def visit_section(self, node: nodes.section) -> None:
        self._depth += 1
        if not isinstance(next(iter(node.children), None), nodes.title):
            self.anchors(node)

    def depart_section(self, node: nodes.section) -> None:
        self._depth -= 1

    def visit_title(self, node: nodes.title) -> None:
        if isinstance(node.parent, nodes.section):
            depth = self._depth if self._opens_page else self._page_level + self._depth - 1
            self._heading(node, node.parent, look=self.look_of_title(depth))
        else:
            self.block_title(node)
        raise nodes.SkipNode

    def block_title(self, node: nodes.title) -> None:
        """A title that is no section's: an admonition's, a topic's."""
        raise NotImplementedError

    def _heading(self, node: nodes.title, section: Element, *, look: str) -> None:
        wanted = self._page_level + max(1, self._depth) - 1
        # PDF/UA-1 refuses a level that is skipped.
        level = min(wanted, self.level_below)
        self.last_level = level
        places = self.labels.write(self.docname, section["ids"])
        self.hold_anchors()
        self.out.open(
            "head",
            level=level,
            look=look,
            listed=self._depth <= 1 or wanted <= self.builder.options.contents_depth,
            place=places[0] if places else None,
            number=self._section_number(section),
        )
        self.visit_children(node)
        self.out.close()
        self.anchors(node)
        self.release_anchors()

    def _section_number(self, section: Element) -> str | None:
        numbers = self.builder.env.toc_secnumbers.get(self.docname, {})
        keys = [f"#{place}" for place in section["ids"]]
        if self._depth <= 1:
            keys.append("")
        for key in keys:
            if numbers.get(key):
                return ".".join(map(str, numbers[key])) + "."
        return None

    def visit_subtitle(self, node: nodes.subtitle) -> None:
        self.wrap(node, "rubric-line")

    def visit_compound(self, node: nodes.compound) -> None:
        self.anchors(node)

    def depart_compound(self, node: nodes.compound) -> None:
        pass
