"""`teamkit notes ...`: a file for each command, and what each does."""

DOORS = {
    "new": "Create the notes, pre-filled from the agenda.",
    "show": "Show the notes of a meeting (default: the last one).",
    "list": "List the notes, newest first.",
    "rotate": "Pick the next note-taker by fair share, and show why.",
    "swap": "Swap the next turns of two people.",
    "skip": "Pass a person's turn to the next in the rotation.",
    "add": "Add a line to the notes, outside the meeting.",
    "promote": "Turn a line of the notes into a file of its own.",
    "objections": "List unanswered objections, oldest first.",
    "digest": "Print a digest of recent meetings.",
    "wrap": "Close a meeting: settle its topics, commit its notes.",
}
