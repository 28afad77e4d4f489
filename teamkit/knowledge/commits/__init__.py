"""What the history of code repositories shows: read on request, summed up in the clone's state."""
