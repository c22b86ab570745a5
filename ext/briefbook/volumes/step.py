"""A step of the Snakefile, which gives what it is about as ``snakemake``."""

from typing import Any

given: Any = globals()["snakemake"]
if given.rule == "check":
    from briefbook.volumes.checking import run_check

    run_check(dict(given.config))
else:
    from briefbook.volumes.steps import run_step

    run_step(given.rule, dict(given.wildcards.items()), dict(given.config))
