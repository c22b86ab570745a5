"""Addresses in ASCII, for outputs that take no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.addresses import in_ascii, is_web_address


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a_b%20c?x=1#d", "https://example.org/a_b%20c?x=1#d"),
        (
            "https://münchen.example:8080/straße/ü%C3%BC?q=ä&r#ö",
            "https://xn--mnchen-3ya.example:8080/stra%C3%9Fe/%C3%BC%C3%BC?q=%C3%A4&r#%C3%B6",
        ),
        # Not the older spelling, which leads to fass.example.
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("mailto:jürgen@example.org", "mailto:jürgen@example.org"),
    ],
)
def test_an_address_in_ascii_leads_to_the_same_place(address: str, expected: str) -> None:
    assert in_ascii(address) == expected


@given(st.text(max_size=30))
def test_any_address_stays_one(text: str) -> None:
    address = f"https://example.org/{text}"
    if is_web_address(address):
        assert is_web_address(in_ascii(address))
        assert in_ascii(address).isascii()
