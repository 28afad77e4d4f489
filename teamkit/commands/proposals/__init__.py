"""`teamkit proposals ...`: a file for each command, and what each does."""

DOORS = {
    "new": "Create a project proposal.",
    "need": "Add a need to a proposal, or update it.",
    "show": "Show one proposal: needs, people, advice, decision.",
    "list": "List the proposals that are neither done nor lost.",
    "set-status": "Set a proposal's status, and show what follows.",
    "pack": "Print one page to send: solutions, time, risks, people.",
}
