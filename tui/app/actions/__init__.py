"""What the keys of the desk do: a class for each kind of action."""
