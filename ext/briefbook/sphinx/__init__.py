"""What Sphinx sees: the domain, its directives, roles and nodes. Thin; it never parses text."""
