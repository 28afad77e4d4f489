"""`teamkit skills ...`: a file for each command, and what each does."""

DOORS = {
    "who-knows": "Show who to ask about a topic, and why.",
    "set": "Record how well you know a skill.",
    "show": "Show one person's skills (default: your own).",
    "list": "List the team's skills and what the levels mean.",
    "matrix": "Show the skill matrix: skills by people.",
    "gaps": "List needed skills that one person or nobody has.",
    "learn": "Show who can teach a skill, and what to read.",
    "growth": "Show how your own skills changed over time.",
    "survey": "Ask everybody what they know, a little at a time.",
    "add": "Add a skill to the catalog.",
    "alias": "Add or remove other names of a skill.",
    "merge": "Merge two names of one skill, in everybody's files.",
    "evidence": "Read or list evidence from code repositories.",
}
