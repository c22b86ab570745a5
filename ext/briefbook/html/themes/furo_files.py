"""What furo writes between the lines of a page, in files: its templates, and its colours."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from furo import get_pygments_style_colors
from sphinx.highlighting import PygmentsBridge
from sphinx.jinja2glue import BuiltinTemplateLoader, SphinxFileSystemLoader

from briefbook.export.search import search_words
from briefbook.html.safe_html import outward, unstyled
from briefbook.stopping import stopping_the_build
from briefbook.text.writing import refuse_links, write_file

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

_TEMPLATES: Final = Path(__file__).parent / "templates_furo"

COLOURS: Final = "furo-colours.css"
"""The sheet with what ``html_theme_options`` and the styles of code say."""


def put_templates_first(builder: Any) -> None:
    """Have our templates stand before furo's, and after the project's own."""
    templates = builder.templates
    if not isinstance(templates, BuiltinTemplateLoader):
        return
    at = templates.templatepathlen
    templates.loaders.insert(at, SphinxFileSystemLoader(_TEMPLATES))
    templates.templatepathlen = at + 1  # where "!page.html" begins to look
    filters = {"outward": outward, "unstyled": unstyled, "with_search": with_search}
    templates.environment.filters.update(filters)
    templates.environment.globals["brief_words"] = search_words


def with_search(page: str, address: str, words: str, body: str | None) -> str:
    """``page`` with a way to the search in its head where the sidebar, which has one, is away: on
    narrow screens, and beside a briefing, ``body`` being one. Ours opens it in place.
    """
    opening = f'<a class="brief-open-search" href="{escape(address)}"'
    icon = f'{opening} aria-label="{escape(words)}"></a>'
    landmark = f'<div role="search">{opening}>{escape(words)} <kbd>/</kbd></a></div>'
    for head, link in (
        ('<div class="header-right">', icon),
        ('<div class="content-icon-container">', landmark),
    ):
        if link == icon or 'class="brief-front' in (body or ""):
            page = page.replace(head, head + link, 1)
    return page


def write_colours(builder: StandaloneHTMLBuilder) -> None:
    """Write the sheet, which furo has in every page: the settings are the same on all of them."""
    dark_code = PygmentsBridge("html", builder.config.pygments_dark_style)
    light = _declared(builder.highlighter, builder, "light", ("black", "white"))
    dark = _declared(dark_code, builder, "dark", ("white", "black"))
    sheet = (
        f"body {{ {light} }}\n@media not print {{\n"
        f'  body[data-theme="dark"] {{ {dark} }}\n'
        f"  @media (prefers-color-scheme: dark) {{\n"
        f'    body:not([data-theme="light"]) {{ {dark} }}\n  }}\n}}\n'
    )
    outdir, root = Path(builder.outdir), Path(builder.confdir)
    name = f"_static/briefbook/{COLOURS}"
    with stopping_the_build(root):
        refuse_links(outdir, name, root=root)
        (outdir / name).parent.mkdir(parents=True, exist_ok=True)
        write_file(outdir / name, sheet.encode(), root=root)


def _declared(
    code_in: Any, builder: StandaloneHTMLBuilder, theme: str, fallbacks: tuple[str, str]
) -> str:
    foreground, background = fallbacks
    code = get_pygments_style_colors(
        code_in.formatter_args["style"],
        fallbacks={"foreground": foreground, "background": background},
    )
    option = builder.config.html_theme_options.get(f"{theme}_css_variables") or {}
    variables = {
        "color-code-background": code["background"],
        "color-code-foreground": code["foreground"],
        **option,
    }
    return " ".join(f"--{name}: {value};" for name, value in variables.items())
