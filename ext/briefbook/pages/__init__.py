"""Marks and annotations in, MyST text out. Pure functions, but for the one file that writes."""
