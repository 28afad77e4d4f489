"""What is typed on the command line about who shall have which part."""

from collections.abc import Callable, Iterable, Sequence

from teamkit.errors import UsageError
from teamkit.output.shell import argument
from teamkit.people.person import Person
from teamkit.projects.allocation.question import MOST, ROLES, Lock, Wishes, declined, place
from teamkit.projects.proposals.find import need_named
from teamkit.projects.proposals.model import Proposal

_FORM = 'Write ana=main, ana=support or "Tide map:ana=main"'

#: The person that a typed name means.
Find = Callable[[str], Person]


def wishes(
    proposal: Proposal,
    volunteers: Iterable[str],
    locks: Iterable[str],
    most: int | None,
    find: Find,
) -> Wishes:
    """The wishes as typed.

    Args:
        proposal: the proposal that they are about.
        volunteers: names of people.
        locks: `ana=main` or `NEED:ana=main`.
        most: percent of a week that a part may take; None: `MOST`.
        find: the person a name means.

    Raises:
        UsageError: a lock cannot be read, contradicts another, or is for somebody who declined
            or agreed to another role.
        UnknownError: no such person or need.
        AmbiguousError: several.
    """
    found = tuple(dict.fromkeys(_lock(proposal, text, find) for text in locks))
    _check(proposal, found)
    people = frozenset(find(name).handle for name in volunteers)
    return Wishes(people, found, MOST if most is None else most)


def _lock(proposal: Proposal, text: str, find: Find) -> Lock:
    who, equals, role = text.rpartition("=")
    need, colon, name = who.rpartition(":")
    role = role.strip().lower()
    if not equals or role not in ROLES or not name.strip() or (colon and not need.strip()):
        raise UsageError(f"'{text}' locks nobody.", hint=_FORM)
    place_of = (
        place(proposal, need_named(proposal, need).title) if colon else _only_open(proposal, role)
    )
    return Lock(find(name.strip()).handle, role, place_of)


def _only_open(proposal: Proposal, role: str) -> int | None:
    """The one need where nobody has agreed to that role; None when there are several."""
    held = {
        part.need.casefold()
        for part in proposal.parts
        if (part.state, part.role) == ("agreed", role)
    }
    open_ = [at for at, need in enumerate(proposal.needs) if need.title.casefold() not in held]
    return open_[0] if len(open_) == 1 else None


def _check(proposal: Proposal, locks: Sequence[Lock]) -> None:
    """Refuse what cannot be kept."""
    anywhere = [lock.person for lock in locks if lock.need is None]
    for lock in locks:
        if lock.need is None and anywhere.count(lock.person) > 1:
            raise UsageError(
                f"{lock.person} is locked twice without a need.",
                hint=f'Name the needs: --lock "NEED:{lock.person}={lock.role}"',
            )
        if lock.need is not None:
            _check_need(proposal, lock, locks)


def _check_need(proposal: Proposal, lock: Lock, locks: Sequence[Lock]) -> None:
    title = proposal.needs[lock.need or 0].title
    if lock.person in declined(proposal, lock.need or 0):
        raise UsageError(
            f"{lock.person} declined a part in {title}.",
            where=proposal.path,
            hint="When that has changed: "
            f"teamkit allocation agree {proposal.stem} {lock.person} {argument(title)}",
        )
    for part in proposal.parts:
        is_here = (part.state, part.person) == ("agreed", lock.person)
        if is_here and part.need.casefold() == title.casefold() and part.role != lock.role:
            raise UsageError(
                f"{lock.person} has agreed to be {part.role} in {title}.",
                where=proposal.path,
                hint="When that has changed: "
                f"teamkit allocation decline {proposal.stem} {lock.person} {argument(title)}",
            )
    for other in locks:
        same = other != lock and other.need == lock.need
        if same and (other.person == lock.person or other.role == lock.role):
            raise UsageError(
                f"Two locks contradict each other in {title}.",
                hint="A need has one main person and one support, who are not the same",
            )
