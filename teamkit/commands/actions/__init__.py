"""`teamkit actions ...`: a file for each command, and what each does."""

DOORS = {
    "list": "List what was agreed and is still open, the oldest first.",
    "done": "Tick the boxes of actions that are done, where they stand in the notes.",
    "drop": "Strike actions through that nobody will do, and say why.",
}
