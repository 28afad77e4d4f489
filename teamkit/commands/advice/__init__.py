"""`teamkit advice ...`: a file for each command, and what each does."""

DOORS = {
    "ask": "Propose whom to ask for advice, and ask them.",
    "give": "Give your advice: one dated section with your name, whether or not you were asked.",
    "status": "Show who has answered and who has not, since when, with a reminder to send.",
    "decide": "Record the decision, its review date and remaining dissent.",
}
