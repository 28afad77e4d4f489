"""`teamkit solutions ...`: a module per group of words."""
