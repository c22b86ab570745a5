"""What a seed holds that readers do not see: kept, and named once with its place."""

from __future__ import annotations

import pytest
from test_characters import SCOTLAND

from briefbook.text.clean import clean
from briefbook.text.seeds import parse_seed
from briefbook.text.unshown import unshown

HEAD = " date 2023-05-31 \n"


def told(text: str) -> str | None:
    seed = parse_seed(text.encode(), name="talks", path="seeds/talks.txt")
    problem = unshown(clean(seed))
    return None if problem is None else f"{problem.place}: {problem.problem}"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (HEAD + "The \u202eminister said.", "2:5", "U+202E, which reorders"),
        (HEAD + "First.\r\nThe minister\x07 said.", "3:13", "U+0007, a control"),
        (HEAD + "First.\rThe minister\x9d said.", "3:13", "U+009D, a control character"),
        (HEAD + f"From {SCOTLAND} with \U000e0041 words.", "2:19", "U+E0041, an invisible tag"),
        (
            HEAD + "The minister said.\nA\x1cb\ufffe.",
            "3:2",
            "U+001C, a line end; it is kept, as are 1 more",
        ),
        (
            HEAD + "He said: \x93No.\x94 And went.",
            "2:10",
            "U+0093, a control character, in Windows",
        ),
        (
            HEAD + "He said:\n\ufffdNo.\ufffd\x07",
            "3:1",
            "U+FFFD, which stands for a character that was lost",
        ),
        ("\ufeff date 2023-05-31 The \x01 minister said.", "1:22", "U+0001"),
        (HEAD + "The minister said.\n\u3164\u3164\nAnd more.", "3:1", "nothing that can be seen"),
    ],
)
def test_the_first_is_named_with_its_place(text: str, place: str, words: str) -> None:
    found = told(text)
    assert found is not None
    assert found.startswith(f"seeds/talks.txt:{place}: it holds ")
    assert words in found


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "The minister said: سلام\u200f عليكم\u061c, שלום\u200e.",
        HEAD + "Co\u00adope\u200bra\u200dtion\u2060 said the minister.",
        HEAD + f"From {SCOTLAND} with love, said the minister.",
        "\ufeff" + HEAD + "The minister said.",
        "\ufeff date 2023-05-31\r\n\r\nThe minister said.\r\n",
        HEAD + "The minister said.\n\x0cAnd on the next page.\x0c\n\x0c\n",
        HEAD + "The minister\u2028said\u2029so.",
        HEAD + "A tab\tstop, said the minister.",
    ],
)
def test_what_is_no_fault(text: str) -> None:
    assert told(text) is None
