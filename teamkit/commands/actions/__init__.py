"""`teamkit actions ...`: a file for each command, and what each does."""

DOORS = {
    "list": "List open actions, oldest first.",
    "done": "Mark actions as done.",
    "drop": "Drop actions that nobody will do, with the reason.",
}
