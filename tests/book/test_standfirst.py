"""Summaries below a headline and the questions of interviews: shown as such, without a number."""

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
Would you open the bridge?
I would open it tomorrow, if my colleagues and the fishermen on both sides agreed to it.
What do you tell the fishermen?
I tell them that we have asked for an accord and that it will take my government some time.
Will you come again?
We are invited to come again in the spring, and I have said that I will be glad to see it.
"""


def test_standfirst_and_questions_are_shown_as_such(tmp_path: Path) -> None:
    book = copy_of("own-seeds", tmp_path / "book")
    book.write_seed("river-talks.txt", SEED)
    book.build("html")
    page = book.page("_build/html/articles/2022/01/river-talks.html")
    _, _, after = page.partition('brief-standfirst">')
    assert after.startswith("The two governments have not met")
    _, _, after = page.partition('brief-question">')
    assert after.startswith("Would you open the bridge?")
    source = book.page("articles/2022/01/river-talks.md")
    assert "{brief:p}`1` The Minister of Freedonia" in source
    assert "{brief:p}`4` I would open it" in source
    book.build("briefpdf")
    assert any((book.folder / "_build/briefpdf").glob("*.pdf"))
    book.close()
