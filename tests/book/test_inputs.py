"""What the build reads, and that it says so where it cannot."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefbook.stopping import BuildStopped
from projects import Project, warnings_of

SEED = " date 2023-05-11 \nCANARY: the talks went on, a minister said.\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the book, with what may not be published."""
    folder = tmp_path / "outside"
    (folder / "river").mkdir(parents=True)
    (folder / "private.txt").write_text(SEED)
    (folder / "river/2023-05-11-private.md").write_text("CANARY")
    (folder / "secret.json").write_text('{"auths": "CANARY"}')
    return folder


def test_a_folder_of_seeds_that_is_missing_or_leads_out_stops_the_build(
    project: Callable[[str], Project], outside: Path
) -> None:
    book = project("own-seeds")
    with pytest.raises(BuildStopped) as stopped:
        book.build(briefbook_seeds="seed")
    assert str(stopped.value.problem).startswith("seed: there is no such folder; ")
    (book.folder / "out").symlink_to(outside)
    with pytest.raises(BuildStopped) as stopped:
        book.build(briefbook_seeds="out")
    assert str(stopped.value.problem).startswith("out: it is a link that leads out of the book; ")
    assert not (book.folder / "articles").exists()


def test_a_lead_that_cannot_be_read_stops_the_build(
    project: Callable[[str], Project], outside: Path
) -> None:
    book = project("own-seeds")
    lead = book.folder / "lead.md"
    lead.write_bytes(b"Talks\nbegin \xff.\n")
    with pytest.raises(BuildStopped) as stopped:
        book.build()
    assert str(stopped.value.problem).startswith("lead.md:2:7: byte 12 (0xff) is not UTF-8")
    for target in (outside / "private.txt", outside / "gone"):
        lead.unlink()
        lead.symlink_to(target)
        with pytest.raises(BuildStopped) as stopped:
            book.build()
        assert str(stopped.value.problem).startswith("lead.md: ")


def test_what_cannot_be_read_is_named_and_left_out(
    project: Callable[[str], Project], outside: Path
) -> None:
    book = project("own-seeds")
    (book.folder / "annotations").symlink_to(outside)
    (book.folder / "bodies.yaml").symlink_to(outside / "secret.json")
    (book.folder / "seeds/NEWS.TXT").write_text(SEED)
    (book.folder / "seeds/lonely.toml").write_text("")
    (book.folder / "seeds/2023").mkdir()
    (book.folder / "seeds/2023/deep.txt").write_text(SEED)
    if hasattr(os, "mkfifo"):
        os.mkfifo(book.folder / "seeds/river.toml")
    else:
        (book.folder / "seeds/river.toml").mkdir()
    # Links to the article that is left out.
    app = book.build(suppress_warnings=["ref"])
    kinds = {line.partition(":")[0]: line.rpartition(" ")[2] for line in warnings_of(app)}
    assert kinds == {
        "annotations": "[briefbook.annotation]",
        "bodies.yaml": "[briefbook.bodies]",
        "seeds/NEWS.TXT": "[briefbook.stray]",
        "seeds/lonely.toml": "[briefbook.stray]",
        "seeds/2023/deep.txt": "[briefbook.stray]",
        "seeds/river.toml": "[briefbook.sidecar]",
    }
    made = (book.folder / "_build/html").rglob("*.html")
    assert "CANARY" not in "".join(path.read_text("utf-8") for path in made)
    assert "CANARY" not in app.warning.getvalue()
