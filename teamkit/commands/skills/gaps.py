"""`teamkit skills gaps`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import Areas
from teamkit.cli.session import Session
from teamkit.knowledge.skills import demand, gaps, matrix, views_map
from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@reads
def command(session: Session, area: Areas = None) -> None:
    """List needed skills that one person or nobody has.

    Needed is what solutions, talks, guidelines and proposals name, and what the catalog marks
    with `wanted: true`. Each gap says what would help.

    \b
    Examples:
      teamkit skills gaps
      teamkit skills gaps --area backend --json
    """
    vocabulary = catalog(session.team)
    found = gaps.gaps(
        vocabulary,
        matrix.members(session.people, session.today, area or (), session.team.config.areas),
        abilities(session.team, vocabulary),
        demand.records(session.team, vocabulary, session.people),
        today=session.today,
        others=matrix.members(session.people, session.today),
    )
    session.show(views_map.gaps(found), NO_APPRAISAL)
