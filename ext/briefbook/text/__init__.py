"""The text engine: seeds in, marks out. Plain Python; it never imports Sphinx or docutils."""
