"""The index on disk: built by a second process, opened, cleaned up."""
