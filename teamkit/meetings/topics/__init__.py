"""Topics: what people bring, what becomes of it, and what fits into a meeting."""
