"""Where forges take a new file: the addresses that they document."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from briefbook.desk.new_book import FORGES, new_book
from briefbook.html.forges import filled, forge_of, guess_forge, issue_on
from briefbook.html.proposing import check_repository
from briefbook.stopping import BuildStopped
from briefbook.words import use_language

PATH = "docs/annotations/a b/2023-08-01-x.md"


@pytest.mark.parametrize(
    ("repository", "kind"),
    [
        ("https://github.com/janedoe/book", "github"),
        ("https://gitlab.com/group/sub/book", "gitlab"),
        ("https://gitlab.example.org/janedoe/book", "gitlab"),
        ("https://codeberg.org/janedoe/book", "forgejo"),
        ("https://gitea.example.org/janedoe/book", "gitea"),
        ("https://git.example.org/janedoe/book", None),
        ("https://github.com.example.org/janedoe/book", None),
    ],
)
def test_a_forge_is_known_by_its_host(repository: str, kind: str | None) -> None:
    assert guess_forge(repository) == kind


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (
            "github",
            (
                "https://h.example/o/n/new/main?filename=docs/annotations/a%20b/2023-08-01-x.md"
                "&value=a%26b%0A"
            ),
        ),
        (
            "gitlab",
            "https://h.example/o/n/-/new/main?file_name=docs/annotations/a%20b/2023-08-01-x.md",
        ),
        (
            "forgejo",
            (
                "https://h.example/o/n/_new/main/docs/annotations/a%20b?filename=2023-08-01-x.md"
                "&value=a%26b%0A"
            ),
        ),
    ],
)
def test_the_address_of_a_new_file(kind: str, address: str) -> None:
    forge = forge_of("https://h.example/o/n", "main", kind)
    assert filled(forge.new_file, PATH, "a&b\n") == address


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("kind", ["github", "gitlab", "forgejo"])
def test_an_issue_s_title_is_in_the_book_s_language(kind: str) -> None:
    use_language("de")
    address = issue_on(forge_of("https://h.example/o/n", "main", kind).new_issue, "a b", "¶3")
    assert "title" in address
    assert "Anmerkung: a b, ¶3" in unquote(address)
    assert "{" not in address


@pytest.mark.parametrize("kind", FORGES)
def test_an_issue_begins_with_the_template_that_a_new_book_has(kind: str) -> None:
    address = issue_on(forge_of("https://h.example/o/n", "main", kind).new_issue, "a b", "¶3")
    query = parse_qs(urlsplit(address).query)
    (template,) = query.get("template") or [f"{query['issuable_template'][0]}.md"]
    files = dict(new_book(kind))
    (path,) = [each for each in files if each.endswith(template)]
    if path.endswith(".yml"):
        ids = {field["id"] for field in yaml.safe_load(files[path])["body"]}
        prefix = "" if kind == "github" else "field:"
        told = {key.removeprefix(prefix): value[0] for key, value in query.items()}
        assert {name: told[name] for name in ids & set(told)} == {"seed": "a b", "exact": "¶3"}


def test_a_branch_may_have_a_slash() -> None:
    assert forge_of("https://h.example/o/n", "a/b#c", "github").edit_file == (
        "https://h.example/o/n/edit/a/b%23c/{path}"
    )


@pytest.mark.parametrize(
    ("repository", "kind", "fits"),
    [
        ("", "", True),
        ("https://github.com/janedoe/book", "", True),
        ("https://git.example.org/janedoe/book", "gitea", True),
        ("https://git.example.org/janedoe/book", "", False),
    ],
)
def test_what_hosts_it_must_be_known(repository: str, kind: str, *, fits: bool) -> None:
    config = SimpleNamespace(briefbook_repository=repository, briefbook_repository_forge=kind)
    if fits:
        check_repository(cast("Any", None), cast("Any", config))
        return
    with pytest.raises(BuildStopped) as stopped:
        check_repository(cast("Any", None), cast("Any", config))
    assert "set briefbook_repository_forge to one of github, gitlab, gitea" in str(
        stopped.value.problem
    )
