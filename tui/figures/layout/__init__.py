"""Layout: what tables and labelled lines say about a figure."""
