"""Which proposal, and which of its needs, somebody means."""

from teamkit.errors import AmbiguousError, UnknownError
from teamkit.people.directory import Directory
from teamkit.projects.proposals.model import Proposal, ProposalNeed
from teamkit.projects.proposals.read import read_proposal
from teamkit.team import Team


def named(team: Team, people: Directory, name: str) -> Proposal:
    """The proposal that *name* means: its title, its file's name, or a unique part of that.

    Raises:
        UnknownError: none; says the closest.
        AmbiguousError: several.
        BadDocumentError: the one meant cannot be read.
    """
    document = team.titled("proposals", name) or team.named("proposals", "proposal", name)
    return read_proposal(document, people.resolve)


def need_named(proposal: Proposal, name: str) -> ProposalNeed:
    """The need of *proposal* that *name* means: its title, or a unique part of that.

    Raises:
        UnknownError: none; says which there are.
        AmbiguousError: several.
    """
    wanted = " ".join(name.casefold().split())
    for fits in (str.__eq__, str.startswith, str.__contains__):
        fitting = [need for need in proposal.needs if fits(need.title.casefold(), wanted)]
        titles = list(dict.fromkeys(need.title.casefold() for need in fitting))
        if len(titles) > 1:
            raise AmbiguousError("needs", name, [need.title for need in fitting])
        if fitting:
            return fitting[0]
    raise UnknownError("need", name, [need.title for need in proposal.needs])
