"""The book's Sphinx configuration: settings only, no logic."""

project = "Briefing book"
author = "The editors"
copyright = "the editors; the articles are their publishers’"
version = "1"  # EPUB wants one; the edition's name is in the colophon
language = "en"

extensions = ["briefbook"]
source_suffix = {".md": "markdown"}

nitpicky = True
smartquotes = False
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
bibtex_bibfiles = ["docs/references.bib"]
bibtex_default_style = "plain"

html_theme = "furo"
html_title = project
html_show_copyright = False  # the colophon says whose what is
html_show_sphinx = False
html_use_index = False  # bodies, sources and dates have pages of their own, and the search
html_copy_source = True  # each page’s own MyST beside it
html_show_sourcelink = False
html_permalinks_icon = "#"  # ¶ is for paragraphs

# What only contributors and engineers need is not printed.
briefbook_pdf_exclude = [
    "annotating",
    "configuration",
    "dates-and-sources",
    "editing",
    "how-it-works",
    "maintaining",
    "marks",
    "printing",
    "reading",  # of the screen; in-print is of the PDF
    "scale",
]

latex_engine = "xelatex"
latex_elements = {
    "papersize": "a4paper",
    "extraclassoptions": "openany,oneside",
    "fncychap": "",  # whose titles are in capital letters, which no publisher wrote
    # Sphinx would take the caption of the first toctree.
    "preamble": r"\addto\captionsenglish{\renewcommand{\contentsname}{Contents}}",
}
epub_show_urls = "no"  # else every page ends in a heading "Footnotes", of which many have none
