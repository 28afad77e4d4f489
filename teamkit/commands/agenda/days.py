"""`teamkit agenda move|cancel`: when a meeting is not on its usual day."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.ask import ask
from teamkit.cli.options import Writes
from teamkit.cli.session import Session
from teamkit.days import day
from teamkit.meetings import archive, schedule
from teamkit.meetings.agendas import move as moving
from teamkit.meetings.agendas import views_move as views
from teamkit.week import outlook

app = typer.Typer(rich_markup_mode=None, add_completion=False)

SeriesThere = Annotated[
    str | None,
    typer.Argument(
        metavar="[SERIES]",
        help="Which meeting; without it, the one on that day.",
        autocompletion=complete.series,
    ),
]


@app.command(cls=Writes)
def move(
    ctx: typer.Context,
    old: Annotated[
        str, typer.Argument(metavar="DAY", help="When it would be: 2026-12-04, fri, +2w.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW-DAY", help="When it is instead.")],
    series: SeriesThere = None,
    because: Annotated[str, typer.Option(metavar="WHY", help="The reason, in a few words.")] = "",
) -> None:
    """Move a meeting to another day; the topics promised to it move along.

    The agenda's text goes to the new day's page; the old page stays and says where it went.
    Moving it back to its old day undoes that.

    \b
    Examples:
      teamkit agenda move 2026-12-04 2026-12-03
      teamkit agenda move fri thu friday --because "the office is closed"
    """
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    first, second = day(old, session.today), day(new, session.today)
    one = schedule.series_on(meetings, series, first, session.today)
    outcome = moving.move(meetings, one, first, second, session.today, because=because)
    _finish(session, "move", outcome, one.slug)


@app.command(cls=Writes)
def cancel(
    ctx: typer.Context,
    when: Annotated[str, typer.Argument(metavar="DAY", help="Which day: 2026-12-04, fri, +2w.")],
    series: SeriesThere = None,
    because: Annotated[
        str | None, typer.Option(metavar="WHY", help="The reason, in a few words.")
    ] = None,
    un: Annotated[bool, typer.Option("--un", help="Take it back: it takes place.")] = False,
) -> None:
    """Cancel a meeting, and say why; the topics promised to it wait again.

    \b
    Examples:
      teamkit agenda cancel 2026-12-25 --because "everybody is away"
      teamkit agenda cancel 2026-12-25 --un
    """
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    on = day(when, session.today)
    one = schedule.series_on(meetings, series, on, session.today)
    if un:
        outcome = moving.take_place(meetings, one, on)
    else:
        why = ask(session, "Why?", "--because") if because is None else because
        outcome = moving.cancel(meetings, one, on, session.today, why)
    _finish(session, "cancel", outcome, one.slug)


def _finish(session: Session, word: str, outcome: moving.Rescheduled, series: str) -> None:
    said = views.told(outcome, session.people)
    looks = outlook.after(outcome.change, session.team, session.people, session.today, series)
    session.finish(outcome.change, views.rescheduled(word, outcome), *said, *looks)
