"""Notes in other formats: exported, imported, quoted."""
