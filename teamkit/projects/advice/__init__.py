"""The advice process: whom to ask, what they said, and one person's decision."""
