"""How the time for an input grows with its size: linear, or a stranger's file stops the build.

    python benchmarks/growth.py [WORD …] [--limit 1.25] [--list]

For each entry point and each hostile shape (see growth_cases.py) the CPU time is measured at a size
n, at 2n, 4n and 8n, as large as a second allows or the input's own cap does, and the exponent
fitted: 1 is linear, 2 quadratic. A WORD picks the cases whose names hold it. What is over in less
than FLOOR at its largest is not judged: noise and fixed costs are all there is to see. Exits 1
where an exponent is above the limit or something raises.
"""

from __future__ import annotations

import argparse
import gc
import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.errors import FileProblem
from growth_cases import all_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hostile.case import Case

LIMIT = 1.25
ENOUGH = 0.5
"""Seconds of CPU after which an input is not made larger."""
FLOOR = 0.05
"""Seconds of CPU that the largest input must take to be judged."""
TRIES = 3
"""Measurements of a case that seems to grow too fast; noise does not repeat."""
REPEATED = 0.2
"""Seconds of CPU up to which a size is measured more than once, and the best taken."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What was measured: sizes, in the case's own unit, and CPU seconds."""

    sizes: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def is_judged(self) -> bool:
        return self.seconds[-1] >= FLOOR

    @property
    def exponent(self) -> float:
        """The slope of the line through the points, both axes logarithmic."""
        xs = [math.log(size) for size in self.sizes]
        ys = [math.log(max(seconds, 1e-6)) for seconds in self.seconds]
        x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
        over = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
        return over / sum((x - x_mean) ** 2 for x in xs)


def measure(case: Case) -> Growth:
    """The CPU time of ``case`` at four sizes, each twice the one before.

    The largest is the dearest up to the top: past a cap, an input is refused at once.
    """
    sizes = [case.top]
    while sizes[0] > max(512, case.top >> 12):
        sizes.insert(0, sizes[0] // 2)
    ramp: dict[int, float] = {}
    for size in sizes:
        ramp[size] = _cost(case, size, 1)
        if ramp[size] > ENOUGH / 2:
            break
    dearest = max(ramp, key=lambda size: ramp[size])
    largest = dearest if ramp[dearest] >= FLOOR else size
    four = tuple(largest // part for part in (8, 4, 2, 1))
    return Growth(four, tuple(_cost(case, size, 3) for size in four))


def _cost(case: Case, size: int, times: int) -> float:
    best = math.inf
    for _ in range(times):
        best = min(best, _cpu(case.make(size)))
        if best > REPEATED:
            break
    return best


def _cpu(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()  # as timeit does: a collection costs what is alive, not what is worked on
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def judge(case: Case, limit: float) -> tuple[Growth, bool]:
    """The slowest growth of up to ``TRIES`` measurements, and whether it is too fast."""
    best = measure(case)
    for _ in range(TRIES - 1):
        if not best.is_judged or best.exponent <= limit:
            break
        best = min(best, measure(case), key=lambda growth: growth.exponent)
    return best, best.is_judged and best.exponent > limit


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", nargs="*", metavar="WORD")
    parser.add_argument("--limit", type=float, default=LIMIT)
    parser.add_argument("--list", action="store_true", help="name the cases and measure none")
    options = parser.parse_args(arguments)
    bad: list[str] = []
    print(f"{'exponent':>8}  {'CPU ms':>9}  {'at size':>10}  case")
    with all_cases() as cases:
        gc.collect()
        gc.freeze()
        for case in cases:
            if not all(word in case.name for word in options.words):
                continue
            if options.list:
                print(case.name)
                continue
            try:
                growth, is_bad = judge(case, options.limit)
            except FileProblem as refusal:  # past a cap, as it should be
                print(f"{'refused':>8}{'':24}{case.name}: {refusal.problem}", flush=True)
                continue
            except Exception as error:  # noqa: BLE001 - whatever an input does, the next is due
                print(f"{'':32}{case.name}  RAISES {type(error).__name__}", flush=True)
                bad.append(case.name)
                continue
            shown = f"{growth.exponent:.2f}" if growth.is_judged else "quick"
            print(
                f"{shown:>8}  {growth.seconds[-1] * 1000:9.1f}  {growth.sizes[-1]:10,}  "
                f"{case.name}{'  TOO FAST' if is_bad else ''}",
                flush=True,
            )
            if is_bad:
                bad.append(case.name)
    if bad:
        print(f"{len(bad)} too fast, above {options.limit}, or broken: {'; '.join(bad)}")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
