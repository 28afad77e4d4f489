"""`teamkit solutions ...`: a file for each command, and what each does."""

DOORS = {
    "add": "Record a need and how we meet it: one file per need.",
    "list": "List the needs, who owns them, how long they take.",
    "show": "Show one need: solutions, time, risks, track record.",
    "for": "Find what we have for a client's words.",
    "use": "Record what a job took, and see the range.",
    "edit": "Change a need; without options, in your editor.",
    "review": "Say that you looked at a need; plan the next time.",
    "doc": "Print the whole document, for people outside the team.",
    "missing": "Show the needs that we cannot safely meet, and why.",
}
