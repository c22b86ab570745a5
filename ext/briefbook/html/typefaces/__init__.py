"""The typefaces of the HTML book: subsets that a browser loads as it needs them."""

from briefbook.html.typefaces.kept import kept_typefaces, preloaded

__all__ = ["kept_typefaces", "preloaded"]
