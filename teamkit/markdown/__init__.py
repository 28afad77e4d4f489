"""Reading and editing people's Markdown with front matter, without losing a byte of it."""
