"""The page "How to annotate" says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from briefbook.text.annotations import Annotation, anchor
from briefbook.text.annotations.body import MAX_BODY
from briefbook.text.annotations.load import MAX_BYTES
from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.bibliography import read_bibliography
from briefbook.text.clean import clean
from briefbook.text.schemas import schema
from briefbook.text.seeds import read_seed

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "annotating.md").read_text("utf-8")


def test_its_example_is_a_valid_annotation_of_the_first_article() -> None:
    [example] = re.findall(r"```markdown\n(.*?)```", PAGE, re.DOTALL)
    parsed = parse_annotation(
        example.encode(), path="example", seed="talks", name="2026-11-22-example"
    )
    assert isinstance(parsed, Annotation)
    [seed] = (ROOT / "seeds").glob("000_0a0825d94d863160.txt")
    assert anchor(clean(read_seed(seed, root=ROOT)), parsed).orphan is None


def test_its_bibliography_entry_is_sound(tmp_path: Path) -> None:
    [example] = re.findall(r"```bibtex\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "references.bib").write_text(example)
    read = read_bibliography([tmp_path / "references.bib"], root=tmp_path)
    assert read.problems == ()
    assert len(read.keys) == 1


def test_it_lists_the_motivations() -> None:
    motivations = schema("annotation")["properties"]["motivation"]["enum"]
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == motivations
    # So does the form for those who write no file.
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/annotation.yml").read_text("utf-8"))
    [field] = [field for field in form["body"] if field.get("id") == "motivation"]
    assert [option.split()[0] for option in field["attributes"]["options"]] == motivations


def test_it_gives_the_limits() -> None:
    assert f"{MAX_BODY:,} characters" in PAGE
    assert f"{MAX_BYTES // 1024} KB" in PAGE
