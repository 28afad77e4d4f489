"""`teamkit solutions ...`: a file for each command, and what each does."""

DOORS = {
    "add": "Record a need and how we meet it.",
    "list": "List needs, their owners and how long they take.",
    "show": "Show one need: solutions, time, risks, track record.",
    "for": "Find solutions for a client's words.",
    "use": "Record what a job took, and show the new range.",
    "edit": "Edit a need, with options or in your editor.",
    "review": "Mark a need as reviewed, and plan the next review.",
    "doc": "Print all solutions, for people outside the team.",
    "missing": "List the needs that we cannot safely meet, and why.",
}
