"""Excluded: which numbers are no figures."""
