"""What becomes of a proposal: one more need, another status; and which ones to list."""

from collections.abc import Sequence
from typing import NamedTuple

from teamkit.finder import fold
from teamkit.kinds import KINDS, choices
from teamkit.markdown import front_matter
from teamkit.markdown.document import parse
from teamkit.markdown.front_matter import New
from teamkit.markdown.outline import Outline
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from teamkit.projects.proposals.model import Proposal, ProposalNeed
from teamkit.projects.proposals.need import TypedNeed, one_line, one_of, row
from teamkit.projects.proposals.read import proposals, read_proposal
from teamkit.projects.proposals.tables import NEEDS
from teamkit.store.change import Change, Write, edit
from teamkit.team import Team


class Changed(NamedTuple):
    """A change, and the proposal as it will be read back."""

    change: Change
    proposal: Proposal


def has_need(proposal: Proposal, words: str) -> bool:
    """Whether one of its needs has that title, or alone begins with it."""
    return _known(proposal, words) is not None


def set_need(
    team: Team,
    catalog: Catalog,
    proposal: Proposal,
    wanted: TypedNeed,
    beside: Sequence[Write] = (),
) -> Change:
    """The change that adds a need to a proposal, or changes what is said of the one it names.

    Raises:
        UsageError: the level or the FTE is none, or the days run backwards.
        UnknownError: the catalog has no such skill.
        EditRefusedError: the table of needs cannot be understood.
    """
    title = one_line(wanted.title)
    cells = row(team, catalog, wanted, proposal.path)
    known, page = _known(proposal, title), Outline(proposal.document)
    if known:
        kept = {"Need", "Skill"} if known.skill and not wanted.skill else {"Need"}
        told = {column: words for column, words in cells.items() if column not in kept}
        text = NEEDS.change(page, known.line, told)
    else:
        text = NEEDS.add(page, cells)
    writes = (*edit(proposal.document, text), *beside)
    subject = f"{proposal.title} needs: {known.title if known else title}"
    return Change(subject, "proposals need", writes)


def set_status(
    proposal: Proposal, people: Directory, status: str, *, probability: int | None = None
) -> Changed:
    """The change of how a proposal stands; the probability stays where none is given.

    Raises:
        UsageError: the status is none of ours.
        EditRefusedError: the front matter cannot be changed without touching the rest.
    """
    status = one_of("status", status, choices("proposals", "status"))
    values: dict[str, New] = {"status": status}
    if probability is not None:
        values["probability"] = probability
    text = front_matter.set_keys(proposal.document.text, values)
    phrase = f"a {status}" if status in {"lead", "proposal"} else status
    subject = f"{proposal.title} is {phrase}"
    change = Change(subject, "proposals set-status", edit(proposal.document, text))
    return Changed(change, read_proposal(parse(proposal.path, text.encode()), people.resolve))


def listed(
    team: Team, people: Directory, *, status: str = "", everything: bool = False
) -> tuple[list[Proposal], int]:
    """The proposals with that status, by file name, and how many were left out.

    Without a status, those that are neither done nor lost, unless *everything*.

    Raises:
        UsageError: the status is none of ours.
    """
    known = choices("proposals", "status")
    wanted = (one_of("status", status, known),) if status else known
    every = [proposal for proposal in proposals(team, people) if proposal.status in wanted]
    over = KINDS["proposals"].over
    kept = [one for one in every if status or everything or one.status not in over]
    return kept, len(every) - len(kept)


def _known(proposal: Proposal, words: str) -> ProposalNeed | None:
    """The need of that title; else the only one whose title begins with these words."""
    wanted = fold(words)
    for fits in (str.__eq__, lambda title, start: title.startswith(f"{start} ")):
        fitting = [need for need in proposal.needs if fits(fold(need.title), wanted)]
        if fitting:
            return fitting[0] if len({need.title for need in fitting}) == 1 else None
    return None
