"""``briefbook review``: an article's marks one by one, what is doubtful first."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.commands.terminal import edit
from briefbook.desk.reviewing import Reviewing, kind_of
from briefbook.text.bodies import load_catalogue
from briefbook.text.decisions import Review
from briefbook.text.errors import CorrectionError, FileProblem, SeedError, SidecarError
from briefbook.text.kinds import SourceKind
from briefbook.text.timex import Timex

if TYPE_CHECKING:
    import argparse

    from briefbook.desk.review import Item
    from briefbook.desk.reviewing import Values
    from briefbook.text.bodies import Catalogue

_AROUND = 90
"""Characters of the article that are shown on either side of a mark, less a word that they cut."""

_KEYS = "[k]eep  [c]orrect  [r]emove  [e]dit the sidecar  [s]kip  [q]uit: "
_KINDS = ", ".join(kind.value for kind in SourceKind)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("seed", metavar="SEED", help="the article: a file of seeds, without .txt")
    parser.add_argument("--book", type=Path, default=Path(), help="the folder of conf.py")
    parser.add_argument("--seeds", default="seeds", help="the folder of seeds, from there")
    parser.add_argument("--docs", default="docs", help="the Sphinx source folder, from there")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--list", action="store_true", help="print the marks, a line each, and end")
    form.add_argument("--json", action="store_true", help="print them as JSON, and end")
    form.add_argument(
        "--keep", nargs="+", metavar="N", help="keep those marks of the list, or all; and end"
    )
    parser.add_argument("--sign", metavar="NAME", help="sign the review, once all are read")


def run(options: argparse.Namespace) -> int:
    root = options.book.resolve()
    docs = root / options.docs
    try:
        catalogue = load_catalogue(docs / "bodies.yaml", home=docs, root=root)
        path = root / options.seeds / f"{options.seed}.txt"
        if not path.is_file():
            problem = f"there is no seed {options.seed}"
            remedy = "give the name of a file of seeds, without .txt"
            raise SeedError(f"{options.seeds}/{options.seed}.txt", None, problem, remedy)
        desk = Reviewing(path, catalogue, root=root)
        if options.list:
            _print_list(desk)
        elif options.json:
            _print_json(desk)
        elif options.keep:
            desk.keep(*_chosen(desk, options.keep))
        elif not options.sign:
            _walk(desk, catalogue)
        if options.sign:
            _sign(desk, options.sign)
    except FileProblem as problem:
        raise problem.from_here(root) from None
    return 0


def _print_list(desk: Reviewing) -> None:
    for number, item in enumerate(desk.items, 1):
        print(f"{number:4} {'read  ' if desk.is_read(item) else 'unread'} {_about(item)}")
    print(_count(desk))


def _print_json(desk: Reviewing) -> None:
    rows = [
        {
            "number": number,
            "read": desk.is_read(item),
            "line": item.line,
            "paragraph": item.paragraph,
            "certainty": item.certainty,
            "doubt": item.doubt or None,
            "by": "editor" if item.mark.by_editor else "rule",
            **item.entry,
        }
        for number, item in enumerate(desk.items, 1)
    ]
    review = desk.review
    signed = {"by": review.by, "on": review.on} if review else None
    json.dump({"reviewed": signed, "marks": rows}, sys.stdout, ensure_ascii=False, indent=2)
    print()


def _chosen(desk: Reviewing, given: list[str]) -> list[Item]:
    found = desk.items
    if given == ["all"]:
        return found
    numbers = {int(each) for each in given if each.isdigit()}
    if len(numbers) < len(given) or not numbers <= set(range(1, len(found) + 1)):
        problem = f"{' '.join(given)!r} are not numbers of marks"
        raise FileProblem("--keep", None, problem, f"give some of 1 to {len(found)}, or all")
    return [item for number, item in enumerate(found, 1) if number in numbers]


def _count(desk: Reviewing) -> str:
    total, unread = len(desk.items), len(desk.unread)
    return f"{total} marks, {unread} of them to be read" if unread else f"{total} marks, all read"


def _about(item: Item) -> str:
    """What there is to know of a mark, on one line."""
    facts = []
    if item.paragraph is not None:
        facts.append(f"¶{item.paragraph}")
    if item.mark.by_editor:
        facts.append("by an editor")
    elif item.certainty is not None:
        facts.append(f"right {item.certainty:.0%} of the time")
    if item.doubt:
        facts.append(item.doubt)
    return f"{item.told} ({'; '.join(facts)})" if facts else item.told


def _walk(desk: Reviewing, catalogue: Catalogue) -> None:
    """Ask about each mark that is not read; every answer is written at once."""
    if not desk.unread and desk.review is not None:
        print(f"{_count(desk)}. Reviewed by {desk.review.by}, {desk.review.on}.")
        return
    print(f"{_count(desk)}. What is doubtful comes first; leave with q, and go on another time.")
    skipped: list[object] = []
    while left := [item for item in desk.unread if item.entry not in skipped]:
        item = left[0]
        print(f"\n{len(left)} to go. {_about(item)}")
        print(f"    {_around(desk, item)}")
        answer = _answer(_KEYS)
        try:
            match answer:
                case "k" | "":
                    desk.keep(item)
                case "c":
                    values = _correction(item, desk, catalogue)
                    desk.change(item.mark, values) if values else None
                case "r" if kind_of(item.mark) != "source":
                    desk.change(item.mark, {"remove": True})
                case "r":
                    print("A source goes with its last statement; take those away.")
                case "e":
                    _edit(desk)
                case "s":
                    skipped.append(item.entry)
                case "q":
                    print(_count(desk))
                    return
                case _:
                    print("Answer with one of the letters.")
        except (CorrectionError, SidecarError) as problem:
            print(f"That does not fit: {problem}")
    print(f"\n{_count(desk)}.")
    if desk.unread:
        return
    name = _answer("Sign the review as (Enter for not yet): ")
    if len(name) > 1:  # one letter is an answer to the question before
        _sign(desk, name)


def _answer(question: str) -> str:
    """The answer; where none is to come, that of somebody who leaves."""
    try:
        return input(question).strip()
    except EOFError:
        print()
        return "q" if question == _KEYS else ""


def _around(desk: Reviewing, item: Item) -> str:
    """The mark in its paragraph, between ▸ and ◂."""
    article = desk.marks.article
    block = next(one for one in article.blocks if one.start <= item.start < one.end)
    mark = item.mark
    end = getattr(mark, "end", None) or (mark.spans[-1].end if hasattr(mark, "spans") else None)
    if end is None:
        return " ".join(article.seed.text[block.start : block.end].split())[: 2 * _AROUND]
    text = article.seed.text
    before, after = text[block.start : item.start], text[end : max(end, block.end)]
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return " ".join(f"{before}▸{text[item.start : end]}◂{after}".split())


def _correction(item: Item, desk: Reviewing, catalogue: Catalogue) -> Values:
    """What the editor says in place of what the mark says; empty where they say nothing."""
    match kind_of(item.mark):
        case "date":
            return _date_correction()
        case "body":
            return _body_correction(catalogue)
        case "source":
            return _given(
                rename=_answer("Its name (Enter to leave it): "),
                kind=_kind("Its kind (Enter to leave it)"),
            ) or _given(same_as=_answer("The source that it is the same as (Enter for none): "))
        case _:
            return _statement_correction(desk)


def _date_correction() -> Values:
    while value := _answer("What it means, such as 2022-01-12, 2022-01, 2021-Q4, 2022: "):
        if (found := Timex.parse(value)) is not None and str(found) == value:
            return {"value": value}
        print("That is no date of the calendar.")
    return {}


def _body_correction(catalogue: Catalogue) -> Values:
    while name := _answer("The body, by its id or by a name: "):
        body = catalogue.by_id.get(name) or catalogue.get(name)
        if body is not None:
            print(f"{body.name}: {body.id}")
            return {"body": body.id}
        print("The catalogue has no such body; describe it in docs/bodies.yaml.")
    return {}


def _statement_correction(desk: Reviewing) -> Values:
    known = "; ".join(source.name for source in desk.marks.sources)
    print(f"Sources of the article: {known}")
    source = _answer("Who says it (Enter to leave it; - for nobody named): ")
    names = {name.casefold() for one in desk.marks.sources for name in (one.name, *one.mentions)}
    is_new = source and source != "-" and source.casefold() not in names
    return _given(
        source=source,
        kind=_kind("A new source: its kind") if is_new else "",
        speaker=_answer("Whose words it relays (Enter to leave it; - for its own): "),
    )


def _kind(question: str) -> str:
    while kind := _answer(f"{question}; one of {_KINDS}: "):
        if kind in [each.value for each in SourceKind]:
            return kind
        print("That is none of them.")
    return ""


def _given(**answers: str) -> Values:
    """The answers that were given; a dash takes away."""
    return {key: "" if value == "-" else value for key, value in answers.items() if value}


def _edit(desk: Reviewing) -> None:
    """The sidecar in the editor's own editor ($VISUAL, $EDITOR)."""
    try:
        edit(desk.sidecar, what=desk.sidecar.name, remedy="set EDITOR")
    except FileProblem as failed:
        print(f"{failed.problem[0].upper()}{failed.problem[1:]}")
    desk.load()


def _sign(desk: Reviewing, name: str) -> None:
    desk.sign(Review(by=name, on=datetime.now(UTC).date().isoformat()))
    print(f"Signed by {name}.")
