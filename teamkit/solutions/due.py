"""What the solutions leave waiting: a review whose day has come."""

from datetime import date

from teamkit.facts import Due
from teamkit.people.directory import Directory
from teamkit.solutions.model import Solution, read_solution
from teamkit.team import Team


def due(team: Team, people: Directory, today: date) -> list[Due]:
    """Needs to look at again as of *today*, the longest waiting first; retired ones rest."""
    found = (read_solution(document, people.resolve) for document in team.documents("solutions"))
    waiting = [_review(one, day) for one in found if (day := waits_since(one, today))]
    return sorted(waiting, key=lambda one: (one.since, one.path))


def waits_since(solution: Solution, today: date) -> date | None:
    """The day its review was wanted, when that has come; None when nothing waits."""
    day = solution.review_by
    return day if day and day <= today and solution.status != "retired" else None


def _review(solution: Solution, day: date) -> Due:
    document = solution.document
    by_day = document.day("review_by") == day
    return Due(
        what=f"Review the solutions for: {solution.title}",
        who=(solution.owner,) if solution.owner else (),
        on=day,
        since=day,
        remedy=f"Bring time and risks up to date, then: teamkit solutions review {solution.stem}",
        path=solution.path,
        line=document.line_of("review_by" if by_day else "last_reviewed_on"),
        kind="review",
    )
