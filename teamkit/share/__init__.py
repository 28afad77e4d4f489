"""Saving edits made by hand, and sharing with the team by git."""
