"""`teamkit notes rotate`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import writes
from teamkit.cli.parameters import Day, SeriesName, listed
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.attendance import Role
from teamkit.meetings.turns import rotate, views


@writes
def command(
    session: Session,
    series: SeriesName = None,
    date: Day = None,
    role: Annotated[Role, typer.Option(help="The role to assign.")] = Role.NOTES,
    except_: Annotated[
        list[str] | None,
        listed(
            "--except",
            metavar="PERSON",
            what="Do not pick this person",
            autocompletion=complete.people,
        ),
    ] = None,
    pick: Annotated[
        list[str] | None,
        listed(metavar="PERSON", what="Pick this person instead", autocompletion=complete.people),
    ] = None,
    seats: Annotated[int | None, typer.Option(min=1, max=20, help="How many note-takers.")] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Pick again, even if someone is already assigned.")
    ] = False,
) -> None:
    """Pick the next note-taker by fair share, and show why.

    A fair share: each turn at a meeting, divided by those who were there and could have had it.
    Whoever is furthest below theirs comes first, then longest since the last turn; nobody has two
    turns running while somebody else could. It writes one line into the agenda, and you may
    overrule it.

    \b
    Examples:
      teamkit notes rotate
      teamkit notes rotate friday --date 2026-12-04 --except ben
      teamkit notes rotate --role facilitator
      teamkit notes rotate --pick carla
    """
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    asked = rotate.rotate(
        meetings,
        one,
        day,
        role,
        seats=seats,
        picked=[session.person(name) for name in pick or ()],
        excepted=[session.person(name) for name in except_ or ()],
        again=again,
    )
    told = views.turns_told(asked, session.people)
    session.finish(asked.change, views.turns(asked, session.people), *told)
