"""`teamkit solutions add`."""

from typing import Annotated

import typer

from teamkit.cli import complete, editor, stdin
from teamkit.cli.options import writes
from teamkit.cli.parameters import Edit, MoreText, listed
from teamkit.cli.session import Session
from teamkit.knowledge.solutions import add, views
from teamkit.people.catalog import catalog


@writes
def command(
    session: Session,
    need: Annotated[
        str, typer.Argument(metavar="NEED", help="What the client wants, in their words.")
    ],
    text: MoreText = None,
    solution: Annotated[
        str, typer.Option(help="How we meet it; without one, the need is missing a solution.")
    ] = "",
    time: Annotated[str, typer.Option(metavar="TIME", help="How long: 3-6d, 4h, 2w.")] = "",
    risk: Annotated[list[str] | None, typer.Option(help="A risk; can be repeated.")] = None,
    owner: Annotated[
        str | None,
        typer.Option(
            help="The person to ask about it.", metavar="PERSON", autocompletion=complete.people
        ),
    ] = None,
    skill: Annotated[
        list[str] | None, listed(what="A skill it takes", autocompletion=complete.skills)
    ] = None,
    tag: Annotated[list[str] | None, listed(what="What it is about")] = None,
    edit: Edit = False,
) -> None:
    """Record a need and how we meet it.

    \b
    Examples:
      teamkit solutions add "Upload files over 5 GB" --solution "Resumable upload" --time 3-6d
      teamkit solutions add "Pages in three languages" --tag content
    """
    wanted = add.draft(
        session.team,
        catalog(session.team),
        need,
        add.Way(solution, time, risk or ()),
        owner=session.person(owner) if owner else None,
        skills=skill or (),
        tags=tag or (),
        body=_typed(session, need, text, edit=edit),
    )
    page = editor.edit(session, wanted.page, name=f"{wanted.stem}.md") if edit else wanted.page
    added = add.add(session.team, session.people, wanted, page, session.today)
    said = ["No solution is given, so its status is missing."] if added.status == "missing" else []
    session.finish(added.change, views.made(added, wanted), *said)


def _typed(session: Session, need: str, text: list[str] | None, *, edit: bool) -> str:
    """What stands on stdin, when `-` asks for it.

    Raises:
        UsageError: something else follows the need, or stdin is no text.
    """
    if not stdin.is_asked_for(need, text, edit=edit, what="need", command="solutions add"):
        return ""
    return stdin.text(session, "More about it")
