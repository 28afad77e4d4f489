"""`teamkit skills set`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import SkillName
from teamkit.cli.session import Session
from teamkit.knowledge.skills import views
from teamkit.knowledge.skills.set import set_skill, skill_to_set
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@writes
def command(
    session: Session,
    skill: SkillName,
    level: Annotated[
        int, typer.Argument(metavar="LEVEL", help="0 not yet ... 4 I can teach it.", min=0, max=4)
    ],
    want: Annotated[
        str | None, typer.Option(help="more, keep or less of it.", metavar="WANT")
    ] = None,
    note: Annotated[str | None, typer.Option(help="A few words.")] = None,
    new: Annotated[
        bool, typer.Option("--new", help="A skill that is not in the catalog, whatever is close.")
    ] = False,
) -> None:
    """Record how well you know a skill.

    \b
    Examples:
      teamkit skills set postgis 3
      teamkit skills set terraform 1 --want more
    """
    vocabulary = catalog(session.team)
    known = abilities(session.team, vocabulary)
    slug = skill_to_set(vocabulary, known, skill, is_new=new)
    me = session.person("@me")
    names = vocabulary.names(slug)
    change = set_skill(session.team, me, names, level, session.today, want=want, note=note)
    path = session.team.path("skills", me.handle)
    shape = views.was_set(path, slug, level)
    session.finish(change, shape, f"{vocabulary.title(slug)}: {level} {vocabulary.levels[level]}.")
