"""`teamkit agenda ...`: a file for each command, and what each does."""

DOORS = {
    "new": "Create or update the agenda.",
    "show": "Show an agenda and how much of its time is planned.",
    "list": "List the agendas, newest first.",
    "add": "Add a topic for the next meeting.",
    "vote": "Vote for a topic you want to hear about.",
    "keep": "Keep a topic for the next meeting, or reopen it.",
    "park": "Park a topic until somebody keeps it.",
    "async": "Handle a topic outside the meeting.",
    "drop": "Drop a topic; its file stays.",
    "move": "Move a meeting, and its topics, to another day.",
    "cancel": "Cancel a meeting; its topics wait for the next one.",
    "ask": "Print a message that asks everybody for topics.",
    "announce": "Print the announcement of an agenda.",
}
