"""`teamkit solutions doc`."""

from typing import Annotated

from teamkit import gather
from teamkit.check import places
from teamkit.cli.options import writes
from teamkit.cli.parameters import Csv, Out, Regenerate, Tags, listed
from teamkit.cli.session import Session
from teamkit.errors import UsageError
from teamkit.knowledge.solutions import document, read, views_document


@writes
def command(
    session: Session,
    out: Out = None,
    csv: Csv = False,
    tag: Tags = None,
    status: Annotated[
        list[str] | None,
        listed(what="owned, trying, missing or retired (default: all but retired)"),
    ] = None,
    regenerate: Regenerate = False,
) -> None:
    """Print all solutions, for people outside the team.

    Needs by tag; for each our solutions, how long they take, what may go wrong, who to ask.

    It prints Markdown. With --out it goes into a page, between two comments; run again, what
    stands between them is brought up to date and the rest stays.

    \b
    Examples:
      teamkit solutions doc > solutions.md
      teamkit solutions doc --tag maps --csv > maps.csv
      teamkit solutions doc --out docs/solutions.md
    """
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
