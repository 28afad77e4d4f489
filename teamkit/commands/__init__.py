"""What people type: a file for each command and a folder for each group; no decisions."""

#: What follows `teamkit`, and what it does; a folder has the same for its own commands.
DOORS = {
    "demo": "Write a team with a year of history to try things on.",
    "init": "Start a team repository here.",
    "agenda": "Prepare the next meeting.",
    "topics": "See what people want to talk about.",
    "meeting": "Run the meeting: rounds, time, notes as you go.",
    "notes": "Take notes in turn, and find them again.",
    "actions": "See what was agreed, and close it.",
    "people": "Keep who is on the team, and who is away.",
    "skills": "Find out who knows what; say what you know.",
    "solutions": "Keep needs, solutions, time and risks.",
    "proposals": "Keep what projects need; send the pack.",
    "allocation": "Suggest who could work on what.",
    "advice": "Ask for advice, give it, decide with it.",
    "save": "Check and commit what was edited by hand.",
    "sync": "Share with the team: fetch, merge, push.",
    "check": "Look for mistakes in the team's files.",
    "schema": "Print what the JSON of a command holds.",
}
