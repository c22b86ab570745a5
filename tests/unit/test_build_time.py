"""What a build says of its time, and that nothing else depends on the clock."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

import briefbook
from briefbook import pdf
from briefbook.build_time import build_time
from briefbook.stopping import BuildStopped


def test_the_variable_goes_before_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1640822400")
    assert build_time() == datetime(2021, 12, 30, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert build_time().year == 1970
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert build_time().tzinfo is UTC


@pytest.mark.parametrize(
    "value", ["abc", "1e9", "-5", "1_000", "١٢٣", " 5", "5\n", "253402300800", "9" * 30, "nan"]
)
def test_what_is_no_time_is_said_before_the_build(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(BuildStopped) as stopped:
        pdf.setup(cast("Any", None))
    said = r"SOURCE_DATE_EPOCH: .* is no time; write the seconds since 1970 in digits"
    assert re.match(said, str(stopped.value.problem))
    assert stopped.value.code == 2


def test_no_clock_decides_what_is_valid_or_what_is_found() -> None:
    """Law 5: the same commit makes the same book on any day, under whatever clock."""
    package = Path(briefbook.__file__).parent
    clock = re.compile(
        r"\b(datetime|dt)\.(now|utcnow)\(|\bdate\.today\(|\btime\.(time|localtime|gmtime)"
    )
    asked = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if clock.search(path.read_text("utf-8"))
    }
    # How old a temporary file is says whether the build that wrote it is over; no page shows it.
    # The day on which somebody writes a note, reviews or counts an edition is asked there, and
    # stands in their file; what of the catalogue is stale by today is printed for whoever asks.
    at_the_desk = {f"commands/{name}.py" for name in ("annotate", "catalogue", "edition", "review")}
    # A file that was changed a moment ago may change again unseen, and is not told by its time.
    assert asked == {"build_time.py", "pages/changes.py", "check/inputs.py", *at_the_desk}
