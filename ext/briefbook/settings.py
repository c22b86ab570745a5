"""A setting of conf.py: its default, what a change of it rebuilds, and what it may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefbook.stopping import stopping_the_build
from briefbook.text.errors import FileProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config

    Check = Callable[[object], str | None]


def a_text(value: object) -> str | None:
    return None if isinstance(value, str) else "a text"


def yes_or_no(value: object) -> str | None:
    return None if isinstance(value, bool) else "True or False"


def whole_number(value: object, least: int = 0) -> str | None:
    is_number = isinstance(value, int) and not isinstance(value, bool) and value >= least
    return None if is_number else f"a whole number from {least} on"


def texts(value: object) -> str | None:
    is_list = isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)
    return None if is_list else "a list of texts"


def one_of(value: object, *known: str) -> str | None:
    return None if value in known else f"one of {', '.join(known)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One value of conf.py."""

    name: str
    """Without its prefix."""
    prefix: str = "briefbook_"
    default: object
    also: tuple[type, ...] = ()
    """What types its value may have beside that of the default."""
    check: Check = a_text
    """What the value must be, in words, where it is not that; else None."""
    rebuild: Literal["", "env", "html"] = ""
    """What a change makes Sphinx do anew: nothing, all, all HTML."""
    says: str

    @property
    def full_name(self) -> str:
        return self.prefix + self.name


def add_settings(app: Sphinx, settings: Iterable[Setting]) -> None:
    """Register the settings; that they are what they may be is asked before any is used."""
    for setting in settings:
        app.add_config_value(
            setting.full_name,
            setting.default,
            setting.rebuild,
            # By its type Sphinx reads what `-D` gives on the command line.
            (list, tuple)
            if isinstance(setting.default, list)
            else (type(setting.default), *setting.also),
            setting.says,
        )
    app.connect("config-inited", lambda _app, config: _check(settings, config), priority=100)


def _check(settings: Iterable[Setting], config: Config) -> None:
    """``config-inited``: end the build where a setting is not what it may be."""
    with stopping_the_build():
        for setting in settings:
            value = config[setting.full_name]
            if (wanted := setting.check(value)) is not None:
                raise FileProblem(
                    "conf.py",
                    None,
                    f"{setting.full_name} is {value!r}",
                    f"it must be {wanted}",
                )
