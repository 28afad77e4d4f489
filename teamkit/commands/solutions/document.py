"""`teamkit solutions doc|missing`: all needs on one page, and what is not owned."""

from typing import Annotated

import typer

from teamkit import gather
from teamkit.check import places
from teamkit.cli.options import Reads, Writes
from teamkit.cli.session import Session
from teamkit.errors import UsageError
from teamkit.knowledge.solutions import (
    document,
    ranges,
    read,
    records,
    views_document,
    views_missing,
)
from teamkit.knowledge.solutions import missing as lacking
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Writes)
def doc(
    ctx: typer.Context,
    out: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write it into this page of the repository."),
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV, for spreadsheets.")] = False,
    tag: Annotated[list[str] | None, typer.Option(help="With this tag; repeat it.")] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(help="owned, trying, missing or retired; repeat it. Else all but retired."),
    ] = None,
    regenerate: Annotated[
        bool, typer.Option("--regenerate", help="Replace what was edited by hand, too.")
    ] = False,
) -> None:
    """Print the whole document, for people outside the team.

    Needs by tag; for each our solutions, how long they take, what may go wrong, who to ask.

    It prints Markdown. With --out it goes into a page, between two comments; run again, what
    stands between them is brought up to date and the rest stays.

    \b
    Examples:
      teamkit solutions doc > solutions.md
      teamkit solutions doc --tag maps --csv > maps.csv
      teamkit solutions doc --out docs/solutions.md
    """
    session: Session = ctx.obj
    if out is not None and csv:
        raise UsageError(
            "--out writes Markdown, and --csv asks for CSV.",
            hint="Send it there: teamkit solutions doc --csv > FILE",
        )
    found = document.page(
        read.needs(session.team, session.people),
        gather.offers(session.team, session.people),
        tags=tag or (),
        statuses=status or (),
    )
    heading = views_document.title(session.team.config.name)
    if out is None:
        session.show(
            views_document.document(found, session.people, session.today, heading, as_csv=csv)
        )
        return
    (path,) = places.inside(session.team, session.start, [out])
    text = views_document.content(found, session.people, session.today, path)
    page = document.written(session.team, path, heading, text, regenerate=regenerate)
    shape = views_document.written(found, session.people, session.today, page)
    session.finish(page.change, shape, *page.told, later=f"teamkit save {path}")


@app.command(cls=Reads)
def missing(ctx: typer.Context) -> None:
    """Show the needs that we cannot safely meet, and why.

    Those without a solution that we own, those one person alone knows, those whose review is
    due; each with who wants to learn what it takes, who could teach it, what would help.

    \b
    Examples:
      teamkit solutions missing
      teamkit solutions missing --json
    """
    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    needs = read.needs(session.team, session.people)
    found = lacking.lacks(
        needs,
        session.people,
        vocabulary,
        abilities(session.team, vocabulary),
        session.today,
    )
    factor = ranges.overall_factor(needs)
    seen = records.seen((one.need for one in found), vocabulary, factor, session.today)
    session.show(views_missing.missing(found, seen, vocabulary))
