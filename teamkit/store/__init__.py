"""Files of a team's repository: where they lie, how they are read and written."""
