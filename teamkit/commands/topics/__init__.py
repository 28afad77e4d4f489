"""`teamkit topics ...`: a file for each command, and what each does."""

DOORS = {
    "list": "List the open topics, in the order they would be taken.",
    "show": "Show one topic, with what others wrote under Input.",
}
