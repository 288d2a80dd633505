"""The table of facts, the comparison of figures and the check of a document."""
