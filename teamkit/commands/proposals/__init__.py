"""`teamkit proposals ...`: a file for each command, and what each does."""

DOORS = {
    "new": "Record a proposal: one file, its needs linked to what we have for them.",
    "need": "Add a need to a proposal; one that is there already takes what is new.",
    "show": "Show one proposal: needs, allocation, advice, decision.",
    "list": "List the proposals that are neither done nor lost.",
    "set-status": "Say how a proposal stands, and see what follows.",
    "pack": "Show one page ready to send: solutions, time, risks, skills, people to ask.",
}
