"""Putting the question together: what is open, what is fixed, who is free."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from teamkit import gather
from teamkit.errors import ConflictError, UsageError
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.projects.allocation import capacity
from teamkit.projects.allocation.candidates import candidate
from teamkit.projects.allocation.experience import ExperienceSources, standings
from teamkit.projects.allocation.question import ROLES, Fixed, Question, Wishes, ask, part_of, place
from teamkit.projects.allocation.score import Experience
from teamkit.projects.months import Month
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.read import proposals
from teamkit.store import gaps
from teamkit.team import Team

#: The kinds of files that who could work on what depends on.
_DECIDING = ("people", "skills", "proposals", "solutions")


def of_team(
    team: Team, people: Directory, proposal: Proposal, wishes: Wishes, today: date
) -> Question:
    """The question as the team's files ask it.

    Raises:
        ConflictError: the proposal is lost or done.
        UsageError: somebody who was locked has left.
        GapsError: files that it depends on cannot be read.
    """
    if not capacity.is_alive(proposal):
        raise ConflictError(
            f"{proposal.title} is {proposal.status}; nobody is needed for it.",
            where=proposal.path,
            hint=f"When it is not: teamkit proposals set-status {proposal.stem} STATUS",
        )
    members = [person for person in people if person.left is None or today < person.left]
    vocabulary = catalog(team)
    sources = ExperienceSources(
        catalog=vocabulary,
        abilities=abilities(team, vocabulary),
        evidence=lambda words: gather.evidence(team, people, today, words),
        offers=gather.offers(team, people) if any(need.solution for need in proposal.needs) else (),
        areas=team.config.areas,
    )
    told, every = standings(proposal, members, sources, today), proposals(team, people)
    gaps.refuse(team.config, team.unreadable, _DECIDING)
    return question((proposal, every), members, told, wishes, today)


def question(
    proposals: tuple[Proposal, Sequence[Proposal]],
    people: Sequence[Person],
    told: Sequence[Mapping[str, Experience]],
    wishes: Wishes,
    today: date,
) -> Question:
    """What is asked.

    Args:
        proposals: the one that is meant, and all of them, itself included.
        people: who may be proposed.
        told: need by need what each of them brings, without what they offered.
        wishes: what the asker says beside.
        today: nothing before it counts.
    """
    proposal, every = proposals
    by_handle = {one.handle: one for one in sorted(people, key=lambda one: one.handle)}
    asks = tuple(ask(need, at, today) for at, need in enumerate(proposal.needs))
    rows = _rows(proposal, by_handle)
    offering = [_offering(own, at, rows, wishes.volunteers) for at, own in enumerate(told)]
    agreed = tuple(_agreed(proposal))
    asked = Question(proposal, by_handle, wishes, asks, agreed, {}, offering, {}, rows)
    locked = tuple(_locked(asked))
    asked = asked._replace(fixed=(*agreed, *locked), rooms=_rooms(asked, every, locked))
    candidates = {
        (one.need, role): tuple(candidate(asked, one, handle, role) for handle in by_handle)
        for one in asks
        if not one.unready
        for role in ROLES
    }
    return asked._replace(candidates=candidates)


def _rooms(
    asked: Question, every: Sequence[Proposal], locked: Sequence[Fixed]
) -> dict[tuple[str, Month], int]:
    """What everybody has left in each month that matters."""
    load = capacity.load(every, ["agreed"])
    for one in locked:
        for month, days in asked.asks[one.need].days:
            load[one.person, month] = load.get((one.person, month), 0) + one.percent * days
    months = sorted({month for one in asked.asks for month, _ in one.days})
    return {
        (handle, month): capacity.room(person, month) - load.get((handle, month), 0)
        for handle, person in asked.people.items()
        for month in months
    }


def _rows(
    proposal: Proposal, people: Mapping[str, Person]
) -> dict[tuple[int, str, str], int | None]:
    found: dict[tuple[int, str, str], int | None] = {}
    for part in proposal.parts:
        at = place(proposal, part.need)
        is_offer = part.state == "volunteered" and part.role in ROLES
        if is_offer and at is not None and part.person in people:
            found[at, part.person, part.role] = part.percent or None
    return found


def _offering(
    own: Mapping[str, Experience],
    at: int,
    rows: Mapping[tuple[int, str, str], int | None],
    volunteers: Collection[str],
) -> dict[str, Experience]:
    """What everybody brings, with the roles they offered in the proposal's own table, or any."""
    return {
        handle: one._replace(
            offers=frozenset(role for role in ROLES if (at, handle, role) in rows),
            is_willing=handle in volunteers,
        )
        for handle, one in own.items()
    }


def _agreed(proposal: Proposal) -> Iterator[Fixed]:
    for part in proposal.parts:
        at = place(proposal, part.need)
        if part.state == "agreed" and at is not None:
            yield Fixed(at, part.person, part.role, part.percent or 0)


def _locked(asked: Question) -> Iterator[Fixed]:
    """The locks of a need; what is agreed already stays as it is."""
    agreed = {(one.need, one.person, one.role) for one in asked.fixed}
    for lock in asked.wishes.locks:
        if lock.person not in asked.people:
            raise UsageError(
                f"{lock.person} has left, and can have no part.", where=asked.proposal.path
            )
        if lock.need is not None and (lock.need, lock.person, lock.role) not in agreed:
            percent = part_of(asked, lock.need, lock.person, lock.role)
            yield Fixed(lock.need, lock.person, lock.role, percent, is_locked=True)
