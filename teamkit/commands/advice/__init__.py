"""`teamkit advice ...`: a file for each command, and what each does."""

DOORS = {
    "ask": "Suggest whom to ask for advice, and ask them.",
    "give": "Give your advice on a proposal.",
    "status": "Show who has answered, with a reminder to send.",
    "decide": "Record the decision, its review date and dissent.",
}
