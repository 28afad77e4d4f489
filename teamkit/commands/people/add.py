"""`teamkit people add`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.session import Session
from teamkit.people import membership, views


@writes
def command(
    session: Session,
    handle: Annotated[
        str, typer.Argument(metavar="HANDLE", help="How everything else refers to them: ana.")
    ],
    name: Annotated[str, typer.Option(help="The full name.")] = "",
    area: Annotated[
        list[str] | None, typer.Option(metavar="AREA", help="Their area; can be repeated.")
    ] = None,
    alias: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Another way people write the name; can be repeated."),
    ] = None,
    joined: Annotated[str | None, typer.Option(metavar="DAY", help="The first day.")] = None,
    github: Annotated[str, typer.Option(help="The name on GitHub.")] = "",
) -> None:
    """Add a person to the team.

    \b
    Examples:
      teamkit people add ana --name "Ana Costa" --area backend
      teamkit people add hana --joined 2026-05-04
    """
    change = membership.add(
        session.team,
        handle,
        name=name,
        areas=area or (),
        aliases=alias or (),
        joined=session.day(joined),
        github=github,
    )
    session.finish(change, views.written("add", change.writes[0].path))
