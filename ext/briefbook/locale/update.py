"""Makes the catalogues anew from the code: ``tox run -e words``.

``briefbook.pot`` lists the messages of the code. ``LANGUAGE/LC_MESSAGES/briefbook.po`` has them in
a language, a translation to be written below each new one; the ``.mo`` beside it is what is read.
A message that is gone leaves the catalogues. No file says when it was made or on which line a
message stands: the same code gives the same files.
"""

from __future__ import annotations

import ast
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from briefbook.script_words import messages_of_scripts
from briefbook.text.annotations.motivations import MOTIVATIONS
from briefbook.text.bodies import BodyKind
from briefbook.text.dates import Rule
from briefbook.text.kinds import DropReason
from briefbook.words import DOMAIN, LOCALE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CODE: Final = LOCALE.parent
_SINGLE: Final = ("_", "N_")
_FORMS: Final = ("NN_", "ngettext")
"""Functions whose first two arguments are the forms of a message."""
_MADE: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""For the heads of the files, which ask for a time."""
_HEAD: Final = "# The words of briefbook. Made by `tox run -e words`; translations are kept."


@cache
def messages_of_code() -> Catalog:
    """All messages that the package names."""
    catalogue = _empty()
    for path in sorted(_CODE.rglob("*.py")):
        text = path.read_text("utf-8")
        if "briefbook.words" in text or path.name == "words.py":
            for message in _messages(text):
                catalogue.add(message)
    for words in _of_tables():
        catalogue.add(words)
    return catalogue


def _messages(code: str) -> Iterator[str | tuple[str, str]]:
    """By Python's own parser: Babel's reads no message within an f-string."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            given = [each.value for each in node.args[:2] if isinstance(each, ast.Constant)]
            words = [each for each in given if isinstance(each, str)]
            if node.func.id in _SINGLE and words:
                yield words[0]
            elif node.func.id in _FORMS and len(words) > 1:
                yield words[0], words[1]


def _of_tables() -> Iterator[str]:
    """Words of the scripts, and of the engine's tables, which itself knows of no language."""
    yield from messages_of_scripts()
    for rule in Rule:
        yield rule.short
    yield from (kind.head for kind in BodyKind)
    yield from (reason.value for reason in DropReason)
    for motivation in MOTIVATIONS.values():
        yield from (motivation.name, motivation.does, motivation.one, motivation.many)


def _empty(language: str | None = None) -> Catalog:
    return Catalog(
        locale=language,
        domain=DOMAIN,
        header_comment=_HEAD,
        project="briefbook",
        version="1",
        copyright_holder="",
        msgid_bugs_address="briefbook",
        creation_date=_MADE,
        revision_date=_MADE,
        last_translator="the briefbook authors",
        language_team="briefbook",
        fuzzy=False,
    )


def catalogue_of(language: str) -> Catalog:
    """The catalogue of a language as its file has it."""
    with (LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as stream:
        return read_po(stream, locale=language, domain=DOMAIN)


def languages() -> list[str]:
    """The languages that there are catalogues of."""
    return sorted(path.parts[-3] for path in LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def made() -> Iterator[tuple[Path, bytes]]:
    """Each file and what it is to hold."""
    template = messages_of_code()
    yield LOCALE / f"{DOMAIN}.pot", _as_po(template)
    for language in languages():
        known, new = catalogue_of(language), _empty(language)
        for message in template:
            if message.id:
                kept = known.get(message.id)
                new.add(message.id, kept.string if kept else None)
        folder = LOCALE / language / "LC_MESSAGES"
        yield folder / f"{DOMAIN}.po", _as_po(new)
        stream = BytesIO()
        write_mo(stream, new)
        yield folder / f"{DOMAIN}.mo", stream.getvalue()


def _as_po(catalogue: Catalog) -> bytes:
    stream = BytesIO()
    write_po(stream, catalogue, no_location=True, sort_output=True, width=98)
    return stream.getvalue()


if __name__ == "__main__":
    for path, content in made():
        path.write_bytes(content)
