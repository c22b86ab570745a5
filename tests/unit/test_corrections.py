"""The editors' last word: what corrections make of an article's marks, and which do not fit."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from fixture_cases import Case, folder_cases

from briefbook.text.bodies import load_catalogue
from briefbook.text.corrections import Corrected, correct
from briefbook.text.errors import SidecarError
from briefbook.text.marks import as_json, find_marks, mark
from briefbook.text.model import Sidecar
from briefbook.text.schemas import schema, validator
from briefbook.text.seeds import parse_seed
from briefbook.text.sidecar import parse_sidecar

CATALOGUE = load_catalogue()
TEXT = """\
 date 2021-12-30
Ministers of NATO met on Monday in Freedonia, and a senior official said that the bridge is safe.
"It will open next month," the official said. The council will meet on Jan. 12.
According to an aide who spoke on condition of anonymity, the talks of the OSCE went well.
- Jane Doe, the harbour master, called the bridge "old" and "steep" on Tuesday, and wrote a note.
The council decides. The harbour is closed, it was heard on the quay by people who were there.
"""


def corrected(sidecar: str, text: str = TEXT) -> Corrected:
    read = parse_sidecar(sidecar.encode(), path="seeds/talks.toml")
    seed = parse_seed(text.encode(), name="talks", path="seeds/talks.txt", sidecar=read)
    return correct(find_marks(seed, CATALOGUE), CATALOGUE.by_id)


def told(found: Corrected) -> list[str]:
    """Each mark on a line; who made it stands before it where it was no rule."""
    marks: Any = as_json(found.marks, CATALOGUE)
    lines = []
    for date in marks["dates"]:
        event = " … ".join(span["text"] for span in date["event"])
        by = f", {date['source']}" if date["source"] else ""
        lines.append((date, f"date “{date['text']}” {date['value']}{by}: {event}"))
    lines += [(one, f"body “{one['text']}” {one['id']}") for one in marks["bodies"]]
    for one in marks["sources"]:
        names = ", ".join(one["mentions"])
        about = f"{one['name']}, {one['kind']}, {one['basis']} ({names})"
        lines.append((one, f"source {one['id']}: {about}"))
    for one in marks["statements"]:
        words = [span["text"] for span in one["quote"]] or one["indirect"]["text"]
        more = [one["speaker"], "translated" if one["translated"] else None, one["basis"]]
        facts = "".join(f", {fact}" for fact in more if fact)
        lines.append((one, f"{one['kind']} {one['source']}, {one['cue']}{facts}: {words}"))
    return [f"{'' if one['by'] == 'rule' else 'editor: '}{line}" for one, line in lines]


@pytest.mark.parametrize("case", folder_cases("corrections"))
def test_corrections(case: Case) -> None:
    """Of each case, what it takes away, what it makes, and what does not fit."""
    before, found = told(corrected("")), corrected(case.input)
    after = told(found)
    lines = [f"- {line}" for line in before if line not in after]
    lines += [f"+ {line}" for line in after if line not in before]
    lines += [f"! {problem}" for problem in found.problems]
    assert "\n".join(lines) == case.expected
    marks: Any = as_json(found.marks, CATALOGUE)
    validator("marks").validate(marks)


def test_the_rules_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """What the cases begin with."""
    found = corrected("")
    assert found.problems == ()
    assert [line.partition(":")[0] for line in told(found) if line.startswith("source")] == [
        "source official",
        "source aide",
        "source doe",
    ]
    seed = found.marks.article.seed
    assert mark(seed, CATALOGUE) == found.marks


def test_a_book_with_corrections_is_corrected_wherever_it_is_marked() -> None:
    sidecar = '[[date]]\nexact = "Monday"\nvalue = "2021-12-20"\n'
    found = corrected(sidecar)
    assert mark(found.marks.article.seed, CATALOGUE) == found.marks
    assert found.marks.dates[0].value == "2021-12-20"


def test_what_hides_in_a_word_is_no_hindrance() -> None:
    """Passages are the seed's, characters that nobody sees included; events are read without."""
    text = TEXT.replace("met on Monday", "met on Mon\xadday").replace("next month", "next\xa0month")
    found = corrected('[[date]]\nexact = "next\xa0month"\nvalue = "2022-02"\n', text)
    assert found.problems == ()
    dates = [(date.text, date.value, date.by_editor) for date in found.marks.dates]
    assert dates[:2] == [("Mon\xadday", "2021-12-27", False), ("next\xa0month", "2022-02", True)]
    plain = corrected("", text).marks.dates
    assert [date.event for date in found.marks.dates] == [date.event for date in plain]


@pytest.mark.parametrize("kind", ["date", "body", "statement", "source"])
def test_there_is_a_bound_to_them(kind: str) -> None:
    one = 'name="a"\nkind="group"\n' if kind == "source" else 'exact="a"\nremove=true\n'
    with pytest.raises(SidecarError, match=f"{kind} is longer than 500 entries"):
        corrected(f"[[{kind}]]\n{one}" * 501)


def test_the_schema_that_ships_is_one_of_all_keys() -> None:
    names = set(schema("sidecar")["properties"])
    held = {field.name for field in fields(Sidecar)} - {"corrections", "history"}
    assert held | {"date", "body", "statement", "source"} <= names
