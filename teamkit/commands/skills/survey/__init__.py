"""`teamkit skills survey ...`: a file for each command, and what each does."""

DOORS = {
    "open": "Open a round: one page that says why, how and until when.",
    "answer": "Say what you know: at most 12 short questions, only what is worth asking.",
    "form": "Print the survey as a form for spreadsheets.",
    "import": "Take over answers from a CSV file: one commit; a line per cell that does not fit.",
    "status": "Say who has answered and who has not, with a message for those.",
    "close": "Close a round: write its results onto its page, in numbers, never in names.",
}
