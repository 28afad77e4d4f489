"""Writing a suggestion into the proposal's table, as suggested; it never decides anything."""

from collections.abc import Iterator

from teamkit.errors import EditRefusedError
from teamkit.markdown.document import parse
from teamkit.markdown.outline import Outline
from teamkit.projects.allocation.question import Candidate, Fixed, place
from teamkit.projects.allocation.suggest import Staffed, Suggestion
from teamkit.projects.proposals.model import MAIN, SUPPORT, Part, Proposal, Resolve
from teamkit.projects.proposals.read import read_proposal
from teamkit.projects.proposals.tables import ALLOCATION, add_part
from teamkit.store.change import Change, edit

SUGGESTED = "suggested"


def filled(suggestion: Suggestion, resolve: Resolve) -> Change:
    """The change that puts the suggestion into the table.

    Earlier rows in state suggested go, where their need was looked at; no others do. Who
    volunteered for just that part keeps their own row.

    Raises:
        EditRefusedError: the table cannot be understood.
    """
    proposal = suggestion.asked.proposal
    wanted = [part for staffed in suggestion.staffed for part in _wanted(suggestion, staffed)]
    stale = _stale(suggestion, wanted)
    kept = [part._replace(line=0) for part in proposal.parts if part.line not in stale]
    missing = [part for part in wanted if part not in kept]
    page = Outline(proposal.document)
    page = page.after(ALLOCATION.remove(page, stale))
    for part in missing:
        page = page.after(add_part(page, _cells(part)))
    text = page.document.text
    _check(proposal, text, [*kept, *missing], resolve)
    said = f"Suggest people for {proposal.title}"
    return Change(said, "allocation suggest", edit(proposal.document, text))


def _wanted(suggestion: Suggestion, staffed: Staffed) -> Iterator[Part]:
    """The rows that the table shall have for a need, but for those of volunteers."""
    every: list[Candidate | Fixed] = [one for one in staffed.fixed if one.is_locked]
    every += [found for found in map(staffed.of, (MAIN, SUPPORT)) if found]
    for one in every:
        if (staffed.ask.need, one.person, one.role) not in suggestion.asked.rows:
            yield _part(staffed, one)


def _part(staffed: Staffed, one: Candidate | Fixed) -> Part:
    need = staffed.ask.what
    return Part(
        need=need.title,
        person=one.person,
        role=one.role,
        percent=one.percent,
        starts=need.starts,
        ends=need.ends,
        state=SUGGESTED,
        line=0,
    )


def _stale(suggestion: Suggestion, wanted: list[Part]) -> set[int]:
    """The lines of earlier suggestions that are not made again."""
    proposal = suggestion.asked.proposal
    looked_at = {one.ask.need for one in suggestion.staffed if not one.ask.unready}
    return {
        part.line
        for part in proposal.parts
        if part.state == SUGGESTED
        and place(proposal, part.need) in looked_at
        and part._replace(line=0) not in wanted
    }


def _cells(part: Part) -> dict[str, str]:
    return {
        "Need": part.need,
        "Person": f"@{part.person}",
        "Role": part.role,
        "Part": str(part.percent),
        "From": str(part.starts),
        "To": str(part.ends),
        "State": part.state,
    }


def _check(proposal: Proposal, text: str, expected: list[Part], resolve: Resolve) -> None:
    """Refuse a text that does not say just what was meant."""
    after = read_proposal(parse(proposal.path, text.encode()), resolve)
    found = [part._replace(line=0) for part in after.parts]
    if sorted(map(str, found)) != sorted(map(str, expected)):
        raise EditRefusedError("the table of Allocation", "it would be read differently")
