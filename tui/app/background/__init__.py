"""What goes on beside the keys: threads, and files and notes on the disk."""
