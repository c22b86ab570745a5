"""Measure the text engine on corpora you have laid out, and print the table.

    python benchmarks/accuracy.py DIR

DIR holds any of these:

    dates/*.jsonl            dates, one document a line (prepare_timebank.py writes such a file)
    polnear/dev/text/, polnear/dev/attributions/      quotations: PolNeAR's data folder
    polnear/train/…          the same
    readability.json         cleaning: written by prepare_readability.py

The corpora are their publishers' copyright: keep them outside the project. Tune on development
sets only.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from adapters import keep, quotes, tag
from scorers import dates, lines, polnear
from scorers import quotes as quotations
from scorers.corrections import corrected

CORRECTIONS = Path(__file__).parent / "timebank_corrections.toml"
"""Marks of TimeBank that are wrong by its articles; the figure with them right is shown as well."""


def main() -> int:
    """Print a table for each kind of corpus that is there; 1 where there is none."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="DIR")
    folder: Path = parser.parse_args().folder
    tables = [_dates(folder / "dates"), _quotes(folder / "polnear"), _lines(folder)]
    shown = [table for table in tables if table]
    if not shown:
        print(f"{folder} holds none of the corpora; see --help")
        return 1
    print("\n\n".join("\n".join(table) for table in shown))
    return 0


def _dates(folder: Path) -> list[str]:
    rows = []
    for path in sorted(folder.glob("*.jsonl")):
        documents = dates.load(path)
        rows.append(_dates_row(path.stem, documents))
        right, made = corrected(documents, CORRECTIONS)
        if made:
            rows.append(_dates_row(f"  {made} marks put right", right))
    return [_heading("Dates: overlapping span and equal calendar value"), *rows] if rows else []


def _dates_row(name: str, documents: list[dates.Document]) -> str:
    score = dates.score(tag, documents)
    return (
        f"{name:24} {score.cal}   spans alone F1 {score.spans.f1:5.1f}   "
        f"{score.characters_per_second:12,.0f} characters/s"
    )


def _quotes(folder: Path) -> list[str]:
    rows = []
    for part in ("train", "dev"):
        if (folder / part).is_dir():
            score = quotations.score(quotes, polnear.load(folder / part))
            rows.append(
                f"{'PolNeAR ' + part:24} {score.lenient}   strict F1 {score.strict.f1:5.1f}   "
                f"fragments R {score.fragment_recall:5.1f}   "
                f"quotations alone F1 {score.quotes.f1:5.1f}   "
                f"{score.words_per_second:10,.0f} words/s"
            )
    return [_heading("Quotations: pairs of quotation and speaker"), *rows] if rows else []


def _lines(folder: Path) -> list[str]:
    path = folder / "readability.json"
    if not path.exists():
        return []
    rows = [_heading("Cleaning: characters of kept lines")]
    pages = lines.load(path)
    for view in lines.VIEWS:
        score = lines.score(keep, pages, view)
        rows.append(
            f"{f'{path.stem}, view {view}':24} {score.kept}   body lost {score.lost:5.2f} %   "
            f"{score.pages} pages   {score.lines_per_second:10,.0f} lines/s"
        )
    return rows


def _heading(text: str) -> str:
    return f"{text}\n{'-' * len(text)}"


if __name__ == "__main__":
    raise SystemExit(main())
