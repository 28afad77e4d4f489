"""Answering a suggestion: people agree to a part or decline it; the table says so."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from teamkit.errors import (
    AmbiguousError,
    EditRefusedError,
    NotFoundError,
    TeamkitError,
    UnknownError,
)
from teamkit.markdown import sections
from teamkit.markdown.outline import Outline
from teamkit.output.shell import argument
from teamkit.people.person import Person
from teamkit.projects.allocation import capacity
from teamkit.projects.months import workdays
from teamkit.projects.proposals.find import need_named
from teamkit.projects.proposals.model import Part, Proposal
from teamkit.projects.proposals.tables import ALLOCATION, add_part
from teamkit.store.change import Change, edit

AGREED, DECLINED = "agreed", "declined"
_OPEN = ("suggested", "volunteered")
_SECTION = "allocation"


class PartAnswer(NamedTuple):
    """What somebody answered.

    Attributes:
        parts: as they stand now; a new one has line 0.
    """

    change: Change
    state: str
    parts: tuple[Part, ...]


def agreed(proposal: Proposal, person: Person, need: str) -> PartAnswer:
    """The change that says *person* takes the part.

    Args:
        proposal: the proposal.
        person: who answers.
        need: its title or a part of it; empty: the only one that waits for their answer.

    Raises:
        NotFoundError: no part is suggested to them, or none in that need.
        AmbiguousError: several needs wait for them, and none was named.
        UnknownError: there is no such need.
        EditRefusedError: the row names several people.
    """
    parts = _waiting(proposal, person, need)
    if not parts:
        raise _nothing(proposal, person, need)
    said = f"{person.first_name} agrees to: {parts[0].need} ({proposal.title})"
    text = _with_state(proposal, parts, AGREED)
    change = Change(said, "allocation agree", edit(proposal.document, text))
    return PartAnswer(change, AGREED, tuple(part._replace(state=AGREED) for part in parts))


def declined(proposal: Proposal, person: Person, need: str, because: str = "") -> PartAnswer:
    """The change that says *person* does not take the part; the reason stands below the table.

    A need that they were not suggested for may be declined too, by its name.

    Raises:
        NotFoundError: no part is suggested to them, and no need was named.
        AmbiguousError: several needs wait for them, and none was named.
        UnknownError: there is no such need.
        EditRefusedError: the row names several people, or the table cannot be understood.
    """
    parts = _waiting(proposal, person, need)
    if not parts and not need:
        raise _nothing(proposal, person, need)
    title = parts[0].need if parts else need_named(proposal, need).title
    text = _with_state(proposal, parts, DECLINED)
    if not parts:
        cells = {"Need": title, "Person": f"@{person.handle}", "State": DECLINED}
        text = add_part(Outline(proposal.document).after(text), cells)
        blank = Part(title, person.handle, "", None, None, None, DECLINED, 0)
        parts = (blank,)
    because = " ".join(because.split())
    if because:
        text = _with_reason(text, f"- Declined by @{person.handle}, {title}: {because}")
    said = f"{person.first_name} declines: {title} ({proposal.title})"
    change = Change(said, "allocation decline", edit(proposal.document, text), because)
    return PartAnswer(change, DECLINED, tuple(part._replace(state=DECLINED) for part in parts))


def overloads(
    proposals: Sequence[Proposal], proposal: Proposal, person: Person, answer: PartAnswer
) -> Iterator[str]:
    """The months in which *person* has now agreed to more than they have."""
    lines = {part.line for part in answer.parts}
    parts = tuple(
        part._replace(state=answer.state) if part.line in lines else part for part in proposal.parts
    )
    after = [one._replace(parts=parts) if one.path == proposal.path else one for one in proposals]
    months = {month for part in answer.parts for month, _ in capacity.of_part(part)}
    load = capacity.load(after, [AGREED])
    for month in sorted(months):
        over = load.get((person.handle, month), 0) - capacity.room(person, month)
        if over > 0:
            percent = -(-over // workdays(month.first, month.last))
            yield f"{person.first_name} has agreed to {percent} % more than they have in {month}."


def for_another(
    person: Person, me: Person | None, proposal: Proposal, answer: PartAnswer
) -> Iterator[str]:
    """A sentence where somebody answers for another: people own their answers."""
    if me is None or me.handle != person.handle:
        other = {AGREED: "decline", DECLINED: "agree"}[answer.state]
        yield (
            f"This is {person.first_name}'s answer, written by somebody else; "
            f"to change it: {_command(other, proposal, answer.parts[0].need)}"
        )


def answerer(
    proposal: Proposal, name: str, need: str, person: Callable[[str], Person]
) -> tuple[Person, str]:
    """Whose answer it is, and for which need; one word that is nobody's name is the need."""
    try:
        return person(name), need
    except UnknownError:
        if need or not is_need(proposal, name):
            raise
        return person("@me"), name


def is_need(proposal: Proposal, name: str) -> bool:
    """Whether *name* means a need of the proposal."""
    try:
        return bool(need_named(proposal, name))
    except TeamkitError:
        return False


def _waiting(proposal: Proposal, person: Person, need: str) -> tuple[Part, ...]:
    """The parts that are meant: those that wait for an answer, else any other in that need."""
    own = [part for part in proposal.parts if part.person == person.handle]
    waiting = [part for part in own if part.state in _OPEN]
    if need:
        title = need_named(proposal, need).title.casefold()
        here = [part for part in own if part.need.casefold() == title]
        return tuple(part for part in here if part in waiting) or tuple(here)
    titles = list(dict.fromkeys(part.need for part in waiting))
    if len(titles) > 1:
        raise AmbiguousError("needs", person.handle, titles)
    return tuple(waiting)


def _nothing(proposal: Proposal, person: Person, need: str) -> NotFoundError:
    where = f" for {need_named(proposal, need).title}" if need else ""
    given = [part for part in proposal.parts if part.person == person.handle and not need]
    hint = f"See: teamkit allocation suggest {proposal.stem}"
    if given:
        other = "decline" if given[0].state == AGREED else "agree"
        hint = f"To change an answer, name the need: {_command(other, proposal, given[0].need)}"
    return NotFoundError(
        f"Nothing waits for {person.first_name}'s answer{where}.", where=proposal.path, hint=hint
    )


def _command(word: str, proposal: Proposal, need: str) -> str:
    """What the one who answers types."""
    return f"teamkit allocation {word} {proposal.stem} {argument(need)}"


def _with_state(proposal: Proposal, parts: Sequence[Part], state: str) -> str:
    page = Outline(proposal.document)
    for part in parts:
        if sum(one.line == part.line for one in proposal.parts) > 1:
            raise EditRefusedError(f"line {part.line}", "the row names several people")
        page = page.after(ALLOCATION.change(page, part.line, {"State": state}))
    return page.document.text


def _with_reason(text: str, line: str) -> str:
    """*text* with a bullet at the end of the section, once; without such a heading none."""
    found = [one for one in sections.sections(text) if one.title.casefold() == _SECTION]
    is_there = any(told.text == line for one in found for told in one.lines)
    return sections.append(text, found[-1], line)[0] if found and not is_there else text
