"""Which PDFs are made: the whole book, or what ``briefpdf_documents`` asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.characters import name_complaint
from briefbook.text.errors import FileProblem

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from sphinx.config import Config


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One PDF: a document, and all that its toctrees reach."""

    docname: str
    filename: str
    """Of the PDF, ``.pdf`` included."""
    title: str = ""
    """Empty for that of the document."""


def documents_complaint(value: object) -> str | None:
    """What ``briefpdf_documents`` must be, in words, where it is not that."""
    try:
        names = [each.filename for each in _read(value)]
    except (TypeError, ValueError):
        names = [""]
    if all(_is_file_name(name) for name in names) and len(set(names)) == len(names):
        return None
    return (
        "a list of names of documents, or of pairs such as "
        '("articles/2021/12/talks", "talks.pdf") or with a title as a third, each of another file'
    )


def read_documents(config: Config, found: Container[str]) -> list[Document]:
    """What is asked for; none for the whole book.

    ``found`` are the names of all documents. Raises FileProblem where one is none of them.
    """
    documents = list(_read(config.briefpdf_documents))
    for document in documents:
        if document.docname not in found:
            raise FileProblem(
                "conf.py",
                None,
                f"briefpdf_documents names {document.docname!r}, which is no document",
                "name it as a toctree does: its path below the source folder, without its ending",
            )
    return documents


def _read(value: object) -> Iterator[Document]:
    if not isinstance(value, list | tuple):
        raise TypeError
    for each in value:
        docname, *others = (each,) if isinstance(each, str) else each
        filename, title = [*others, "", ""][:2]
        if len(others) > 2 or not all(isinstance(text, str) for text in (docname, *others)):
            raise ValueError
        last = docname.rpartition("/")[2]
        yield Document(docname=docname, filename=filename or f"{last}.pdf", title=title)


def _is_file_name(name: str) -> bool:
    return name.endswith(".pdf") and "/" not in name and name_complaint(name) is None
