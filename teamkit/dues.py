"""What is due in every room, in one list: actions, objections, reviews, advice."""

from datetime import date

from teamkit.facts import Due
from teamkit.people.directory import Directory
from teamkit.team import Team


def dues(team: Team, people: Directory, today: date) -> list[Due]:
    """What waits for somebody, in every room."""
    from teamkit.knowledge.solutions.facts import due as of_solutions
    from teamkit.meetings.facts import due as of_meetings
    from teamkit.projects.advice.facts import due as of_advice
    from teamkit.projects.proposals.facts import due as of_proposals

    rooms = (of_meetings, of_solutions, of_proposals, of_advice)
    return [one for room in rooms for one in room(team, people, today)]


def reviews(team: Team, people: Directory, day: date) -> list[Due]:
    """What is to be looked at again by *day*, the longest waiting first."""
    from teamkit.knowledge.solutions.facts import due as of_solutions
    from teamkit.projects.proposals.facts import due as of_proposals

    found = [*of_solutions(team, people, day), *of_proposals(team, people, day)]
    return sorted(
        (due for due in found if due.kind == "review"), key=lambda due: (due.since, due.path)
    )
