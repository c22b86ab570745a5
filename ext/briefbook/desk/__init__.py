"""What editors do at the desk: new seeds, new books. Plain Python; nothing here needs Sphinx."""
