"""Closing a meeting: a look back, and its notes made whole."""
