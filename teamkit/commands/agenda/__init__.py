"""`teamkit agenda`: what people type to prepare a meeting, a module per theme."""
