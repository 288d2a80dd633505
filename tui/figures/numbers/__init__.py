"""Numbers: reads them in digits and in words."""
