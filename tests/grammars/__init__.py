"""Grammars of the files that strangers send: nearly valid, with a few hostile edits.

Tests take some dozen documents of each, ``tox run -e fuzz`` as many as its time allows.
"""
