"""The book's Sphinx configuration: settings only, no logic."""

project = "A briefing book"
author = "The editors"
copyright = "the editors; the articles are their publishers’"
version = "1"
language = "en"

extensions = ["briefbook"]
source_suffix = {".md": "markdown"}

nitpicky = True
bibtex_bibfiles = ["docs/references.bib"]

html_theme = "furo"
html_title = project
html_show_copyright = False  # the colophon says whose what is
html_show_sphinx = False
html_use_index = False  # bodies, sources and dates have pages of their own, and the search
html_copy_source = True
html_show_sourcelink = False
html_permalinks_icon = "#"  # ¶ is for paragraphs
