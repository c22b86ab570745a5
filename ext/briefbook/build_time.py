"""When a build takes place, as far as what it makes says so."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from typing import Final

from briefbook.text.errors import FileProblem

_LAST: Final = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())
"""The last day that calendars, and PDF, have four digits for."""


def build_time() -> datetime:
    """SOURCE_DATE_EPOCH where it is set, so that a commit builds the same on any day; else now.

    In UTC. Raises FileProblem where the variable is not what it must be
    (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    if not re.fullmatch(r"[0-9]{1,12}", epoch) or int(epoch) > _LAST:
        raise FileProblem(
            "SOURCE_DATE_EPOCH",
            None,
            f"{epoch[:40]!r} is no time",
            "write the seconds since 1970 in digits, such as 1640822400, or unset it",
        )
    return datetime.fromtimestamp(int(epoch), UTC)
