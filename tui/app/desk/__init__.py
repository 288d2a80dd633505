"""The main screen, and what it shows where."""
