"""Strangers' files under atheris: refused with file and line, or harmless on their page.

    tox run -e fuzz                                    # a minute for each target
    tox run -e fuzz -- -max_total_time=600             # ten
    tox run -e fuzz -- annotation -max_total_time=600  # one target alone
    tox run -e fuzz -- annotation crash-…              # a finding once more

``bytes`` takes the bytes as they are, for a seed. The others, ``seed``, ``sidecar``,
``annotation``, ``bodies`` and ``bibliography``, take them as the choices of a grammar
(tests/grammars/), so that nearly every input is a nearly valid file; what must hold of it is said
there too. ``NAME-growth`` counts whether the steps of reading such a file grow with its size alone.

An input that breaks something is left in a file ``crash-…`` in the folder the command was given
in, and the document it stands for is printed: put that into tests/unit/test_grammars.py as an
example. Other arguments are libFuzzer's.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import atheris

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

with atheris.instrument_imports(include=["briefbook"]):
    from grammars import oracles
    from grammars.growth import check_growth, grown
    from grammars.targets import TARGETS

from hypothesis import HealthCheck, given, settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

MINUTE = "-max_total_time=60"
CHOICES = 512
"""Bytes of an input; the choices that a grammar makes take fewer."""


def by_grammar(
    files: SearchStrategy[Any], check: Callable[[Any], None]
) -> Callable[[bytes], object]:
    """Takes bytes as the choices of a grammar, and checks the file that comes of them.

    Where bytes run out, the simplest choice is made, lest short inputs be for nothing.
    """

    @settings(database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(files)
    def target(file: Any) -> None:
        try:
            check(file)
        except BaseException:
            print(f"found: {file!r}", file=sys.stderr)
            raise

    draw = cast("Any", target).hypothesis.fuzz_one_input
    return lambda data: draw(data.ljust(CHOICES, bytes(1)))


def all_targets() -> dict[str, Callable[[bytes], object]]:
    """Each by its name."""
    found: dict[str, Callable[[bytes], object]] = {"bytes": oracles.check_seed}
    for name, target in TARGETS.items():
        found[name] = by_grammar(target.files, target.check)
        found[f"{name}-growth"] = by_grammar(
            grown(target.texts), partial(check_growth, read=target.read)
        )
    return found


def main() -> int:
    logging.disable(logging.CRITICAL)  # Sphinx tells of every event
    targets = all_targets()
    name, *arguments = sys.argv[1:] or [MINUTE]
    if name in targets:
        target = targets[name]

        def run(data: bytes) -> None:
            target(data)

        atheris.Setup([sys.argv[0], f"-max_len={CHOICES}", "-len_control=0", *arguments], run)
        atheris.Fuzz()
        return 0
    results = [
        subprocess.run([sys.executable, __file__, each, name, *arguments], check=False).returncode
        for each in targets
    ]
    return max(map(abs, results))


if __name__ == "__main__":
    raise SystemExit(main())
