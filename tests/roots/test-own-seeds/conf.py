"""Another project's configuration: one line is all it takes."""

extensions = ["briefbook"]
