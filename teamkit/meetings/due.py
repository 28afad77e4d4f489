"""What the meetings leave waiting for somebody: open actions, unanswered objections."""

from datetime import date

from teamkit.facts import Due
from teamkit.meetings import attendance, followups, records
from teamkit.people.directory import Directory
from teamkit.team import Team


def due(team: Team, people: Directory, today: date) -> list[Due]:
    """Open actions and unanswered objections as of *today*, the longest waiting first."""
    taken = [n for n in attendance.held(team, records.notes(team, people)) if n.day <= today]
    found = [
        Due(
            what=action.what,
            who=action.owners,
            on=action.due,
            since=action.since,
            remedy="Tick the box when it is done",
            path=action.path,
            line=action.line,
            kind="action",
        )
        for action in followups.open_actions(taken, people.resolve)
    ]
    found += [
        Due(
            what=f"Objection on {o.topic}: {o.text}",
            who=(o.person,) if o.person else (),
            on=None,
            since=o.since,
            remedy=f"Write a line: - Answered{f' @{o.person}' if o.person else ''}: ...",
            path=o.path,
            line=o.line,
            kind="objection",
        )
        for o in followups.open_objections(taken, people.resolve)
    ]
    return sorted(found, key=lambda one: (one.since, one.path, one.line))
