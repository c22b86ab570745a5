"""What a strict policy asks of a page's HTML."""

from __future__ import annotations

import pytest

from briefbook.html.safe_html import POLICY, outward, unstyled


def test_the_policy_names_no_host_and_nothing_between_the_lines() -> None:
    assert "unsafe" not in POLICY
    assert "*" not in POLICY
    assert "http" not in POLICY
    assert POLICY.startswith("default-src 'none'; script-src 'self'")


@pytest.mark.parametrize(
    ("html", "made"),
    [
        (
            '<a class="x" href="https://example.org/">y</a>',
            '<a class="x" href="https://example.org/" rel="noopener noreferrer">y</a>',
        ),
        (
            '<a href="//example.org">y</a>',
            '<a href="//example.org" rel="noopener noreferrer">y</a>',
        ),
        ('<a href="https://example.org/" rel="nofollow">y</a>', None),
        ('<a href="../index.html#p1">y</a>', None),
        ('<p>&lt;a href="https://example.org/"&gt;</p>', None),
        ('<aside href="https://example.org/">', None),
    ],
)
def test_links_out(html: str, made: str | None) -> None:
    assert outward(html) == (made or html)


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ('<col style="width: 8.0%" />', '<col width="8%" />'),
        (
            '<img alt="x" style="width: 300px;" src="a.png">',
            '<img alt="x" width="300" src="a.png">',
        ),
        ('<td style="width: 33%; vertical-align: top;">', '<td width="33%">'),
        ('<p class="a" style="color: red">', '<p class="a">'),
        ("<p>a style=&quot;x&quot;</p>", None),
        ('<p>style="x"</p>', None),
    ],
)
def test_style(html: str, made: str | None) -> None:
    assert unstyled(html) == (made or html)
