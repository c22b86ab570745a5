"""Files in other encodings than UTF-8 are told by their bytes, and the command given mends them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from briefbook.text.encodings import how_to_mend, narrow_encoding, wide_encoding
from briefbook.text.errors import SeedError
from briefbook.text.seeds import parse_seed

TEXT = (
    " date 2022-03-09 \n"
    "Ilse Marrow, the harbour chief, said: “We closed the gates at noon.” The café’s\n"
    "owner, Zoë Müller, told the town – twice – that “nobody had asked” her.\n"
)


def refusal(raw: bytes) -> SeedError:
    with pytest.raises(SeedError) as caught:
        parse_seed(raw, name="talks", path="seeds/talks.txt")
    return caught.value


@pytest.mark.parametrize(
    ("encoding", "line", "problem", "named"),
    [
        (
            "cp1252",
            2,
            "byte 56 (0x93) is not UTF-8, the file looks like Windows-1252",
            "WINDOWS-1252",
        ),
        ("utf-16", None, "it is UTF-16 and not UTF-8", "UTF-16"),
        ("utf-16-le", None, "it is UTF-16LE and not UTF-8", "UTF-16LE"),
        ("utf-16-be", None, "it is UTF-16BE and not UTF-8", "UTF-16BE"),
        ("utf-32", None, "it is UTF-32 and not UTF-8", "UTF-32"),
    ],
)
def test_what_can_be_told_is_told(
    encoding: str, line: int | None, problem: str, named: str
) -> None:
    error = refusal(TEXT.encode(encoding))
    assert (error.line, error.problem) == (line, problem)
    assert f"iconv -f {named} -t UTF-8 talks.txt > talks.txt.utf-8" in error.remedy


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is a program of the system's")
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["talks.txt", "talks on the river's bank.txt", "-n.txt"])
def test_the_command_mends_the_file(tmp_path: Path, encoding: str, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(TEXT.encode(encoding))
    raw = file.read_bytes()
    remedy = how_to_mend(wide_encoding(raw) or narrow_encoding(raw), f"seeds/{name}")
    command = remedy.partition("in its folder: ")[2]
    subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True)
    assert file.read_text("utf-8").removeprefix("\ufeff") == TEXT
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Министр прибыл в понедельник, чтобы обсудить реку.\n".encode("cp1251"),
        "Το υπουργείο ανακοίνωσε την Τρίτη.\n".encode("cp1253"),
        TEXT.encode().replace(b"\xc3\xa9", b"\xc3"),  # one letter of it damaged
        b"The minister said \x81 so.",
    ],
)
def test_what_cannot_be_told_is_not_guessed(raw: bytes) -> None:
    error = refusal(raw)
    assert error.problem.endswith("is not UTF-8")
    assert error.remedy == "save it as UTF-8"


@pytest.mark.parametrize("raw", [TEXT.encode(), b"The \0 minister.\n", b"", b"\0", "中文".encode()])
def test_utf_8_is_none_of_them(raw: bytes) -> None:
    assert wide_encoding(raw) is None
