"""The steps of the Snakefile: a volume, the cover, the check of all links."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefbook.text.errors import FileProblem
from briefbook.volumes.checking import run_check
from briefbook.volumes.division import COVER
from briefbook.volumes.plan import read_cover, read_volume
from briefbook.volumes.project import Project, finish
from briefbook.volumes.settings import folders_of_book
from briefbook.volumes.work import Work

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefbook.volumes.plan import CoverPlan, VolumePlan


def run_step(rule: str, wildcards: Mapping[str, str], config: Mapping[str, Any]) -> None:
    """Do what ``rule`` says, or end with exit status 1.

    ``config`` is what `briefbook volumes` has written for all steps: absolute paths.
    """
    if rule == "check":
        run_check(config)
        return
    root = Path(config["book"])
    os.chdir(root)  # messages name files from there
    work, output = Work(folder=Path(config["work"])), Path(config["output"])
    if work.caches.is_dir():
        os.environ["XDG_CACHE_HOME"] = str(work.caches)
    try:
        project = Project(
            name=wildcards.get("volume", COVER),
            folders=folders_of_book(root, Path(config["docs"])),
            work=work,
            output=output,
            by=config["by"],
        )
        if rule == "pdf":
            status = project.print(_plan(project).subtitle)
        else:
            status = _cover(project) if project.name == COVER else _volume(project)
    except FileProblem as problem:
        print(problem, file=sys.stderr)  # noqa: T201 - the step's own log
        status = 1
    if status:
        sys.exit(1)


def _volume(project: Project) -> int:
    work, name = project.work, project.name
    status = project.build(_plan(project).months, jobs=1)
    if status == 0:
        work.made(name, ".jsonl.new").replace(work.made(name, ".jsonl"))
    return status


def _plan(project: Project) -> VolumePlan:
    return read_volume(project.work.plan(project.name).read_bytes())


def _cover_plan(work: Work) -> CoverPlan:
    return read_cover(work.plan(COVER).read_bytes())


def _cover(project: Project) -> int:
    plan = _cover_plan(project.work)
    months = [month for volume in plan.volumes for month in volume.months]
    status = project.build(months, jobs=1)
    if status == 0:
        finish(plan, project.folders, project.work, project.output)
    return status
