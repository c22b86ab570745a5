"""Lines are broken one at a time, and whether a test notices is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import mutants

SOURCE = '''\
"""Words that are not run: 1 + 1."""


def f(x: int, on: bool = True) -> int | None:
    if x < 1 and not on:
        return None
    return "é" * x if x else f"{x + 1}"
'''


def test_mutants_break_one_thing_each(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(SOURCE, "utf-8")
    made = list(mutants.mutants_of(Path("a.py"), tmp_path))
    texts = []
    for one in made:
        raw = SOURCE.encode()
        text = (raw[: one.start] + one.instead.encode() + raw[one.end :]).decode()
        compile(text, "a.py", "exec")
        [changed] = set(text.split("\n")) - set(SOURCE.split("\n"))
        assert changed == text.split("\n")[one.line - 1]
        texts.append(changed.strip())
    assert texts == [
        "def f(x: int, on: bool = False) -> int | None:",
        "if (x < 1 or not on):",
        "if (x <= 1) and not on:",
        "if x < 2 and not on:",
        "if x < 1 and (on):",
        "return None",
        "return (f'{x + 1}' if x else 'é' * x)",
    ]


def test_a_mutant_is_noticed_or_survives(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "ext/a/b").mkdir(parents=True)
    (tmp_path / "tests/unit").mkdir(parents=True)
    (tmp_path / "ext/a/b/c.py").write_text("def f():\n    return 1 + 1, 5\n", "utf-8")
    (tmp_path / "tests/unit/test_b.py").write_text(
        "from a.b.c import f\n\n\ndef test_f():\n    assert f()[0] == 2\n", "utf-8"
    )
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # most of such a run loads plugins
    made = list(mutants.mutants_of(Path("ext/a/b/c.py"), tmp_path))
    noticed = {one.instead: mutants.noticed_by(one, tmp_path, near_only=True) for one in made}
    assert noticed.pop("6") is None
    assert set(noticed) == {"None", "(1 - 1)", "2"}
    for test in noticed.values():
        assert test is not None
        assert test.startswith("FAILED tests/unit/test_b.py::test_f")


def test_no_mutant_is_noticed_by_tests_that_cannot_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(mutants, "_failing", lambda _tests, _copy: "No module named pytest")
    monkeypatch.setattr("sys.argv", ["mutants.py", "--count", "1"])
    assert mutants.main() == 2
    assert capsys.readouterr().out == "the tests cannot be run: No module named pytest\n"
