"""A report for people, for scripts, and for a forge that shows findings beside the lines."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from briefbook.check.report import Finding, Level, Report
from briefbook.text.paths import path_from_here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path


def as_text(report: Report, root: Path) -> Iterator[str]:
    """For people, a line each; candidates as YAML for the book's bodies.yaml.

    What is found in the book is named from ``root``; it is told as it opens from where we are.
    """
    yield _count(report.articles, "article")
    for finding in report.findings:
        if not finding.paste:
            what = "problem" if finding.level is Level.ERROR else finding.kind
            yield f"{what}: {_place(finding, root)}: {finding.problem}; {finding.remedy}"
    candidates = [finding for finding in report.findings if finding.paste]
    if candidates:
        yield ""
        yield "# Names that may be bodies the catalogue lacks. Check, complete and add to"
        yield "# docs/bodies.yaml those that are; nothing is linked on its own."
    for finding in candidates:
        yield f"# {path_from_here(finding.path, root)}: {finding.problem}"
        yield finding.paste


def as_json(report: Report, root: Path) -> Iterator[str]:
    """One object; a finding's keys are those of ``Finding``."""
    findings = [
        asdict(finding) | {"path": path_from_here(finding.path, root)}
        for finding in report.findings
    ]
    whole = {"articles": report.articles, "failed": report.failed, "findings": findings}
    yield json.dumps(whole, ensure_ascii=False, indent=2)


def as_github(report: Report, root: Path) -> Iterator[str]:
    """Workflow commands: GitHub shows each beside its line.

    Every line but the last is such a command, and what strangers wrote stands in it escaped, so
    that none of it is a command of its own.
    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    for finding in report.findings:
        given = {
            "file": path_from_here(finding.path, root),
            "line": finding.line,
            "col": finding.column,
            "title": f"briefbook.{finding.kind}",
        }
        properties = ",".join(
            f"{key}={_property(str(value))}" for key, value in given.items() if value is not None
        )
        said = _data(f"{finding.problem}; {finding.remedy}")
        yield f"::{finding.level} {properties}::{said}"
    errors = sum(finding.level is Level.ERROR for finding in report.findings)
    yield f"{_count(report.articles, 'article')}, {_count(errors, 'error')}"


FORMATS: Final[Mapping[str, Callable[[Report, Path], Iterator[str]]]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def _place(finding: Finding, root: Path) -> str:
    path = path_from_here(finding.path, root)
    return ":".join(str(each) for each in (path, finding.line, finding.column) if each is not None)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
