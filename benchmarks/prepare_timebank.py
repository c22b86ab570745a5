"""Write the development part of TimeBank as JSON lines for ``accuracy.py``.

    python benchmarks/prepare_timebank.py GITDIR FILE.jsonl

GITDIR is the git directory of a clone of github.com/qiangning/StructTempRel-EMNLP17. One third of
TimeBank's documents, chosen by the SHA-1 of their names, serves development; the other two thirds
are for judging, and are not written. The text is newswire under copyright: measure with it, never
commit it.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import json
import re
import subprocess
from pathlib import Path, PurePosixPath
from typing import Any

FOLDER = "data/TempEval3/Training/TBAQ-cleaned/TimeBank"
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')
_TAG = re.compile(r'<(/?)([A-Za-z][\w:.-]*)((?:\s+[\w:]+\s*=\s*"[^"]*")*)\s*(/?)>')
_DCT = re.compile(r'<DCT>\s*<TIMEX3[^>]*value="([^"]*)"')
_TEXT = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gitdir", metavar="GITDIR")
    parser.add_argument("file", type=Path, metavar="FILE.jsonl")
    options = parser.parse_args()
    names = _git(options.gitdir, "ls-tree", "-r", "--name-only", "HEAD", "--", FOLDER).split("\n")
    chosen = [
        name
        for name in map(PurePosixPath, sorted(names))
        if name.suffix == ".tml" and not name.name.startswith(".") and is_development(name.stem)
    ]
    with options.file.open("w", encoding="utf-8") as file:
        for name in chosen:
            document = read_document(name.stem, _git(options.gitdir, "show", f"HEAD:{name}"))
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
    print(f"{len(chosen)} documents in {options.file}")
    return 0


def _git(gitdir: str, *arguments: str) -> str:
    command = ["git", f"--git-dir={gitdir}", *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def is_development(name: str) -> bool:
    digest = hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()
    return int(digest, 16) % 3 == 0


def read_document(name: str, markup: str) -> dict[str, Any]:
    """A TimeML document in the form that ``scorers.dates`` describes."""
    created = _DCT.search(markup)
    body = _TEXT.search(markup)
    text, spans = _without_tags(body[1] if body else "")
    timexes = []
    for start, end, attributes in spans:
        words = text[start:end]
        if words.strip():  # an empty tag carries no text: there is nothing to find
            first = start + len(words) - len(words.lstrip())
            last = end - len(words) + len(words.rstrip())
            kind, value = attributes.get("type", ""), attributes.get("value", "")
            timexes.append(
                {"start": first, "end": last, "type": kind, "value": value, "text": words.strip()}
            )
    return {
        "id": name,
        "dct": created[1][:10] if created else None,
        "text": text,
        "timexes": timexes,
    }


def _without_tags(body: str) -> tuple[str, list[tuple[int, int, dict[str, str]]]]:
    """The text without its tags, and where the TIMEX3 elements stand in it."""
    parts: list[str] = []
    length = position = 0
    opened: list[tuple[int, dict[str, str]]] = []
    spans = []
    for match in _TAG.finditer(body):
        parts.append(html.unescape(body[position : match.start()]))
        length += len(parts[-1])
        position = match.end()
        closes, name, attributes, is_empty = match.groups()
        if name != "TIMEX3" or is_empty:
            continue
        if closes:
            start, found = opened.pop()
            spans.append((start, length, found))
        else:
            opened.append((length, dict(_ATTRIBUTE.findall(attributes))))
    parts.append(html.unescape(body[position:]))
    return "".join(parts), sorted(spans, key=lambda span: (span[0], -span[1]))


if __name__ == "__main__":
    raise SystemExit(main())
