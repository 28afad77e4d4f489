"""`teamkit agenda ...`: a file for each command, and what each does."""

DOORS = {
    "new": "Compile the agenda: rounds, topics that fit, open actions, unanswered objections.",
    "show": "Show an agenda as it stands, and the minutes planned against those available.",
    "list": "List the agendas, newest first.",
    "add": "Bring a topic to the next meeting: one file, so that nobody's edits collide.",
    "vote": "Say that you would like to hear about a topic; the agenda takes those first.",
    "keep": "Promise a topic to the next meeting; one that was parked or dropped is open again.",
    "park": "Park a topic for later, and say why: no agenda takes it until it is kept.",
    "defer": "Take a topic outside the meeting (asynchronously); say where it goes on.",
    "drop": "Drop a topic, and say why; its file stays, and keep opens it again.",
    "move": "Move a meeting to another day; the topics promised to it move along.",
    "cancel": "Cancel a meeting, and say why; the topics promised to it wait again.",
    "ask": "Print the message that asks everybody for topics, ready to paste.",
    "announce": "Print the announcement of an agenda, ready to paste, and note the day in it.",
}
