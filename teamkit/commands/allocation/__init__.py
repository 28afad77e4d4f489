"""`teamkit allocation ...`: a file for each command, and what each does."""

DOORS = {
    "suggest": "Suggest people for each need, with reasons.",
    "why": "Show why a person is or is not suggested.",
    "agree": "Agree to take a part in a project.",
    "decline": "Decline a part in a project.",
    "load": "Show people's workload, month by month.",
}
