"""`teamkit proposals show`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import ProposalName
from teamkit.cli.session import Session
from teamkit.people.catalog import catalog
from teamkit.projects.proposals import find, views_show


@reads
def command(session: Session, slug: ProposalName) -> None:
    """Show one proposal: needs, people, advice, decision.

    \b
    Examples:
      teamkit proposals show saltmarsh-beacon
      teamkit proposals show saltmarsh --json
    """
    proposal = find.named(session.team, session.people, slug)
    session.show(views_show.proposal(proposal, catalog(session.team)))
