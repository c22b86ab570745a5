"""All that benchmarks/growth.py measures."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from hostile.bibliography import bibliography_cases
from hostile.files import file_cases
from hostile.pages import page_cases
from hostile.seeds import seed_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hostile.case import Case


@contextmanager
def all_cases() -> Iterator[list[Case]]:
    """Every case; what they need is there as long as the context lasts."""
    with page_cases() as pages:
        yield [*file_cases(), *bibliography_cases(), *seed_cases(), *pages]
