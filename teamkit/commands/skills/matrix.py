"""`teamkit skills matrix`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import Areas, Csv, People, Skills
from teamkit.cli.session import Session
from teamkit.knowledge.skills import matrix, views_map
from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@reads
def command(
    session: Session,
    area: Areas = None,
    skill: Skills = None,
    people: People = None,
    csv: Csv = False,
) -> None:
    """Show the skill matrix: skills by people.

    Each cell is a level; + is somebody who wants more of it, blank is no answer yet.

    \b
    Examples:
      teamkit skills matrix --area backend
      teamkit skills matrix --skill postgis --skill raster --people ana,hana
      teamkit skills matrix --csv > skills.csv
    """
    vocabulary = catalog(session.team)
    members = matrix.members(session.people, session.today, area or (), session.team.config.areas)
    named = [session.person(name) for name in people or ()]
    found = matrix.matrix(
        vocabulary,
        matrix.only(members, named, session.today),
        abilities(session.team, vocabulary),
        session.today,
        skills=skill or (),
    )
    if csv and not session.json:
        session.show(views_map.csv(found, vocabulary))
        session.tell([NO_APPRAISAL])
    else:
        session.show(views_map.matrix(found, vocabulary), NO_APPRAISAL)
