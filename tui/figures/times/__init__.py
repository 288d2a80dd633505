"""Times: the period that a figure is about."""
