"""`teamkit skills learn`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.knowledge.skills import demand, learn, matrix, views_map
from teamkit.knowledge.skills.set import skill_named
from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@reads
def command(
    session: Session,
    skill: Annotated[
        str,
        typer.Argument(
            metavar="[SKILL]",
            help="Its name or alias; without it, all you want more of.",
            autocompletion=complete.skills,
        ),
    ] = "",
) -> None:
    """Show who can teach a skill, and what to read.

    \b
    Examples:
      teamkit skills learn
      teamkit skills learn postgis
    """
    vocabulary = catalog(session.team)
    known = abilities(session.team, vocabulary)
    me = "" if skill else session.person("@me").handle
    own = [ability for ability in known if ability.person == me]
    skills = [skill_named(vocabulary, known, skill)] if skill else learn.wanted(own)
    named = demand.records(session.team, vocabulary, session.people)
    found = learn.lessons(
        vocabulary,
        skills,
        matrix.members(session.people, session.today),
        known,
        learn.to_read(session.team, vocabulary, skills, named, session.today),
        today=session.today,
        without=me,
    )
    session.show(views_map.lessons(found, vocabulary), NO_APPRAISAL)
