"""`teamkit topics ...`: a file for each command, and what each does."""

DOORS = {
    "list": "List the open topics in the order they are picked.",
    "show": "Show one topic and the input others gave.",
}
