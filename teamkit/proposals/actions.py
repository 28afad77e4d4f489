"""What becomes of a proposal: one more need, another status; and which ones to list."""

from collections.abc import Sequence
from typing import NamedTuple

from teamkit.markdown import editing
from teamkit.markdown.document import parse
from teamkit.markdown.editing import New
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from teamkit.proposals import tables
from teamkit.proposals.model import STATUSES, Need, Plan
from teamkit.proposals.reading import plans, read_plan
from teamkit.proposals.wanted import Wanted, one_line, one_of, row
from teamkit.store.change import Change, Write, edit
from teamkit.team import Team

#: Statuses in which nothing is planned any more.
OVER = ("done", "lost")


class Changed(NamedTuple):
    """A change, and the proposal as it will be read back."""

    change: Change
    plan: Plan


def has_need(plan: Plan, words: str) -> bool:
    """Whether one of its needs has that title, or alone begins with it."""
    return _known(plan, words) is not None


def set_need(
    team: Team, catalog: Catalog, plan: Plan, wanted: Wanted, beside: Sequence[Write] = ()
) -> Change:
    """The change that adds a need to a proposal, or changes what is said of the one it names.

    Raises:
        UsageError: the level or the FTE is none, or the days run backwards.
        UnknownError: the catalog has no such skill.
        EditRefusedError: the table of needs cannot be understood.
    """
    title = one_line(wanted.title)
    cells = row(team, catalog, wanted, plan.path)
    known = _known(plan, title)
    if known:
        kept = {"Need", "Skill"} if known.skill and not wanted.skill else {"Need"}
        told = {column: words for column, words in cells.items() if column not in kept}
        text = tables.set_cells(plan.document.text, "Needs", known.line, told)
    else:
        text = tables.add_need(plan.document.text, cells)
    writes = (*edit(plan.document, text), *beside)
    subject = f"{plan.title} needs: {known.title if known else title}"
    return Change(subject, "proposals need", writes)


def set_status(
    plan: Plan, people: Directory, status: str, *, probability: int | None = None
) -> Changed:
    """The change of how a proposal stands; the probability stays where none is given.

    Raises:
        UsageError: the status is none of ours.
        EditRefusedError: the front matter cannot be changed without touching the rest.
    """
    status = one_of("status", status, STATUSES)
    values: dict[str, New] = {"status": status}
    if probability is not None:
        values["probability"] = probability
    text = editing.set_keys(plan.document.text, values)
    phrase = f"a {status}" if status in STATUSES[:2] else status
    subject = f"{plan.title} is {phrase}"
    change = Change(subject, "proposals set-status", edit(plan.document, text))
    return Changed(change, read_plan(parse(plan.path, text.encode()), people.resolve))


def listed(
    team: Team, people: Directory, *, status: str = "", everything: bool = False
) -> tuple[list[Plan], int]:
    """The proposals with that status, by file name, and how many were left out.

    Without a status, those that are neither done nor lost, unless *everything*.

    Raises:
        UsageError: the status is none of ours.
    """
    wanted = (one_of("status", status, STATUSES),) if status else STATUSES
    every = [plan for plan in plans(team, people) if plan.status in wanted]
    kept = [plan for plan in every if status or everything or plan.status not in OVER]
    return kept, len(every) - len(kept)


def _known(plan: Plan, words: str) -> Need | None:
    """The need of that title; else the only one whose title begins with these words."""
    wanted = one_line(words).casefold()
    for fits in (str.__eq__, lambda title, start: title.startswith(f"{start} ")):
        fitting = [need for need in plan.needs if fits(need.title.casefold(), wanted)]
        if fitting:
            return fitting[0] if len({need.title for need in fitting}) == 1 else None
    return None
