"""What is kept in doubt because too much would go: half of a page's text is seldom not its article.

Of that, only what form, place and neighbours speak against comes back. What its own words tell
apart, an offer or a notice, stays away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.clean.page import Page
    from briefbook.text.kinds import DropReason

FEWEST = 4
"""Lines of a sentence and more that must be dropped."""


def kept_in_doubt(page: Page, reasons: Sequence[DropReason | None]) -> list[int]:
    """The lines to keep after all: none where less than half of the page's text is dropped."""
    text = [i for i, shape in enumerate(page.shapes) if shape.says_something]
    gone = [i for i in text if reasons[i] is not None]
    size = sum(len(page.texts[i]) for i in text)
    if len(gone) < FEWEST or 2 * sum(len(page.texts[i]) for i in gone) < size:
        return []
    return [
        i for i in gone if page.phrases[i] is None and not page.markup[i] and not page.doubled[i]
    ]
