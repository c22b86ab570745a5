"""A book of hostile seeds, and the project's own: copies, to be built by other programs."""

from __future__ import annotations

import shutil
from pathlib import Path

from test_escape import ATTACKS

from projects import copy_of, sphinx_build

ROOT = Path(__file__).parents[2]

EXOTIC = "中文日本語한국어ภาษา😀👩🚀🏽\ue000\U0010fffd\u3000"
"""Characters that few fonts have."""

_LINES = [
    *(f"Attack: {attack} ends here, said Jane Doe." for attack in ATTACKS),
    r"\input{/etc/passwd} \immediate\write18{touch x} \end{document} \csname x\endcsname",
    r"^^5cinput ^^M $x_2^3$ #1 ##2 &amp & % ~ ` \\ \ {unbalanced } { [ ] -- --- ... ?` << >> ,,",
    r"\begin{verbatim} \end{sphinxVerbatim} \PYG{x}{y}",
    '"We {will} <b>see</b> & $hear$," the minister said on Monday.',
    "Київ Αθήνα naïve Łódź ﬁne ﬂow Tiếng Việt مرحبا שלום, said the ministry.",
    f"{EXOTIC}, said the ministry.",
    "a\u202eb\u2066c\u2069d\u200be\u200df\u00adg \u00a0 \u2028 x\u2003y \x01\x1b[31m\x7f\x80\x85",
    "x" * 3_000,
    "<![CDATA[ ]]> &#0; &undefined; <?php ?> <!-- --> \ufffe\uffff",
]
_TITLE = r"\\input{x} <script>alert(1)</script> $a_b$ #1 % & ~ ^ {{ x }} \\end{document} [a](b)"


def hostile_book(folder: Path) -> Path:
    """tests/roots/test-own-seeds with two hostile seeds; where it is."""
    book = copy_of("own-seeds", folder).folder
    seeds = book / "seeds"
    (seeds / "hostile.txt").write_text(
        " date 2023-07-05 \n" + "\n\n".join(_LINES) + "\n", "utf-8", newline=""
    )
    (seeds / "hostile.toml").write_text(
        f'title = "{_TITLE}"\npublisher = "\\\\newpage & <img src=x>"\nrights = "{{ }} $ < >"\n'
        'authors = ["\\\\def\\\\x{1}", "a; <b>"]\n',
        "utf-8",
    )
    (seeds / "a b & ü.txt").write_text(" date 2023-08-05 \nA name\n\nIt is so, he said.\n", "utf-8")
    return book


def own_book(folder: Path) -> Path:
    """A copy of this repository's book; where its conf.py is."""
    folder.mkdir()
    shutil.copy(ROOT / "conf.py", folder)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("articles"))
    return folder


def build(builder: str, book: Path, *settings: str) -> Path:
    """Build the book at ``book``; the folder of what was built."""
    docs = book / "docs"
    options = [part for setting in settings for part in ("-D", setting)]
    folders = ("-c", ".", "-d", "_build/doctrees", docs if docs.is_dir() else ".")
    status, said = sphinx_build(book, "-q", "-b", builder, *options, *folders, f"_build/{builder}")
    assert status == 0, said
    return book / "_build" / builder
