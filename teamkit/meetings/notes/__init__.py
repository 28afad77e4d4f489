"""Taking notes, reading them again, and what they lead to."""
