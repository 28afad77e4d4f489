"""What every record room has to tell, in one list; nothing else happens here.

A room is opened only when its half is asked for: who asks for evidence does not load the dues.
"""

from collections.abc import Sequence
from datetime import date

from teamkit.facts import Due, Evidence
from teamkit.people.directory import Directory
from teamkit.team import Team


def evidence(team: Team, people: Directory, mentioning: Sequence[str] = ()) -> list[Evidence]:
    """Who has shown what, in every room; *mentioning* skips files without any of these words."""
    from teamkit.meetings.evidence import evidence as from_meetings
    from teamkit.solutions.evidence import evidence as from_solutions

    return [
        *from_solutions(team, people, mentioning),
        *from_meetings(team, people, mentioning),
    ]


def dues(team: Team, people: Directory, today: date) -> list[Due]:
    """What waits for somebody, in every room."""
    from teamkit.meetings.due import due as of_meetings
    from teamkit.solutions.due import due as of_solutions

    return [*of_meetings(team, people, today), *of_solutions(team, people, today)]
