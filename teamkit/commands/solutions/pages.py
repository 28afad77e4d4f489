"""`teamkit solutions`: keep needs, solutions, time and risks."""

from collections.abc import Iterable
from typing import Annotated

import typer

from teamkit.cli import complete, editor, stdin
from teamkit.cli.options import Reads, Writes
from teamkit.cli.session import Session
from teamkit.knowledge.solutions import add as actions
from teamkit.knowledge.solutions import match, ranges, records, views
from teamkit.knowledge.solutions.model import Need
from teamkit.knowledge.solutions.read import needs
from teamkit.knowledge.solutions.records import NeedSeen
from teamkit.people.catalog import catalog

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback()
def main() -> None:
    """Keep needs, solutions, time and risks."""


@app.command(cls=Writes)
def add(
    ctx: typer.Context,
    need: Annotated[
        str, typer.Argument(metavar="NEED", help="What the client wants, in their words.")
    ],
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[-]", help="- reads more about it from stdin.")
    ] = None,
    solution: Annotated[str, typer.Option(help="How we do it; without it, it is missing.")] = "",
    time: Annotated[str, typer.Option(metavar="TIME", help="How long: 3-6d, 4h, 2w.")] = "",
    risk: Annotated[list[str] | None, typer.Option(help="What may go wrong; repeat it.")] = None,
    owner: Annotated[
        str | None,
        typer.Option(help="Who to go to.", metavar="PERSON", autocompletion=complete.people),
    ] = None,
    skill: Annotated[
        list[str] | None,
        typer.Option(help="What it takes; repeat it.", autocompletion=complete.skills),
    ] = None,
    tag: Annotated[list[str] | None, typer.Option(help="What it is about; repeat it.")] = None,
    edit: Annotated[
        bool, typer.Option("--edit", "-e", help="Open the page in your editor first.")
    ] = False,
) -> None:
    """Record a need and how we meet it: one file per need.

    \b
    Examples:
      teamkit solutions add "Upload files over 5 GB" --solution "Resumable upload" --time 3-6d
      teamkit solutions add "Pages in three languages" --tag content
    """
    session: Session = ctx.obj
    wanted = actions.draft(
        session.team,
        catalog(session.team),
        need,
        actions.Way(solution, time, risk or ()),
        owner=session.person(owner) if owner else None,
        skills=skill or (),
        tags=tag or (),
        body=_typed(session, need, text, edit=edit),
    )
    page = editor.edit(session, wanted.page, name=f"{wanted.stem}.md") if edit else wanted.page
    added = actions.add(session.team, session.people, wanted, page, session.today)
    said = ["No solution is given, so its status is missing."] if added.status == "missing" else []
    session.finish(added.change, views.made(added, wanted), *said)


@app.command("list", cls=Reads)
def list_(
    ctx: typer.Context,
    status: Annotated[str, typer.Option(help="owned, trying, missing or retired.")] = "",
    tag: Annotated[list[str] | None, typer.Option(help="With this tag; repeat it.")] = None,
) -> None:
    """List the needs, who owns them, how long they take.

    Time is the range of the jobs on record where there are enough; else as stated, marked with ~.

    \b
    Examples:
      teamkit solutions list
      teamkit solutions list --status missing
    """
    session: Session = ctx.obj
    found = actions.listed(session.team, session.people, status=status, tags=tag or ())
    factor = _factor(session)
    session.show(views.solutions(_seen(session, found, factor), factor))


@app.command(cls=Reads)
def show(
    ctx: typer.Context,
    need: Annotated[
        str,
        typer.Argument(
            metavar="NEED",
            help="The file's name, a part of it, or the title.",
            autocompletion=complete.records("solutions"),
        ),
    ],
) -> None:
    """Show one need: solutions, time, risks, track record.

    The range of each solution says what it rests on, and each risk how often it happened.

    \b
    Examples:
      teamkit solutions show large-uploads
      teamkit solutions show large-uploads --json
    """
    session: Session = ctx.obj
    found = actions.named(session.team, session.people, need)
    factor = _factor(session)
    (seen,) = _seen(session, [found], factor)
    session.show(views.solution(seen, factor))


@app.command("for", cls=Reads)
def for_(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="As the client says it.")],
) -> None:
    """Find what we have for a client's words.

    Needs are found by title, tag, solution, skill and text; case and accents do not matter.

    \b
    Examples:
      teamkit solutions for "big files from a boat"
      teamkit solutions for maps offline --json
    """
    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    found = match.find(session.team, session.people, vocabulary, " ".join(words))
    factor = _factor(session)
    seen = _seen(session, (one.need for one in found), factor)
    session.show(views.found(found, seen, factor))


def _factor(session: Session) -> tuple[float, int]:
    """How the team's estimates turn out, and from how many jobs that is known."""
    return ranges.overall_factor(needs(session.team, session.people))


def _seen(session: Session, found: Iterable[Need], factor: records.Factor) -> list[NeedSeen]:
    """The needs with all that follows from their jobs."""
    return records.seen(found, catalog(session.team), factor, session.today)


def _typed(session: Session, need: str, text: list[str] | None, *, edit: bool) -> str:
    """What stands on stdin, when `-` asks for it.

    Raises:
        UsageError: something else follows the need, or stdin is no text.
    """
    if not stdin.is_asked_for(need, text, edit=edit, what="need", command="solutions add"):
        return ""
    return stdin.text(session, "More about it")
