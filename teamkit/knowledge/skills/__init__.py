"""Who knows what: the map, and who to ask."""
