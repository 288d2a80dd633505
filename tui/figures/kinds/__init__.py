"""Kinds: which number is a count, money, a percentage, a measure, a ratio, a range or a date."""
