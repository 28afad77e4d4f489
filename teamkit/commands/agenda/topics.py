"""`teamkit agenda add|vote|keep|park|defer|drop`: bring topics, and decide about them."""

from typing import Annotated

import typer

from teamkit.cli import complete, stdin
from teamkit.cli.ask import ask
from teamkit.cli.options import Writes
from teamkit.cli.parameters import Day
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.topics import add as topics
from teamkit.meetings.topics import fates, views
from teamkit.meetings.views_shared import made
from teamkit.store.change import Change
from teamkit.week import outlook

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Name = Annotated[
    str,
    typer.Argument(
        metavar="TOPIC",
        help="A part of the file's name or of the title.",
        autocompletion=complete.records("topics"),
    ),
]
Because = Annotated[
    str | None, typer.Option("--because", metavar="WHY", help="The reason, in a few words.")
]


@app.command(cls=Writes)
def add(
    ctx: typer.Context,
    title: Annotated[
        str,
        typer.Argument(
            metavar="TITLE|-", help="What it is about, in one line; - reads several from stdin."
        ),
    ],
    by: Annotated[
        str, typer.Option(help="Who brings it.", metavar="PERSON", autocompletion=complete.people)
    ] = "@me",
    aim: Annotated[str, typer.Option(help="share, feedback, decide or help.")] = "",
    minutes: Annotated[int | None, typer.Option(help="How long it takes.")] = None,
    series: Annotated[
        str | None,
        typer.Option(
            help="For one meeting only.", metavar="SERIES", autocompletion=complete.series
        ),
    ] = None,
) -> None:
    """Bring a topic to the next meeting: one file, so that nobody's edits collide.

    With - it reads several from stdin, one a line, and brings all of them or none. A line may end
    in the minutes and in who brings it, Move the backups (15 min) @ben, or begin with who says it,
    @ben: Move the backups. Lines that start with # are skipped.

    \b
    Examples:
      teamkit agenda add "How we take uploads over 5 GB"
      teamkit agenda add "Show the tile cache" --by goran --aim share --minutes 15
      teamkit agenda add - < topics.txt
    """
    session: Session = ctx.obj
    slug = topics.series_of(session.team, series)
    known = topics.waiting(archive.Meetings(session.team, session.people), session.today)
    if title == "-":
        change = topics.add_topics(
            session.team,
            stdin.text(session, "A topic a line"),
            lambda name: session.person(name or by),
            session.today,
            aim=aim,
            minutes=minutes,
            series=slug,
            known=known,
        )
    else:
        change = topics.add_topic(
            session.team,
            title,
            session.person(by),
            session.today,
            aim=aim,
            minutes=minutes,
            series=slug,
            known=known,
        )
    session.finish(change, made("agenda.add", change), *_outlook(session, change, slug))


@app.command(cls=Writes)
def vote(
    ctx: typer.Context,
    topic: Name,
    by: Annotated[
        str,
        typer.Option(
            help="Who would like to hear it.", metavar="PERSON", autocompletion=complete.people
        ),
    ] = "@me",
    un: Annotated[bool, typer.Option("--un", help="Take the wish back.")] = False,
) -> None:
    """Say that you would like to hear about a topic; the agenda takes those first.

    \b
    Examples:
      teamkit agenda vote webhooks
      teamkit agenda vote webhooks --by goran
      teamkit agenda vote webhooks --un
    """
    session: Session = ctx.obj
    person = session.person(by)
    document = topics.named(session.team, topic)
    outcome = fates.vote(session.team, session.people, document, person, un=un)
    _finish(session, "vote", outcome, views.voted(outcome, person.first_name, un=un))


@app.command(cls=Writes)
def keep(
    ctx: typer.Context,
    topic: Name,
    series: Annotated[
        str | None,
        typer.Argument(
            metavar="[SERIES]",
            help="For which meeting; without it, the topic's own, or the one that meets next.",
            autocompletion=complete.series,
        ),
    ] = None,
    date: Day = None,
) -> None:
    """Promise a topic to the next meeting; one that was parked or dropped is open again.

    \b
    Examples:
      teamkit agenda keep webhooks
      teamkit agenda keep webhooks joint --date 2026-12-25
    """
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    document = topics.named(session.team, topic)
    day = session.day(date)
    outcome = fates.keep(meetings, document, session.today, name=series, day=day)
    _finish(session, "keep", outcome, views.kept(outcome))


@app.command(cls=Writes)
def park(ctx: typer.Context, topic: Name, because: Because = None) -> None:
    """Park a topic for later, and say why: no agenda takes it until it is kept.

    \b
    Examples:
      teamkit agenda park webhooks --because "the contract is signed in January"
    """
    _put_aside(ctx.obj, "park", topic, because)


@app.command(cls=Writes)
def defer(ctx: typer.Context, topic: Name, because: Because = None) -> None:
    """Take a topic outside the meeting (asynchronously); say where it goes on.

    \b
    Examples:
      teamkit agenda defer acronyms --because "Hana asks in the channel"
    """
    _put_aside(ctx.obj, "defer", topic, because)


@app.command(cls=Writes)
def drop(ctx: typer.Context, topic: Name, because: Because = None) -> None:
    """Drop a topic, and say why; its file stays, and keep opens it again.

    \b
    Examples:
      teamkit agenda drop renderer --because "nobody has such a machine"
    """
    _put_aside(ctx.obj, "drop", topic, because)


def _put_aside(session: Session, command: str, topic: str, because: str | None) -> None:
    document = topics.named(session.team, topic)
    why = ask(session, "Why?", "--because") if because is None else because
    outcome = fates.put_aside(session.team, session.people, document, command, why)
    _finish(session, command, outcome, views.put_aside(outcome))


def _finish(session: Session, command: str, outcome: fates.TopicDecided, said: list[str]) -> None:
    looks = _outlook(session, outcome.change, outcome.topic.series)
    session.finish(outcome.change, views.decided(command, outcome), *said, *looks)


def _outlook(session: Session, change: Change, series: str) -> list[str]:
    """How the next agenda looks with it."""
    return outlook.after(change, session.team, session.people, session.today, series)
