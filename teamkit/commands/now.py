"""Bare `teamkit`: what now; outside a team repository, how to start."""

from teamkit.cli.session import Session
from teamkit.errors import NoTeamError
from teamkit.output.shapes import Lines

_START = (
    ("teamkit demo", "an example team with a year of history, to try things on"),
    ("teamkit init", "start a team repository here"),
    ("teamkit --help", "everything else"),
)


def now(session: Session) -> None:
    """Say what now, or the three commands to start with."""
    try:
        team = session.team
    except NoTeamError:
        session.show(
            Lines(
                "start",
                tuple(f"{command:<16}{what}" for command, what in _START),
                tuple({"command": command, "what": what} for command, what in _START),
            )
        )
        return
    from teamkit import dues
    from teamkit.week import now as week

    found = week.now(
        team,
        session.people,
        session.me,
        dues.dues(team, session.people, session.today),
        session.today,
    )
    session.show(week.page(found, session.today))
