"""`teamkit skills growth`."""

from typing import Annotated

import typer

from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.knowledge.skills import growth, views_map
from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.people.catalog import catalog


@reads
def command(
    session: Session,
    person: Annotated[str, typer.Argument(metavar="[@me]", hidden=True)] = "@me",
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="2026-06-01; else from the start.")
    ] = None,
) -> None:
    """Show how your own skills changed over time.

    \b
    Examples:
      teamkit skills growth
      teamkit skills growth --since 2026-06-01
    """
    me = session.person("@me")
    growth.check_own(me, session.person(person))
    vocabulary = catalog(session.team)
    path = session.team.path("skills", me.handle)
    document = session.team.document("skills", me.handle)
    kept = growth.versions(
        path,
        session.team.repo.versions(path),
        document,
        session.today,
        vocabulary,
    )
    found = growth.growth(kept, session.past_day(since))
    session.show(views_map.growth(found, vocabulary), NO_APPRAISAL)
