"""`teamkit meeting ...`: a file for each command, and what each does."""

DOORS = {
    "run": "Run the meeting: rounds and turns, the clock, notes.",
    "order": "Say who speaks when in each round.",
    "state": "Say where the meeting stands; hand it to a co-host, or take it over.",
}
