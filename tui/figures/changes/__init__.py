"""Changes: up or down, by how much, and compared with what."""
