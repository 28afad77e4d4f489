"""`teamkit people ...`: a file for each command, and what each does."""

DOORS = {
    "add": "Add a person to the team.",
    "list": "List the people on the team and who is away today.",
    "show": "Show one person (default: yourself).",
    "away": "Record an absence, so that no turn falls on it.",
    "back": "Record that somebody is back early.",
    "leave": "Record that somebody leaves the team.",
}
