"""Anchors: made of the words of a note, and found again in a changed text."""
