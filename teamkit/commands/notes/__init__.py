"""`teamkit notes ...`: a file for each command, and what each does."""

DOORS = {
    "new": "Start the notes, pre-filled from the agenda: a heading per round and topic.",
    "show": "Show the notes of a meeting; without a name, the last one held.",
    "list": "List the notes, newest first, and whether anything was noted.",
    "rotate": "Choose who takes notes or has another role, from who really did, and say why.",
    "swap": "Let two people swap their coming turns.",
    "skip": "Give somebody's coming turn to the next in the rotation.",
    "add": "Note a line from outside the meeting; `-` reads lines from stdin.",
    "promote": "Start a file of its own from a line of the notes, linked both ways.",
    "objections": "List the objections that nobody has answered, the oldest first.",
    "digest": "Tell what the meetings said, by theme, as Markdown to paste.",
    "wrap": "Close a meeting: read it back, settle its topics, commit the notes as they are.",
}
