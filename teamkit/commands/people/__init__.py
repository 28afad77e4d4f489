"""`teamkit people ...`: a file for each command, and what each does."""

DOORS = {
    "add": "Add somebody to the team.",
    "list": "List who is on the team, and who is away today.",
    "show": "Show one person; without a name, yourself.",
    "away": "Note that somebody is away, so that no turn falls on them.",
    "back": "Note that somebody is back earlier than they said.",
    "leave": "Note that somebody leaves the team; their file and what they did stay.",
}
