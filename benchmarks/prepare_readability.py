"""Write Readability's test pages as lines with verdicts for ``accuracy.py``. Needs ``lxml``.

    python benchmarks/prepare_readability.py GITDIR readability.json

GITDIR is the git directory of a clone of github.com/mozilla/readability. A line is the article's
where at least 70 % of its word 4-grams stand in the extracted article; a line of fewer than four
words where it is a line of the article, or stands in it between two lines that are the article's.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import lxml.html

MIN_ARTICLE = 500
"""Characters: shorter pages say little."""
GRAM = 4
_BLOCK_TAGS = (
    "p div li ul ol h1 h2 h3 h4 h5 h6 table tr td th section article header footer nav aside main "
    "blockquote figure figcaption form fieldset pre dl dt dd address br hr button option label "
    "body html title"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_UNREAD = ("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select")
_LEAVES = ("p", "li", *(f"h{n}" for n in range(1, 7)), "figcaption", "blockquote", "dd", "dt", "td")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gitdir", metavar="GITDIR")
    parser.add_argument("file", type=Path, metavar="readability.json")
    options = parser.parse_args()
    names = _git(options.gitdir, "ls-tree", "-r", "--name-only", "HEAD", "test/test-pages")
    pages = []
    for name in sorted({path.split("/")[2] for path in names.split("\n") if path.count("/") > 2}):
        source, expected = (
            _git(options.gitdir, "show", f"HEAD:test/test-pages/{name}/{part}.html")
            for part in ("source", "expected")
        )
        article = "\n".join(block_lines(expected))
        if source and len(article) >= MIN_ARTICLE:
            pages.append(page_of(name, source, article))
    options.file.write_text(json.dumps(pages), "utf-8")
    print(f"{len(pages)} pages in {options.file}")
    return 0


def _git(gitdir: str, *arguments: str) -> str:
    """What git prints; nothing where there is no such file."""
    command = ["git", f"--git-dir={gitdir}", *arguments]
    return subprocess.run(command, capture_output=True, check=False).stdout.decode(errors="replace")


def page_of(name: str, source: str, article: str) -> dict[str, Any]:
    """A page in the form that ``scorers.lines`` describes."""
    page: dict[str, Any] = {"id": name}
    wanted = grams(words(article))
    for view, lines in (("p", leaf_lines(source)), ("block", block_lines(source))):
        verdicts = judge(lines, article)
        kept = (grams(words(line)) for line, keep in zip(lines, verdicts, strict=True) if keep)
        page[view] = lines
        page[f"{view}_keep"] = verdicts
        page[f"{view}_cover"] = len(wanted & set().union(*kept)) / max(1, len(wanted))
    return page


def _root(markup: str) -> Any:
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    return lxml.html.document_fromstring(markup)


def block_lines(markup: str) -> list[str]:
    """Every block-level line, as a crude scraper gets them: menus and footers included."""
    if not markup.strip():
        return []
    lines: list[str] = []
    open_line: list[str] = []

    def end_line() -> None:
        text = " ".join("".join(open_line).split())
        open_line.clear()
        if text and text != "-":
            lines.append(text)

    # Not lxml's own walk: text before, between and after children must come in order.
    steps: list[tuple[Any, bool]] = [(_root(markup), False)]
    while steps:
        element, is_left = steps.pop()
        tag = element.tag.lower() if isinstance(element.tag, str) else None
        if is_left or tag is None or tag in _UNREAD:
            if is_left and tag in _BLOCKS:
                end_line()
            open_line.append(element.tail or "")
            continue
        if tag in _BLOCKS:
            end_line()
        if tag == "li":
            open_line.append("- ")
        open_line.append(element.text or "")
        steps.append((element, True))
        steps += [(child, False) for child in reversed(element)]
    end_line()
    return lines


def leaf_lines(markup: str) -> list[str]:
    """The text of paragraphs, list items, headings and captions that hold none of their like."""
    root = _root(markup)
    for unread in list(root.iter(*_UNREAD)):
        if unread.tag != "head":
            tail = unread.tail
            unread.clear()
            unread.tail = tail
    lines = []
    for element in root.iter(*_LEAVES):
        if next(element.iterdescendants(*_LEAVES), None) is None:
            text = " ".join(element.text_content().split())
            if text:
                lines.append(("- " if element.tag == "li" else "") + text)
    return lines


def words(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"\w+", text)]


def grams(of: list[str]) -> set[tuple[str, ...]]:
    return {tuple(of[i : i + GRAM]) for i in range(len(of) - GRAM + 1)}


def judge(lines: list[str], article: str) -> list[bool]:
    """Whether each line is the article's."""
    known = grams(words(article))
    whole = {" ".join(words(line)) for line in article.split("\n") if line.strip()}
    running = f" {' '.join(words(article))} "
    verdicts: list[bool | None] = []
    for line in lines:
        own = grams(words(line))
        verdicts.append(sum(gram in known for gram in own) >= 0.7 * len(own) if own else None)
    for index, line in enumerate(lines):
        if verdicts[index] is None:
            text = " ".join(words(line))
            before = next((v for v in reversed(verdicts[:index]) if v is not None), False)
            after = next((v for v in verdicts[index + 1 :] if v is not None), False)
            inside = bool(before and after and f" {text} " in running)
            verdicts[index] = bool(text) and (text in whole or inside)
    return [bool(verdict) for verdict in verdicts]


if __name__ == "__main__":
    raise SystemExit(main())
