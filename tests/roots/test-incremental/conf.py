"""A book whose pages show much of one another."""

project = "A book"
extensions = ["briefbook"]
html_theme = "furo"
bibtex_bibfiles = ["references.bib"]
bibtex_default_style = "plain"
myst_heading_anchors = 2
numfig = True
