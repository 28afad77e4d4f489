"""What meetings and pairing sessions leave waiting: open actions, unanswered objections."""

from datetime import date

from teamkit.facts import Due
from teamkit.meetings import attendance, followups, records
from teamkit.meetings.actions import commitments
from teamkit.people.directory import Directory
from teamkit.team import Team


def due(team: Team, people: Directory, today: date) -> list[Due]:
    """Open actions and unanswered objections as of *today*, the longest waiting first.

    A commitment counts as an action where somebody set a day for it.
    """
    taken = [n for n in attendance.held(team, records.notes(team, people)) if n.day <= today]
    found = [
        Due(
            what=action.what,
            who=action.owners,
            on=action.due,
            since=action.since,
            remedy=f"When it is done: teamkit actions done {action.id}",
            path=action.path,
            line=action.line,
            kind=action.kind,
        )
        for action in commitments.agreed(team, people)
        if action.is_open and action.since <= today and not commitments.is_undated(action)
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
