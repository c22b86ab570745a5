"""A book of many articles: volumes, each a Sphinx project of its own, that link as one book."""
