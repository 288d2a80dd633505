"""The query language: from what is typed to a tree."""
