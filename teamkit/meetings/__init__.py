"""The weekly meeting: topics, agendas, notes, turns, and what follows from them."""
