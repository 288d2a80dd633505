"""A query asked of one figure, document or note, without an index."""
