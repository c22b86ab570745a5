"""The summary below a headline is shown as what it is, on screen and in print, without a number."""

from __future__ import annotations

from pathlib import Path

from projects import copy_of

SEED = """\
 date 2022-01-05
Freedonia and Sylvania talk about the river
The two governments have not met since the bridge was closed, and fishermen hope for an accord
By Jane Doe
The Minister of Freedonia arrived in Sylvania on Monday for two days of talks about the river.
He told reporters that both sides wanted an accord before the end of the summer, but named no date.
Sylvania closed the bridge last year after a dispute over fishing rights.
"""


def test_a_standfirst_is_shown_as_such(tmp_path: Path) -> None:
    book = copy_of("own-seeds", tmp_path / "book")
    book.write_seed("river-talks.txt", SEED)
    book.build("html")
    page = book.page("_build/html/articles/2022/01/river-talks.html")
    _, _, after = page.partition('brief-standfirst">')
    assert after.startswith("The two governments have not met")
    source = book.page("articles/2022/01/river-talks.md")
    assert "{brief:p}`1` The Minister of Freedonia" in source
    book.build("briefpdf")
    assert any((book.folder / "_build/briefpdf").glob("*.pdf"))
    book.close()
