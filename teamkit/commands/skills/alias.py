"""`teamkit skills alias`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import SkillName
from teamkit.cli.session import Session
from teamkit.knowledge.skills import views_vocabulary, vocabulary
from teamkit.people.catalog import catalog
from teamkit.store import layout


@writes
def command(
    session: Session,
    skill: SkillName,
    aliases: Annotated[
        list[str], typer.Argument(metavar="ALIAS...", help="Other ways people write it.")
    ],
    un: Annotated[bool, typer.Option("--un", help="Take these names away from it.")] = False,
) -> None:
    """Add or remove other names of a skill.

    \b
    Examples:
      teamkit skills alias terraform tf "infra as code"
      teamkit skills alias terraform tf --un
    """
    change = vocabulary.unalias if un else vocabulary.alias
    done = change(session.team, catalog(session.team), skill, aliases)
    path = layout.catalog(session.team.config)
    shape = views_vocabulary.worded("alias", done, path)
    session.finish(done.change, shape, f"{done.skill.title}.")
