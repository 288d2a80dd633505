"""Notes and figures as they are handed on: in files, on the clipboard and read aloud."""
