"""What commands cost, kept as it is measured, so that a run that breaks off can be taken up."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Cost:
    """Of some processes."""

    cpu: float
    """Seconds, of all of them."""
    wall: float
    """Seconds."""
    megabytes: float
    """The most that one had, of all that this program has run so far."""


class Costs:
    """What was measured, in a file: a line for each command, or part of one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, what: str, command: list[str]) -> Cost:
        """Run the command to its end, unless that was done; what it cost, and say it.

        Raises CalledProcessError, and KeyboardInterrupt, once the cost so far is kept.
        """
        parts = [part for part in self._parts() if part["what"] == what]
        if not any(part["done"] for part in parts):
            before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
            done = False
            try:
                run(command)
                done = True
            finally:
                cost = cost_since(before, began)
                part = {"what": what, "done": done, **asdict(cost)}
                with self._path.open("a", encoding="utf-8") as stream:
                    stream.write(f"{json.dumps(part)}\n")
                parts.append(part)
        cost = Cost(
            cpu=sum(part["cpu"] for part in parts),
            wall=sum(part["wall"] for part in parts),
            megabytes=max(part["megabytes"] for part in parts),
        )
        say(what, cost)
        return cost

    def _parts(self) -> list[dict[str, Any]]:
        if not self._path.is_file():
            return []
        return [json.loads(line) for line in self._path.read_text("utf-8").splitlines()]


def cost_since(before: resource.struct_rusage, began: float) -> Cost:
    """What processes cost that have ended since."""
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(
        cpu=after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime,
        wall=time.monotonic() - began,
        megabytes=after.ru_maxrss / 1024,
    )


def run(command: list[str]) -> None:
    """Run to the end; one that is broken off ends its own processes. Raises CalledProcessError."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "CI": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as running:
        try:
            status = running.wait()
        except BaseException:
            running.terminate()
            running.wait()  # for what its own processes cost is known then
            raise
    if status:
        raise subprocess.CalledProcessError(status, command)


def say(what: str, cost: Cost) -> None:
    print(
        f"{what}: {cost.cpu:.1f} s of CPU, {cost.wall:.0f} s, {cost.megabytes:.0f} MB at most",
        flush=True,
    )
