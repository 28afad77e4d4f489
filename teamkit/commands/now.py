"""Bare `teamkit`: what now; outside a team repository, how to start."""

from teamkit.cli.session import Session
from teamkit.errors import NoTeamError


def command(session: Session) -> None:
    """Say what now, or the three commands to start with."""
    try:
        team = session.team
    except NoTeamError:
        from teamkit.start import views as start

        session.show(start.outside())
        return
    from teamkit import dues
    from teamkit.week import now, views

    found = now.now(
        team,
        session.people,
        session.me,
        dues.dues(team, session.people, session.today),
        session.today,
    )
    session.show(views.page(found, session.today))
