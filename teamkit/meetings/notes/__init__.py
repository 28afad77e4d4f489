"""Taking notes, closing a meeting, and reading notes again."""
