"""The folder of annotations, one folder in it for each seed. Nothing in it is ever written to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.errors import AnnotationError, first_of_each
from briefbook.text.files import list_folder, read_file
from briefbook.text.paths import shown_path

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from briefbook.text.annotations.record import Annotation

MAX_BYTES = 64 * 1024
"""Of one file: room for the longest body in any script, and a bound on what reading costs."""

MAX_NOTES = 500
"""Of one seed: more than any article gets, and a bound on what a folder costs."""


def load_annotations(
    folder: Path, *, root: Path, seeds: Container[str] | None = None
) -> tuple[list[Annotation], list[AnnotationError]]:
    """All of ``folder/SEED/*.md`` that are valid, and what is wrong with the others.

    Where ``seeds`` are named, of theirs alone.

    ``root`` is the folder that ``Annotation.path`` is relative to and that no link may lead
    ``folder`` out of. The annotations are sorted by ``created``, then ``id``, then ``seed``; none
    is anchored yet. A file that is no annotation is an error, lest one is lost for a slip in its
    name; hidden files and a README.md are left alone.
    """
    annotations: list[Annotation] = []
    errors: list[AnnotationError] = []
    for path, seed in note_files(folder, root, errors):
        if seeds is not None and seed not in seeds:
            continue
        read = read_note(path, folder, root=root, seed=seed)
        if isinstance(read, list):
            errors += read
        else:
            annotations.append(read)
    annotations.sort(key=in_order)
    return annotations, errors


def in_order(annotation: Annotation) -> tuple[str, str, str]:
    """What annotations are sorted by as they are loaded."""
    return annotation.created, annotation.id, annotation.seed


def note_files(
    folder: Path, root: Path, errors: list[AnnotationError]
) -> Iterator[tuple[Path, str]]:
    """Every file below ``folder`` that may be meant as an annotation, and its seed's name.

    The seed is empty for a file beside the seeds' folders.
    """
    if not os.path.lexists(folder):
        return  # a book may have none
    for entry in _entries(folder, root, root, errors):
        if entry.is_dir():
            notes = _entries(entry, folder, root, errors)
            if len(notes) > MAX_NOTES:
                shown = shown_path(entry, root)
                problem = f"it holds {len(notes):,} files; the first {MAX_NOTES} by name are read"
                remedy = f"keep at most {MAX_NOTES} notes of a seed"
                errors.append(AnnotationError(shown, None, problem, remedy))
            for path in notes[:MAX_NOTES]:
                yield path, entry.name
        else:
            yield entry, ""


def _entries(folder: Path, home: Path, root: Path, errors: list[AnnotationError]) -> list[Path]:
    try:
        entries = list_folder(folder, home=home, root=root, problem=AnnotationError)
    except AnnotationError as error:
        errors.append(error)
        return []
    return [path for path in entries if path.name != "README.md"]


def read_note(
    path: Path, folder: Path, *, root: Path, seed: str
) -> Annotation | list[AnnotationError]:
    """The annotation that ``path`` below ``folder`` holds, or what is wrong with it."""
    try:
        raw = _read(path, home=folder, root=root, seed=seed)
    except AnnotationError as error:
        return [error]
    parsed = parse_annotation(raw, path=shown_path(path, root), seed=seed, name=path.stem)
    return first_of_each(parsed) if isinstance(parsed, list) else parsed


def _read(path: Path, *, home: Path, root: Path, seed: str) -> bytes:
    shown = shown_path(path, root)
    if not seed:
        raise AnnotationError(
            shown, None, "it stands beside the seeds' folders", "move it into its seed's folder"
        )
    if path.suffix != ".md" or path.is_dir():
        raise AnnotationError(
            shown, None, "it is not an annotation", "name it YYYY-MM-DD-slug.md, or remove it"
        )
    return read_file(path, home=home, root=root, max_bytes=MAX_BYTES, problem=AnnotationError)
