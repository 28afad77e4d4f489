"""`teamkit topics`: see what people want to talk about."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import Reads
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.topics import add, views

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback()
def main() -> None:
    """See what people want to talk about."""


@app.command("list", cls=Reads)
def list_(
    ctx: typer.Context,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Also those discussed, parked or dropped, and why."),
    ] = False,
) -> None:
    """List the open topics, in the order they would be taken.

    \b
    Examples:
      teamkit topics list
      teamkit topics list --all --json
    """
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    session.show(views.topics(add.waiting(meetings, session.today, everything=everything)))


@app.command(cls=Reads)
def show(
    ctx: typer.Context,
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC",
            help="A part of the file's name or of the title.",
            autocompletion=complete.records("topics"),
        ),
    ],
) -> None:
    """Show one topic, with what others wrote under Input."""
    session: Session = ctx.obj
    document = add.named(session.team, topic)
    session.show(views.topic(add.read(session.team, session.people, document), document.body))
