"""`teamkit skills survey open`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import Areas, Skills
from teamkit.cli.session import Session
from teamkit.knowledge.survey import views
from teamkit.knowledge.survey.open import open_survey
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@writes
def command(
    session: Session,
    name: Annotated[str, typer.Argument(metavar="NAME", help="For instance 2026-q4.")],
    area: Areas = None,
    skill: Skills = None,
    closes: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The last day (default: two weeks from today)."),
    ] = None,
    title: Annotated[str, typer.Option(metavar="TITLE", help="The title of its page.")] = "",
) -> None:
    """Open a survey.

    \b
    Examples:
      teamkit skills survey open 2026-q4
      teamkit skills survey open maps --skill postgis,maplibre --closes +3w
    """
    vocabulary = catalog(session.team)
    change = open_survey(
        session.team,
        vocabulary,
        abilities(session.team, vocabulary),
        name,
        session.today,
        areas=area or (),
        skills=skill or (),
        closes=session.day(closes),
        title=title,
    )
    session.finish(change, views.opened(change.writes[0].path), *views.opened_told())
