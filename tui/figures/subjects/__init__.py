"""Subjects: what a figure says something about."""
