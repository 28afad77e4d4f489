"""Beginning a team's repository, saving what was typed by hand, sharing it."""
