"""A book with a payload in every place that a text from outside has, and its benign twin.

What a place refuses by its rule is left out and counted: the rest goes through the whole build.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from attacks.payloads import PAYLOADS
from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.bodies import Body
from briefbook.text.bodies.entries import parse_entries
from briefbook.text.bodies.load import body_of
from briefbook.text.characters import name_complaint
from briefbook.text.errors import FileProblem
from briefbook.text.known_sources import load_sources
from briefbook.text.sidecar import parse_sidecar

CONF = """\
project = "Attacks"
author = "The editors"
copyright = "the editors"
version = "1"
extensions = ["briefbook"]
nitpicky = True
bibtex_bibfiles = ["references.bib"]
html_theme = "furo"
html_copy_source = True
html_baseurl = "https://example.org/book/"
epub_show_urls = "no"
latex_engine = "xelatex"
briefbook_annotate_url = "https://example.org/annotate?seed={seed}"
briefbook_sidecar_url = "https://example.org/edit/{seed}"
"""
INDEX = """\
# Attacks

```{brief:cards}
```

```{brief:key-dates}
```

```{toctree}
articles/index
indexes
```
"""
INDEXES = """\
# Indexes

```{brief:glossary}
```

```{brief:date-index}
```

```{brief:source-index}
```

```{brief:annotation-index}
```

```{bibliography}
:all:
```

```{brief:colophon}
```
"""
NOTE = """\
---
motivation: questioning
target: {{exact: {exact}, prefix: {prefix}}}
author: {{name: {author}}}
created: 2023-08-01
sources: []
---
{body}
"""
_FIRST_DAY = dt.date(2023, 1, 2)

Dress = Callable[[str], str]
"""What stands for a payload: itself, or its benign words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttackedBook:
    """What was written, and how many payloads each kind of place took."""

    folder: Path
    taken: Counter[str] = field(default_factory=Counter)


def write_book(folder: Path, payloads: Sequence[str], dress: Dress) -> AttackedBook:
    """Write a book at ``folder``, which must not be there, with one article a payload."""
    book = AttackedBook(folder=folder)
    for name in ("seeds", "annotations"):
        (folder / name).mkdir(parents=True)
    for name, text in (("conf.py", CONF), ("index.md", INDEX), ("indexes.md", INDEXES)):
        (folder / name).write_text(text, "utf-8")
    bodies: list[dict[str, object]] = []
    sources: list[dict[str, object]] = []
    works: list[str] = []
    named: set[str] = set()
    for number, payload in enumerate(payloads):
        words = dress(payload)
        name = _name(number, words, book.taken)
        seed = _seed(number, words)
        (folder / "seeds" / f"{name}.txt").write_bytes(seed)
        (folder / "seeds" / f"{name}.toml").write_bytes(_sidecar(number, words, book.taken))
        (folder / "annotations" / name).mkdir()
        for file, note in _notes(words, book.taken):
            (folder / "annotations" / name / file).write_bytes(note)
        bodies.append(_body(number, words, book.taken))
        works.append(_work(number, words))
        if words.casefold() not in named:  # the file's rule: a name is one source's
            sources += _source(number, words, folder, book.taken)
            named.add(words.casefold())
    (folder / "sources.yaml").write_text(json.dumps(sources), "utf-8")
    (folder / "bodies.yaml").write_text(json.dumps(bodies), "utf-8")  # JSON is YAML
    (folder / "references.bib").write_text("\n".join(works), "utf-8", "surrogateescape")
    return book


def _name(number: int, words: str, taken: Counter[str]) -> str:
    name = f"{number:03} {words}".replace("/", "∕").replace("\\", "∖").rstrip()
    if name_complaint(name) or len(name.encode()) > 200:
        return f"{number:03}"
    taken["name"] += 1
    return name


def _seed(number: int, words: str) -> bytes:
    day = _FIRST_DAY + dt.timedelta(days=number)
    return (
        f" date {day.isoformat()} \n{words}\n\n"
        f"Ministers met NATO and the Council Number {number} on Monday, and {words} was all that "
        "the ministry of the interior would say of it.\n\n"
        f'"{words}, and we will build it together," said Jane Doe, the minister, on Tuesday.\n\n'
        f"- A bullet that goes on with {words} and with more words, a senior official said.\n\n"
        f"{words}\n\n"
        "The talks go on next month in the capital, where both sides will speak of the river.\n"
    ).encode("utf-8", "surrogatepass")


_ELSEWHERE = 8
"""The number of the article, in a book and its twin, that is in another language by its editors."""


def _sidecar(number: int, words: str, taken: Counter[str]) -> bytes:
    lines = []
    for key, value in (
        ("title", json.dumps(words)),
        ("publisher", json.dumps(words)),
        ("rights", json.dumps(words)),
        ("authors", json.dumps([words, "Jane Doe"])),
        ("url", json.dumps(words)),
        ("language", json.dumps(words)),
        ("reviewed", f"{{by = {json.dumps(words)}, on = 2023-08-01}}"),
    ):
        line = f"{key} = {value}\n"
        if _accepted(partial(parse_sidecar, line.encode(), path="x.toml")):
            taken[f"sidecar {key}"] += 1
            lines.append(line)
        elif key == "language" and number == _ELSEWHERE:
            lines.append('language = "he"\n')
    # What editors write of a source, and of a statement that no rule has found.
    said = json.dumps(words)
    who = f"source = {said}\nspeaker = {said}\n"
    statement = f'[[statement]]\nexact = "both sides will speak"\nkind = "person"\n{who}'
    for place, table in (
        ("source", f'[[source]]\nname = "Jane Doe"\nrename = {said}\n'),
        ("statement", statement),
    ):
        if _accepted(partial(parse_sidecar, table.encode(), path="x.toml")):
            taken[f"correction {place}"] += 1
            lines.append(table)
    return "".join(lines).encode()


def _notes(words: str, taken: Counter[str]) -> Iterator[tuple[str, bytes]]:
    for slot, exact, author, body in (
        ("exact", words.strip(), "Jane Doe", "A question."),
        ("author", "both sides will speak", words, "A question."),
        (
            "body",
            "in the capital",
            "Jane Doe",
            # With a list and emphasis of its own, which a note may have: so has the twin's.
            f"A *question* of {words} and more.\n\n{words}\n\n1. A point.\n2. Another.",
        ),
    ):
        name = f"2023-08-01-{slot}"
        prefix = "on Monday, and " if slot == "exact" else ""
        text = NOTE.format(
            exact=json.dumps(exact),
            prefix=json.dumps(prefix),
            author=json.dumps(author),
            body=body,
        )
        raw = text.encode("utf-8", "surrogatepass")
        parsed = parse_annotation(raw, path="x.md", seed="x", name=name)
        if not isinstance(parsed, list):
            taken[f"note {slot}"] += 1
            yield f"{name}.md", raw


def _body(number: int, words: str, taken: Counter[str]) -> dict[str, object]:
    """A body with each field that takes the payload; the article names it by its alias."""
    body: dict[str, object] = {
        "id": f"attack-{number}",
        "name": f"Council Number {number}",
        "kind": "government",
        "text": "A council that meets every week.",
        "checked": ["https://example.org/"],
    }
    for key, value in (
        ("headword", f"Council {number} {words}"),
        ("abbreviation", f"C{number} {words}"),
        ("aliases", [f"The Council {number} of {words}"]),
        ("seat", words),
        ("site", words),
        ("text", f"A council that {words} every week."),
        ("checked", [words]),
    ):
        tried = json.dumps([{**body, key: value}])
        if _accepted(partial(_bodies_of, tried)):
            taken[f"body {key}"] += 1
            body[key] = value
    titled = {"url": "https://example.org/", "title": words, "publisher": words}
    if _accepted(partial(_bodies_of, json.dumps([{**body, "checked": [titled]}]))):
        taken["body source"] += 1
        body["checked"] = [*body["checked"], titled]  # type: ignore[misc]
    return body


def _source(number: int, words: str, folder: Path, taken: Counter[str]) -> list[dict[str, object]]:
    """A source of the whole book that has the payload for its role, and, renamed, for a name."""
    source: dict[str, object] = {
        "name": f"Source {number}",
        "names": [words],
        "role": words,
        "kind": "person",
    }
    tried = folder / "tried.yaml"
    tried.write_text(json.dumps([source]), "utf-8")
    is_taken = _accepted(partial(load_sources, tried, home=folder, root=folder))
    tried.unlink()
    taken["known source"] += is_taken
    return [source] if is_taken else []


def _work(number: int, words: str) -> str:
    """Works of the bibliography with the payload in a field; the build judges them.

    The payload stands in the two addresses, and in two of the other fields, other ones with the
    next payload: each format of the book writes all works, which is what its build costs most.
    """
    fields = {"title": "{T}", "author": "{J. Doe}", "year": "{2023}"}
    plain = ("title", "author", "howpublished", "note", "journal")
    slots = ("url", "doi", plain[number % 5], plain[(number + 2) % 5])
    works = []
    for slot in slots:
        entry = {**fields, slot: "{" + words + "}"}
        listed = ", ".join(f"{key} = {value}" for key, value in entry.items())
        works.append(f"@misc{{w{number}{slot}, {listed}}}")
    return "\n".join(works)


def _bodies_of(text: str) -> list[Body]:
    return [body_of(entry) for entry in parse_entries(text, "x.yaml")]


def _accepted(read: Callable[[], object]) -> bool:
    try:
        read()
    except FileProblem:
        return False
    return True


ALL: Sequence[str] = PAYLOADS
EVERY_EIGHTH: Sequence[str] = PAYLOADS[::8]
"""Enough for the twin: it has every kind of place, and its articles are all alike."""
