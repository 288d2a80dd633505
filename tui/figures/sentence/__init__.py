"""Sentence: what the figures of a sentence take from it and from each other."""
