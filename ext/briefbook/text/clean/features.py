"""What tells an article's lines from the page's: features of a line, with how much each counts.

Each is a number between 0 and about 1. The weights are the mean, 7 to 3, of two logistic
regressions (L2, C = 0.1; a line weighs as its characters): that of ``benchmarks/fit_cleaning.py``
on mozilla/readability's test pages and the development halves of scrapinghub's
article-extraction-benchmark and of newspaper4k's pages, whole and in parts; and one before it, on
readability and on the segments that adbar/trafilatura's evaluation marks as text or not text (990
pages, many of them not English). By the features alone at -2.5, the script prints F1 94.0, 87.3 and
92.6 for these weights on readability, scrapinghub and newspaper4k, with 0.5, 0.1 and 0.5 % of the
body lost; for weights fitted eightfold by page 94.2, 88.4 and 93.2 with 1.1, 0.8 and 0.8 %: a
little more for twice the loss, so these stay. Features that came out at 0.00 are left out. A sum
of 0 is an even chance.
"""

from __future__ import annotations

import re
from math import log1p
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from briefbook.text.kinds import DropReason

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefbook.text.clean.page_line import PageLine

_MOSTLY = 0.6
"""The share of a headline's words that open with a capital where it has title case."""
_OPENING = "\"'“«„‘"
_BYLINE = re.compile(r"(?:by|von|par|por|di|door|text|written by):? [A-ZÀ-Ž]", re.IGNORECASE)


class Feature(NamedTuple):
    """What of a line counts, and how much towards its being the article's."""

    name: str
    weight: float
    of: Callable[[PageLine], float]


def _least(line: PageLine, step: int) -> float:
    return min(line.prose_back[step], line.prose_ahead[step])


def _most(line: PageLine, step: int) -> float:
    return max(line.prose_back[step], line.prose_ahead[step])


FEATURES = (
    Feature("always", -0.81, lambda _: 1.0),
    Feature("bullet", 0.44, lambda line: line.bullet),
    Feature("length", 0.14, lambda line: log1p(min(line.words, 60)) / 4),
    Feature("ends", 0.95, lambda line: line.ends),
    Feature("ends_long", 0.44, lambda line: line.ends and line.words >= 8),
    Feature("lower", 0.73, lambda line: line.lower),
    Feature("title_case", -0.09, lambda line: line.words >= 3 and line.capital > _MOSTLY),
    Feature("title_case_long", 0.28, lambda line: line.words >= 6 and line.capital > _MOSTLY),
    Feature("digits", 3.02, lambda line: line.digits),
    Feature("function", -0.46, lambda line: line.function),
    Feature("function_long", 0.2, lambda line: line.words >= 8 and line.function > 0.3),
    Feature("sentences_2", 0.18, lambda line: line.sentences >= 2),
    Feature("sentences_3", 0.57, lambda line: line.sentences >= 3),
    Feature("commas", 0.94, lambda line: min(line.commas, 4) / 4),
    Feature("quote", 0.82, lambda line: line.text[0] in _OPENING),
    Feature("colon", 1.71, lambda line: line.text.endswith(":")),
    Feature("question", -0.94, lambda line: line.text.endswith("?")),
    Feature("ellipsis", -2.49, lambda line: line.text.endswith(("…", "..."))),
    Feature("byline", -0.58, lambda line: line.words <= 12 and bool(_BYLINE.match(line.text))),
    Feature("credit", -2.78, lambda line: line.credit),
    Feature("again", -0.15, lambda line: line.again),
    Feature("pipe", -1.37, lambda line: "|" in line.text or line.text.endswith(("»", "›"))),
    Feature("address", -0.09, lambda line: "http" in line.text or "www." in line.text),
    Feature("symbols", 1.22, lambda line: min(1.0, 3 * line.symbols)),
    Feature("markup", -1.51, lambda line: line.markup),
    Feature("words_1", -0.5, lambda line: line.words >= 1),
    Feature("words_2", 0.14, lambda line: line.words >= 2),
    Feature("words_3", 0.43, lambda line: line.words >= 3),
    Feature("words_6", -0.53, lambda line: line.words >= 6),
    Feature("words_8", -0.54, lambda line: line.words >= 8),
    Feature("words_11", 0.26, lambda line: line.words >= 11),
    Feature("words_15", 0.32, lambda line: line.words >= 15),
    Feature("words_20", 0.13, lambda line: line.words >= 20),
    Feature("words_30", 0.29, lambda line: line.words >= 30),
    Feature("words_45", -0.11, lambda line: line.words >= 45),
    Feature("phrase", -1.1, lambda line: line.phrase is not None),
    Feature("phrase_sign-up", 0.03, lambda line: line.phrase is DropReason.SIGN_UP),
    Feature("phrase_navigation", 0.79, lambda line: line.phrase is DropReason.NAVIGATION),
    Feature("phrase_sharing", -0.58, lambda line: line.phrase is DropReason.SHARING),
    Feature("phrase_notice", -1.12, lambda line: line.phrase is DropReason.NOTICE),
    Feature("phrase_advertisement", 0.18, lambda line: line.phrase is DropReason.ADVERTISEMENT),
    Feature("phrase_related", 0.38, lambda line: line.phrase is DropReason.RELATED),
    Feature("phrase_timestamp", -0.78, lambda line: line.phrase is DropReason.TIMESTAMP),
    Feature("inside", 0.14, lambda line: line.inside),
    Feature("before", -0.13, lambda line: line.before > 0),
    Feature("after", -0.52, lambda line: line.after > 0),
    Feature("far_before", -0.64, lambda line: log1p(line.before) / 4),
    Feature("far_after", -0.26, lambda line: log1p(line.after) / 4),
    Feature("before_1", 0.01, lambda line: line.before == 1),
    Feature("before_2", 0.56, lambda line: line.before == 2),
    Feature("before_5", 0.44, lambda line: 2 < line.before < 7),
    Feature("after_1", 0.61, lambda line: line.after == 1),
    Feature("after_5", 0.86, lambda line: 2 < line.after < 7),
    Feature("before_long", 0.73, lambda line: line.before > 0 and line.words >= 20),
    Feature("before_ends", -0.62, lambda line: line.before > 0 and line.ends and line.words >= 8),
    Feature("after_long", 0.01, lambda line: line.after > 0 and line.words >= 20),
    Feature("after_ends", -0.22, lambda line: line.after > 0 and line.ends and line.words >= 8),
    Feature("inside_short", 0.74, lambda line: line.inside and line.words < 6),
    Feature("inside_phrase", -0.7, lambda line: line.inside and line.phrase is not None),
    Feature("inside_heading", -0.48, lambda line: line.inside and line.heads),
    Feature("inside_bullet", 0.75, lambda line: line.inside and line.heads and line.bullet),
    Feature("outside_heading", -0.16, lambda line: not line.inside and not line.ends),
    Feature("prose_back_1", 0.21, lambda line: line.prose_back[0]),
    Feature("prose_ahead_1", 0.12, lambda line: line.prose_ahead[0]),
    Feature("prose_most_1", 1.4, lambda line: _most(line, 0)),
    Feature("prose_back_2", 0.08, lambda line: line.prose_back[1]),
    Feature("prose_ahead_2", -0.06, lambda line: line.prose_ahead[1]),
    Feature("prose_least_2", 0.24, lambda line: _least(line, 1)),
    Feature("prose_most_2", -0.22, lambda line: _most(line, 1)),
    Feature("prose_back_4", 0.44, lambda line: line.prose_back[2]),
    Feature("prose_ahead_4", 0.03, lambda line: line.prose_ahead[2]),
    Feature("prose_least_4", 0.03, lambda line: _least(line, 2)),
    Feature("prose_most_4", 0.45, lambda line: _most(line, 2)),
    Feature("prose_back_8", -0.52, lambda line: line.prose_back[3]),
    Feature("prose_ahead_8", -0.06, lambda line: line.prose_ahead[3]),
    Feature("prose_least_8", 0.21, lambda line: _least(line, 3)),
    Feature("prose_most_8", -0.8, lambda line: _most(line, 3)),
    Feature(
        "between_prose",
        0.7,
        lambda line: line.words < 8 and _least(line, 0),
    ),
    Feature("common", 0.31, lambda line: line.common),
    Feature("common_3", 1.39, lambda line: line.common_3),
    Feature("common_none", 0.29, lambda line: line.words >= 6 and not line.common),
    Feature("common_after", 1.03, lambda line: line.common if line.after else 0.0),
    Feature("topic", 1.55, lambda line: line.topic),
    Feature("comment_zone", -1.57, lambda line: line.in_comments),
    Feature("comment_zone_long", -1.24, lambda line: line.in_comments and line.words >= 12),
    Feature("comments_near", -1.26, lambda line: line.comments),
    Feature("comments_near_long", -0.87, lambda line: line.comments if line.words >= 12 else 0.0),
    Feature("comments_after", -0.42, lambda line: line.after > 0 and 0 < line.comments_ago < 10),
    Feature("related_near", 0.41, lambda line: 0 < line.related_ago < 5),
    Feature("related_1", -0.1, lambda line: line.related_ago == 1),
    Feature("related_heading", -1.04, lambda line: 0 < line.related_ago < 5 and not line.ends),
    Feature("related_after", -0.75, lambda line: 0 < line.related_ago < 5 and line.after > 0),
    Feature("related_zone", -1.55, lambda line: line.in_related),
    Feature("phrases", -1.95, lambda line: line.phrases),
    Feature("phrases_long", -1.42, lambda line: line.phrases if line.words >= 15 else 0.0),
    Feature("phrases_outside", -0.11, lambda line: 0.0 if line.inside else line.phrases),
    Feature("shorts", -0.21, lambda line: line.shorts),
    Feature("shorts_inside", 1.01, lambda line: line.shorts if line.inside else 0.0),
    Feature("shorts_long", 0.01, lambda line: line.shorts if line.words >= 15 else 0.0),
    Feature("phrase_back", 0.23, lambda line: line.phrase_back),
    Feature("phrase_ahead", -0.04, lambda line: line.phrase_ahead),
    Feature("bullets", -1.48, lambda line: line.bullets),
)

_WEIGHTS = tuple(feature.weight for feature in FEATURES)
_OF = tuple(feature.of for feature in FEATURES)


def weigh(line: PageLine) -> float:
    """The weighted sum of the line's features."""
    total: float = sum(map(mul, _WEIGHTS, [of(line) for of in _OF]))
    return total
