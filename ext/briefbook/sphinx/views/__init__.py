"""What stands where a place directive stood: nodes made late, from the domain's data.

A view is a function from a `ViewContext` to nodes. It runs once for each builder, so that HTML and
PDF built from the same doctrees are both right.
"""
