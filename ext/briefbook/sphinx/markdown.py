"""What reads the generated pages: MyST, with whatever settings, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from myst_parser.parsers.sphinx_ import MystParser

from briefbook.stopping import stopping_the_build
from briefbook.text.errors import FileProblem

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_SUFFIX: Final = ".md"


def check_markdown(app: Sphinx, config: Config) -> None:
    """``config-inited``, once Sphinx has put all suffixes together: are ``.md`` files MyST?

    If not, the build ends. MyST's own settings are the pages' matter: see ``pages/syntax.py``.
    """
    kind = config.source_suffix[_SUFFIX]
    parser = app.registry.source_parsers.get(kind)
    if parser is None or not issubclass(parser, MystParser):
        with stopping_the_build():
            raise FileProblem(
                "conf.py",
                None,
                f"source_suffix: articles are pages in MyST, and {_SUFFIX!r} is {kind!r}",
                f"leave it out, or write {_SUFFIX!r}: 'markdown'",
            )
