"""The index in memory: segments, made of arrays."""
