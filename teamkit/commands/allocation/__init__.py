"""`teamkit allocation ...`: a module per group of words."""
