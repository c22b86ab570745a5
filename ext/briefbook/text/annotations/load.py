"""The folder of annotations, one folder in it for each seed. Nothing in it is ever written to."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.errors import AnnotationError
from briefbook.text.paths import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefbook.text.annotations.record import Annotation

MAX_BYTES = 64 * 1024
"""Of one file: room for the longest body in any script, and a bound on what reading costs."""


def load_annotations(folder: Path, *, root: Path) -> tuple[list[Annotation], list[AnnotationError]]:
    """All of ``folder/SEED/*.md`` that are valid, and what is wrong with the others.

    ``root`` is the folder that ``Annotation.path`` is relative to. The annotations are sorted by
    ``created``, then ``id``, then ``seed``; none is anchored yet. A file that is no annotation is
    an error, lest one is lost for a slip in its name; hidden files and a README.md are left alone.
    """
    annotations: list[Annotation] = []
    errors: list[AnnotationError] = []
    home = folder.resolve()
    for path, seed in _candidates(folder):
        shown = shown_path(path, root)
        try:
            raw = _read(path, shown, home=home, seed=seed)
        except AnnotationError as error:
            errors.append(error)
            continue
        parsed = parse_annotation(raw, path=shown, seed=seed, name=path.stem)
        if isinstance(parsed, list):
            errors += parsed
        else:
            annotations.append(parsed)
    annotations.sort(key=lambda annotation: (annotation.created, annotation.id, annotation.seed))
    return annotations, errors


def _candidates(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file below ``folder`` that may be meant as an annotation, and its seed's name.

    The seed is empty for a file beside the seeds' folders.
    """
    for entry in _entries(folder):
        if entry.is_dir():
            for path in _entries(entry):
                yield path, entry.name
        else:
            yield entry, ""


def _entries(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    ignored = ("README.md",)
    return sorted(
        path
        for path in folder.iterdir()
        if not path.name.startswith(".") and path.name not in ignored
    )


def _read(path: Path, shown: str, *, home: Path, seed: str) -> bytes:
    if not seed:
        raise AnnotationError(
            shown, None, "it stands beside the seeds' folders", "move it into its seed's folder"
        )
    try:
        # A link may point anywhere on the builder's disk, and its target would be published.
        if not path.resolve(strict=True).is_relative_to(home):
            raise AnnotationError(
                shown, None, "it is a link that leads out of its folder", "copy the file"
            )
        if path.suffix != ".md" or not stat.S_ISREG(path.stat().st_mode):
            raise AnnotationError(
                shown, None, "it is not an annotation", "name it YYYY-MM-DD-slug.md, or remove it"
            )
        # Read to one more than the cap rather than ask for the size: a file may grow.
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
        reason = getattr(error, "strerror", None) or "its links form a loop"
        raise AnnotationError(shown, None, f"it cannot be read: {reason}", "check it") from None
    if len(raw) > MAX_BYTES:
        raise AnnotationError(shown, None, f"it is larger than {MAX_BYTES} bytes", "shorten it")
    return raw
