"""`teamkit skills survey ...`: a file for each command, and what each does."""

DOORS = {
    "open": "Open a survey.",
    "answer": "Answer the survey: at most 12 short questions.",
    "form": "Print the survey as a form for spreadsheets.",
    "import": "Import answers from a CSV file.",
    "status": "Show who has answered, with a reminder to send.",
    "close": "Close a survey and write its results, without names.",
}
