"""Labels of works: keys in a book of volumes, and in any other what its style makes of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from pybtex.database import Entry
from pybtex.plugin import find_plugin

from briefbook.sphinx.key_labels import label_by_key

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

NO_APP = cast("Sphinx", None)


def settings(volumes: str, style: str = "plain", cite_id: str = "") -> Any:
    config = SimpleNamespace(
        briefbook_volumes=volumes, bibtex_default_style=style, bibtex_cite_id=cite_id
    )
    label_by_key(NO_APP, cast("Config", config))
    return config


def labels(style: str) -> list[str]:
    made = find_plugin("pybtex.style.formatting", style)()
    entries = [
        Entry("misc", {"title": "A bridge", "author": "Doe, Jane", "year": year})
        for year in ("2020", "2021")
    ]
    for entry, key in zip(entries, ("doe2020", "seed-bridge"), strict=True):
        entry.key = key
    return [*made.format_labels(made.sort(entries))]


def test_without_volumes_nothing_is_different() -> None:
    config = settings("")
    assert (config.bibtex_default_style, config.bibtex_cite_id) == ("plain", "")
    assert labels("plain") == ["1", "2"]


@pytest.mark.parametrize("style", ["plain", "alpha", "unsrt"])
def test_with_volumes_a_work_is_called_by_its_key(style: str) -> None:
    config = settings("year", style)
    assert sorted(labels(config.bibtex_default_style)) == ["doe2020", "seed-bridge"]
    assert config.bibtex_cite_id == "cite-{key}"
    assert settings("year", config.bibtex_default_style).bibtex_default_style.count("key") == 1


def test_a_project_keeps_its_own_anchors_and_its_mistakes() -> None:
    assert settings("year", cite_id="ref-{key}").bibtex_cite_id == "ref-{key}"
    assert settings("year", "no-such-style").bibtex_default_style == "no-such-style"
