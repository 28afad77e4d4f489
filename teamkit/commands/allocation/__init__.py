"""`teamkit allocation ...`: a file for each command, and what each does."""

DOORS = {
    "suggest": "Suggest a main person and a support for every need, with the reasons.",
    "why": "Say for every need why PERSON is proposed or not, and what would change with them.",
    "agree": "Say that you take the part: its row becomes agreed.",
    "decline": "Say that you do not take the part; nobody will propose you for that need again.",
    "load": "Show how much of their weeks people have promised, month by month.",
}
