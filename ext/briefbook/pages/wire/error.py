"""What is wrong with what a page carries."""


class WireError(ValueError):
    """A form on a page cannot be read; says why."""
