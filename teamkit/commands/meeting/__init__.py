"""`teamkit meeting ...`: a file for each command, and what each does."""

DOORS = {
    "run": "Run the meeting: rounds and turns, the clock, notes.",
    "order": "Show who speaks when in each round.",
    "state": "Show the state of the meeting, or hand it over.",
}
