"""Who takes notes, facilitates or keeps the time, and why."""
