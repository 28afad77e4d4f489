"""Which proposal, and which of its needs, somebody means."""

from teamkit.finder import Named, find, fold
from teamkit.people.directory import Directory
from teamkit.projects.proposals.model import Proposal, ProposalNeed
from teamkit.projects.proposals.read import read_proposal
from teamkit.team import Team


def named(team: Team, people: Directory, name: str) -> Proposal:
    """The proposal that *name* means: its title, its file's name, or a unique part of that.

    Raises:
        UnknownError: none; offers the nearest.
        AmbiguousError: several.
        BadDocumentError: the one meant cannot be read.
    """
    return read_proposal(team.named("proposals", "proposal", name), people.resolve)


def need_named(proposal: Proposal, name: str) -> ProposalNeed:
    """The need of *proposal* that *name* means: its title, or a unique part of that.

    Raises:
        UnknownError: none; offers the nearest, or says which there are.
        AmbiguousError: several.
    """
    first = {fold(need.title): need for need in reversed(proposal.needs)}
    known = [Named(need.title, need) for need in first.values()]
    hint = f"Its needs are: {', '.join(one.key for one in reversed(known))}" if known else None
    return find(name, reversed(known), "need", hint=hint)
