"""A query answered by the index: what matches, how it is ranked, what is marked."""
