"""`teamkit people`: keep who is on the team, and who is away."""

from typing import Annotated

import typer

from teamkit.cli.options import Reads, Writes
from teamkit.cli.parameters import Who
from teamkit.cli.session import Session
from teamkit.errors import UnknownError
from teamkit.markdown.document import Document
from teamkit.people import membership, views
from teamkit.people.person import Person
from teamkit.store.change import Change

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback()
def main() -> None:
    """Keep who is on the team, and who is away."""


@app.command(cls=Writes)
def add(
    ctx: typer.Context,
    handle: Annotated[
        str, typer.Argument(metavar="HANDLE", help="How everything else refers to them: ana.")
    ],
    name: Annotated[str, typer.Option(help="The full name.")] = "",
    area: Annotated[
        list[str] | None, typer.Option(metavar="AREA", help="Where they work; may be repeated.")
    ] = None,
    alias: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="How people write the name; may be repeated."),
    ] = None,
    joined: Annotated[str | None, typer.Option(metavar="DAY", help="The first day.")] = None,
    github: Annotated[str, typer.Option(help="The name on GitHub.")] = "",
) -> None:
    """Add somebody to the team.

    \b
    Examples:
      teamkit people add ana --name "Ana Costa" --area backend
      teamkit people add hana --joined 2026-05-04
    """
    session: Session = ctx.obj
    change = membership.add(
        session.team,
        handle,
        name=name,
        areas=area or (),
        aliases=alias or (),
        joined=session.day(joined),
        github=github,
    )
    _finish(session, "add", change, change.writes[0].path)


@app.command("list", cls=Reads)
def list_(
    ctx: typer.Context,
    everybody: Annotated[bool, typer.Option("--all", help="Also who has left.")] = False,
) -> None:
    """List who is on the team, and who is away today."""
    session: Session = ctx.obj
    found = [p for p in session.people if everybody or p.left is None or p.left > session.today]
    session.show(views.people(found, session.today))


@app.command(cls=Reads)
def show(ctx: typer.Context, person: Who = "@me") -> None:
    """Show one person; without a name, yourself."""
    session: Session = ctx.obj
    one, document = _file(session, person)
    session.show(views.person(one, session.today, document.body))


@app.command(cls=Writes)
def away(
    ctx: typer.Context,
    person: Who,
    when: Annotated[str, typer.Argument(metavar="FROM..TO", help="Both days included.")],
) -> None:
    """Note that somebody is away, so that no turn falls on them.

    \b
    Examples:
      teamkit people away @me 2026-12-23..2027-01-06
      teamkit people away ben tomorrow
    """
    from teamkit.days import interval

    session: Session = ctx.obj
    one, document = _file(session, person)
    start, end = interval(when, session.today)
    _finish(session, "away", membership.away(document, one, start, end), one.path)


@app.command(cls=Writes)
def back(ctx: typer.Context, person: Who = "@me") -> None:
    """Note that somebody is back earlier than they said."""
    session: Session = ctx.obj
    one, document = _file(session, person)
    _finish(session, "back", membership.back(document, one, session.today), one.path)


@app.command(cls=Writes)
def leave(
    ctx: typer.Context,
    person: Who,
    date: Annotated[str, typer.Option(metavar="DAY", help="The first day without them.")] = "today",
) -> None:
    """Note that somebody leaves the team; their file and what they did stay."""
    session: Session = ctx.obj
    one, document = _file(session, person)
    day = session.day(date) or session.today
    _finish(session, "leave", membership.leave(document, one, day), one.path)


def _file(session: Session, name: str) -> tuple[Person, Document]:
    """The person *name* means, and their file."""
    person = session.person(name)
    document = session.team.read(person.path)
    if document is None:
        raise UnknownError("person", name)
    return person, document


def _finish(session: Session, word: str, change: Change, path: str) -> None:
    session.finish(change, views.written(word, path))
