"""`teamkit skills list`."""

from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.knowledge.skills import views
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@reads
def command(session: Session) -> None:
    """List the team's skills and what the levels mean.

    \b
    Examples:
      teamkit skills list
      teamkit skills list --json
    """
    vocabulary = catalog(session.team)
    session.show(views.levels(vocabulary, abilities(session.team, vocabulary)))
