"""Scorers of dates, quotations and cleaning: what the figures mean, and how they are counted."""
