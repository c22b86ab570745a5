"""The front matter of an annotation: a small, strict part of YAML in which every value is text.

So ``exact: 2021`` and ``exact: no`` quote what they seem to quote. What it must hold says
``data/annotation.schema.json``, which ships so that editors complete and check the form.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from briefbook.text.errors import AnnotationError
from briefbook.text.schema_problems import schema_problem
from briefbook.text.schemas import validator
from briefbook.text.strict_yaml import Form, Located, Path, read_yaml

Value = str | list["Value"] | dict[str, "Value"]

FORM = Form(
    problem=AnnotationError,
    depth=4,  # the form itself has two
    values=100,  # some thirty, twenty sources among them
    entries=100,
    only_text=True,
    subject="its front matter",
    first_line=2,
)

_RULE = "---"

_REMEDIES = MappingProxyType(
    {"sources": "name a key of references.bib (only a question needs none)"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A file taken apart: its values, where each stands, and what follows them."""

    values: dict[str, Value]
    located: Located
    """The places of the values in the file; that of a key's value is the key's."""
    body: str
    body_line: int
    """The file's line on which ``body`` begins, 1-based."""

    def error(self, path: Path, file: str, problem: str, remedy: str) -> AnnotationError:
        """What is wrong at ``path``; what the form lacks as a whole has no column."""
        line, column = self.located.place_of(path)
        return AnnotationError(file, line, problem, remedy, column=column if path else None)


def read_front_matter(text: str, *, path: str) -> FrontMatter:
    """The front matter of ``text``, whose lines end in line feeds; raises AnnotationError."""
    lines = text.split("\n")
    if lines[0].rstrip() != _RULE:
        raise AnnotationError(
            path, 1, "it does not open with front matter", "begin the file with a line ---"
        )
    closing = next((i for i, line in enumerate(lines) if i and line.rstrip() == _RULE), None)
    if closing is None:
        raise AnnotationError(
            path, 1, "its front matter does not end", "put a line --- between it and the note"
        )
    located = read_yaml("\n".join(lines[1:closing]), path, FORM)
    if located.value is None:
        remedy = "fill in motivation, target and so on"
        raise AnnotationError(path, 2, "its front matter is empty", remedy)
    if not isinstance(located.value, dict):
        problem = "its front matter is not a list of keys"
        raise AnnotationError(path, 2, problem, "write key: value")
    return FrontMatter(
        values=located.value,
        located=located,
        body="\n".join(lines[closing + 1 :]),
        body_line=closing + 2,
    )


def form_errors(front: FrontMatter, *, path: str) -> list[AnnotationError]:
    """What in ``front`` is not as the schema asks, in order of the file's lines."""
    found = [
        schema_problem(error, whole="front matter", remedies=_REMEDIES)
        for error in validator("annotation").iter_errors(front.values)
    ]
    errors = (front.error(each.path, path, each.problem, each.remedy) for each in found)
    # Missing keys are reported one by one, and each report names all of them.
    once = {error.args: error for error in errors}
    return sorted(once.values(), key=lambda error: (error.line or 0, error.problem))
