"""`teamkit proposals ...`: a module per group of words."""
