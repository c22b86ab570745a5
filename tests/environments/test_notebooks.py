"""The extension beside MyST-NB, whichever is named first: notebooks and articles in one book."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from elsewhere import write_project

pytestmark = pytest.mark.environment

NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "metadata": {}, "source": "# Figures\n\n{term}`nato`"},
        {
            "cell_type": "code",
            "metadata": {},
            "source": "6 * 7",
            "execution_count": 1,
            "outputs": [
                {
                    "output_type": "execute_result",
                    "execution_count": 1,
                    "metadata": {},
                    "data": {"text/plain": "42"},
                }
            ],
        },
    ],
    "metadata": {
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "language_info": {"name": "python", "pygments_lexer": "python"},
    },
    "nbformat": 4,
    "nbformat_minor": 4,
}


@pytest.mark.parametrize("extensions", [["myst_nb", "briefbook"], ["briefbook", "myst_nb"]])
def test_both_orders(tmp_path: Path, extensions: list[str]) -> None:
    write_project(tmp_path)
    conf = (tmp_path / "conf.py").read_text("utf-8").replace('["briefbook"]', repr(extensions))
    assert repr(extensions) in conf
    (tmp_path / "conf.py").write_text(conf + 'nb_execution_mode = "off"\n', "utf-8")
    (tmp_path / "figures.ipynb").write_text(json.dumps(NOTEBOOK), "utf-8")
    index = (tmp_path / "index.md").read_text("utf-8")
    (tmp_path / "index.md").write_text(index.replace("bodies\n", "bodies\nfigures\n"), "utf-8")
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", ".", "_build"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    article = (tmp_path / "_build/articles/2023/01/port.html").read_text("utf-8")
    assert 'class="brief-date"' in article
    figures = (tmp_path / "_build/figures.html").read_text("utf-8")
    assert ">42" in figures
    assert 'href="bodies.html#term-nato"' in figures
