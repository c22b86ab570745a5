"""Where the forges that host repositories let a reader make a new file, and change one.

Addresses hold ``{path}``, the file's path in the repository, or ``{folder}`` and ``{name}``, its
two parts; and, where the forge takes the text of a new file, ``{value}``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from briefbook.words import _

_HOSTS: Final = (
    (re.compile(r"github\.com"), "github"),
    (re.compile(r"gitlab\..+|.+\.gitlab\.io"), "gitlab"),
    (re.compile(r"gitea\..+"), "gitea"),
    (re.compile(r"codeberg\.org|forgejo\..+"), "forgejo"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forge:
    """A repository on a forge."""

    new_file: str
    edit_file: str
    new_issue: str
    """Where an issue on a passage begins, its title in the book's language; with ``{seed}`` and
    ``{passage}``."""


def guess_forge(repository: str) -> str | None:
    """Which of ``settings.FORGES`` hosts it, as the name of its host says; None if that is open."""
    host = urlsplit(repository).hostname or ""
    return next((forge for form, forge in _HOSTS if form.fullmatch(host)), None)


def forge_of(repository: str, branch: str, kind: str) -> Forge:
    """The addresses of ``repository``, an address without a slash at its end, on a forge's kind.

    GitHub's parameters are told in github.com/isaacs/github/issues/1527, Gitea's in
    docs.gitea.com/development/integrations: of ``_new/BRANCH/FOLDER`` its server takes ``filename``
    (routers/web/repo/editor.go, Forgejo's too), its page ``value`` (web_src/js/features/
    repo-editor.ts, Forgejo's repo-editor.js). Who may not write is offered a fork by Gitea since
    2025 (editor_fork.go); Forgejo has no page for them, hence the issue. GitLab fills in
    ``file_name`` (app/views/projects/blob/_editor.html.haml); its editor begins empty whatever
    ``content`` says (blob_edit/edit_blob.js, gitlab.com/gitlab-org/gitlab/-/issues/594214).

    An issue begins with the template that ``briefbook init`` puts there: of Gitea's and Forgejo's
    forms ``template`` is the path, in whatever folder, and ``field:ID`` a field's text
    (routers/web/repo/issue_new.go, issue.go); GitLab's ``issuable_template`` is a name
    (docs.gitlab.com/user/project/issues/create_issues). Where no such file is, the title stays.
    """
    branch = quote(branch, safe="/")
    title = quote(_("Note: {seed}, {passage}"), safe="{}")
    match kind:
        case "github":
            new = f"{repository}/new/{branch}?filename={{path}}&value={{value}}"
            edit = f"{repository}/edit/{branch}/{{path}}"
            # The ids of .github/ISSUE_TEMPLATE/annotation.yml.
            form = f"template=annotation.yml&title={title}&seed={{seed}}&exact={{passage}}"
            issue = f"{repository}/issues/new?{form}"
        case "gitlab":
            new = f"{repository}/-/new/{branch}?file_name={{path}}"
            edit = f"{repository}/-/edit/{branch}/{{path}}"
            form = f"issuable_template=annotation&issue%5Btitle%5D={title}"
            issue = f"{repository}/-/issues/new?{form}"
        case _:
            new = f"{repository}/_new/{branch}/{{folder}}?filename={{name}}&value={{value}}"
            edit = f"{repository}/_edit/{branch}/{{path}}"
            form = f"template=.forgejo/issue_template/annotation.yml&title={title}"
            passage = "field:seed={seed}&field:exact={passage}"
            issue = f"{repository}/issues/new?{form}&{passage}"
    return Forge(new_file=new, edit_file=edit, new_issue=issue)


def issue_on(address: str, seed: str, passage: str) -> str:
    """The address of a new issue on a passage of an article."""
    parts = {"seed": seed, "passage": passage}
    return re.sub(r"\{(seed|passage)\}", lambda match: quote(parts[match[1]], safe=""), address)


def filled(address: str, path: str, value: str) -> str:
    """An address with a file's path and text in it."""
    folder, _, name = path.rpartition("/")
    parts = {"path": quote(path), "folder": quote(folder), "name": quote(name)}
    return re.sub(
        r"\{(path|folder|name|value)\}",
        lambda match: parts.get(match[1]) or quote(value, safe=""),
        address,
    )
