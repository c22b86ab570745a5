"""A step of the Snakefile, which gives what it is about as ``snakemake``."""

from typing import Any

from briefbook.volumes.steps import run_step

given: Any = globals()["snakemake"]
run_step(given.rule, dict(given.wildcards.items()), dict(given.config))
