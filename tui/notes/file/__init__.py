"""One file of notes: read, edited block by block, and saved."""
