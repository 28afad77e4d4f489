"""`teamkit skills ...`: a file for each command, and what each does."""

DOORS = {
    "who-knows": "Say who to ask about TOPIC, who is next, and who wants to learn it.",
    "set": "Say how well you know a skill: one row of your own table changes.",
    "show": "Show one person's skills; without a name, your own.",
    "list": "List the skills people may be asked about, and what the levels mean.",
    "matrix": "Show the map: skills down, people across, what each says of themselves.",
    "gaps": "Show the skills that are needed and that one person alone, or nobody, can do.",
    "learn": "Show who can teach a skill, who wants to learn it, and what there is to read.",
    "growth": "Show how your own answers changed over time; yours alone.",
    "survey": "Ask everybody what they know, a little at a time.",
    "add": "Add a skill to the team's vocabulary.",
    "alias": "Let a skill go by other names too.",
    "merge": "Make two words for one skill one, in everybody's files at once.",
    "evidence": "Read who committed where in a code repository, or list what was read.",
}
