"""Notes on the open documents: located, written, judged and listed."""
