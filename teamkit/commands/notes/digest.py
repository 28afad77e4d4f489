"""`teamkit notes digest`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import reads
from teamkit.cli.parameters import OnlySeries
from teamkit.cli.session import Session
from teamkit.meetings.archive import Meetings
from teamkit.meetings.notes import digest, views_digest


@reads
def command(
    session: Session,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            help="The first day; without it, a week ago, or after the last meeting PERSON was at.",
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="The last day; without it, today.")
    ] = None,
    series: OnlySeries = None,
    for_: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="PERSON",
            help="Only what matters to them, of meetings they missed.",
            autocompletion=complete.people,
        ),
    ] = None,
) -> None:
    """Print a digest of recent meetings.

    Wins and thanks, decisions, actions, learnings, open objections: from the notes alone. For one
    person it is what names them, or stands under what they brought, spoke about or want to hear.

    \b
    Examples:
      teamkit notes digest --since 2026-11-01
      teamkit notes digest --for fay
    """
    meetings = Meetings(session.team, session.people)
    person = session.person(for_).handle if for_ else ""
    first, last = session.past_day(since), session.past_day(until) or session.today
    if person and first is None:
        first = digest.unseen(meetings, person, last, series)
    found = digest.digest(meetings, digest.window(first, last), name=series, person=person)
    session.show(views_digest.digest(found, session.people))
