"""What people type: a file for each command and a folder for each group; no decisions."""

#: What follows `teamkit`, and what it does; a folder has the same for its own commands.
DOORS = {
    "demo": "Create an example team with a year of history.",
    "init": "Create a team repository.",
    "agenda": "Prepare the next meeting.",
    "topics": "List and show the topics people want to discuss.",
    "meeting": "Run a meeting: rounds, clock and notes.",
    "notes": "Assign note-takers, take notes and find them again.",
    "actions": "List and close the actions that were agreed.",
    "people": "Manage the team's members and their absences.",
    "skills": "Find out who knows what, and record what you know.",
    "solutions": "Record clients' needs and how to meet them.",
    "proposals": "Record project proposals and what they need.",
    "allocation": "Suggest who could work on a project.",
    "advice": "Ask for advice, give it, and decide.",
    "save": "Check and commit files that were edited by hand.",
    "sync": "Share changes with the team: fetch, merge, push.",
    "check": "Find mistakes in the team's files.",
    "schema": "Describe a command's JSON, as JSON Schema.",
}
