"""`teamkit notes`: what people type to take notes in turn, and to find them again."""
