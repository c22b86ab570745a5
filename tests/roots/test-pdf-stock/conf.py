project = "Test & Book"
author = "Jane Doe"
extensions = ["myst_parser", "sphinx_design", "briefbook.pdf"]
myst_enable_extensions = ["colon_fence", "deflist", "tasklist", "attrs_inline"]
numfig = True
smartquotes = False
suppress_warnings = ["myst.header"]
