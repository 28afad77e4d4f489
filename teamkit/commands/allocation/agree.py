"""`teamkit allocation agree`."""

from teamkit.cli.options import writes
from teamkit.cli.parameters import Answerer, PartName, ProposalName
from teamkit.cli.session import Session
from teamkit.projects.allocation import agree, views
from teamkit.projects.proposals import find
from teamkit.projects.proposals.read import proposals


@writes
def command(
    session: Session, slug: ProposalName, person: Answerer = "@me", need: PartName = ""
) -> None:
    """Agree to take a part in a project.

    \b
    Examples:
      teamkit allocation agree saltmarsh-beacon
      teamkit allocation agree saltmarsh-beacon "Tide map"
    """
    proposal = find.named(session.team, session.people, slug)
    one, title = agree.answerer(proposal, person, need, session.person)
    answer = agree.agreed(proposal, one, title)
    over = agree.overloads(proposals(session.team, session.people), proposal, one, answer)
    said = (*agree.for_another(one, session.me, proposal, answer), *over)
    session.finish(answer.change, views.answered(answer, proposal.stem), *said)
