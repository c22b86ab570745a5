"""Each setting is what it may be, or the build ends with one message."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from briefbook.pdf.settings import PDF
from briefbook.settings import add_settings
from briefbook.sphinx.settings import BOOK
from briefbook.stopping import BuildStopped


class App:
    """As much of Sphinx as settings need."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.handlers: list[Any] = []

    def add_config_value(self, name: str, default: object, *_others: object) -> None:
        self.values[name] = default

    def connect(self, event: str, handler: object, *, priority: int) -> None:
        assert event == "config-inited"
        assert priority < 500  # before anything uses a setting
        self.handlers.append(handler)


def configured(**values: object) -> None:
    app = App()
    add_settings(app, (*BOOK, *PDF))  # type: ignore[arg-type]
    assert values.keys() <= app.values.keys()
    app.values.update(values)
    for handler in app.handlers:
        handler(SimpleNamespace(), app.values)


def test_the_defaults_are_fine() -> None:
    configured()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("briefbook_seed_max_bytes", 1),
        ("briefbook_cache", ""),
        ("briefbook_annotate_url", "https://example.org/new?seed={seed}"),
        ("briefbook_repository", "https://github.com/janedoe/book"),
        ("briefbook_repository", "https://git.example.org:3000/group/sub/book/"),
        ("briefbook_repository_branch", "release/2026"),
        ("briefbook_repository_forge", "forgejo"),
        ("briefbook_contact", "desk+notes@example.org"),
        ("briefbook_pdf_paper", "a5"),
        ("briefbook_pdf_contents_depth", 0),
        ("briefbook_pdf_filename", "briefing 3.pdf"),
        ("briefbook_pdf_exclude", ("colophon",)),
        ("briefbook_pdf_two_sided", True),
        ("briefpdf_documents", ["index", ("articles/a", "a.pdf"), ("b", "b-2.pdf", "B")]),
    ],
)
def test_what_may_be(name: str, value: object) -> None:
    configured(**{name: value})


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("briefbook_seeds", None, "a text"),
        ("briefbook_seeds", ["seeds"], "a text"),
        ("briefbook_articles", 3, "a text"),
        ("briefbook_bodies", b"bodies.yaml", "a text"),
        ("briefbook_seed_max_bytes", 0, "a whole number from 1 on"),
        ("briefbook_seed_max_bytes", "10 MB", "a whole number from 1 on"),
        ("briefbook_seed_max_bytes", True, "a whole number from 1 on"),
        ("briefbook_cache", None, "a text"),
        ("briefbook_edition", 2, "a text"),
        ("briefbook_annotate_url", "https://example.org/", "an address with {seed} in it"),
        ("briefbook_repository", "javascript:alert(1)//a/b", "the address of a repository"),
        ("briefbook_repository", "https://github.com/janedoe", "the address of a repository"),
        ("briefbook_repository", "https://github.com/a/b?x=y", "the address of a repository"),
        ("briefbook_repository_branch", "", "the name of a branch"),
        ("briefbook_repository_branch", "a?b", "the name of a branch"),
        ("briefbook_repository_forge", "svn", "one of , github, gitlab, gitea, forgejo"),
        ("briefbook_contact", "a@b?bcc=c", "an e-mail address, or empty"),
        ("briefbook_sidecar_url", None, "an address with {seed} in it"),
        ("briefbook_pdf_title", None, "a text"),
        ("briefbook_pdf_paper", "b5", "one of a4, a5, us-letter"),
        ("briefbook_pdf_contents_depth", -1, "a whole number from 0 on"),
        ("briefbook_pdf_index", "no", "True or False"),
        ("briefbook_pdf_accent", "red", "a colour such as #1f3b63"),
        ("briefbook_pdf_filename", "briefing", "the name of a file that ends in .pdf"),
        ("briefbook_pdf_filename", "../briefing.pdf", "the name of a file that ends in .pdf"),
        ("briefbook_pdf_exclude", "colophon", "a list of texts"),
        ("briefbook_pdf_font_paths", [1], "a list of texts"),
        ("briefbook_pdf_logo", 3, "a text"),
        ("briefbook_pdf_two_sided", "yes", "True or False"),
        ("briefbook_pdf_parts", "week", "one of , year, month"),
        ("briefbook_pdf_part_pages", 0, "a whole number from 1 on"),
        ("briefpdf_documents", ["a/b", ("c/b", "b.pdf")], "a list of names of documents"),
        ("briefpdf_documents", [("a", "../a.pdf")], "a list of names of documents"),
        ("briefpdf_documents", [("a", "a.pdf", "A", "B")], "a list of names of documents"),
        ("briefpdf_documents", "articles/a", "a list of names of documents"),
    ],
)
def test_what_may_not_be(name: str, value: object, wanted: str) -> None:
    with pytest.raises(BuildStopped) as stopped:
        configured(**{name: value})
    said = str(stopped.value.problem)
    assert said.startswith(f"conf.py: {name} is {value!r}; it must be {wanted}")
