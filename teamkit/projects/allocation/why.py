"""Why somebody is not proposed: what stands in the way, or what would change with them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teamkit.errors import NotFoundError
from teamkit.people.person import Person
from teamkit.projects.allocation import reasons, suggest
from teamkit.projects.allocation.question import Candidate
from teamkit.projects.allocation.score import Term
from teamkit.projects.allocation.suggest import Staffed, Suggestion
from teamkit.projects.proposals.model import MAIN, SUPPORT

_ROLES = (MAIN, SUPPORT)


class PartChange(NamedTuple):
    """A part that somebody else would have; nobody is empty."""

    need: str
    role: str
    before: str
    after: str


class Why(NamedTuple):
    """What there is to say of one person and one need.

    Attributes:
        need: its title.
        answer: fixed, proposed, cannot or could.
        role: the one they have or could have; main where neither.
        sentences: in words, without the name.
        terms: what speaks for them, by name.
        able: how many needs more (below 0: fewer) would have a main person who can do it, with
            them in that role; *fit*: so in points of everything else.
        changes: what else would be different then.
    """

    need: str
    answer: str
    role: str
    sentences: tuple[str, ...]
    terms: tuple[Term, ...] = ()
    able: int = 0
    fit: int = 0
    changes: tuple[PartChange, ...] = ()


def why(suggestion: Suggestion, one: Person) -> list[Why]:
    """For each need, in its order, why somebody is proposed, cannot be, or what would change.

    Raises:
        NotFoundError: they have left.
    """
    person = one.handle
    if person not in suggestion.asked.people:
        raise NotFoundError(f"{one.first_name} left on {one.left}.", where=one.path)
    return [_of_need(suggestion, staffed, person) for staffed in suggestion.staffed]


def _of_need(suggestion: Suggestion, staffed: Staffed, person: str) -> Why:
    title = staffed.ask.what.title
    for fixed in staffed.fixed:
        if fixed.person == person:
            said = f"{fixed.percent} %, {'locked' if fixed.is_locked else 'agreed'}"
            return Why(title, "fixed", fixed.role, (said,))
    for role in _ROLES:
        picked = staffed.of(role)
        if picked and picked.person == person:
            terms = reasons.terms(staffed, picked)
            return Why(title, "proposed", role, reasons.of_pick(staffed, picked), terms)
    if staffed.ask.unready:
        return Why(title, "cannot", MAIN, (staffed.ask.unready,))
    for role, others in zip(_ROLES, (staffed.alternates, staffed.supports), strict=True):
        for at, one in enumerate(others):
            if one.person == person:
                before = [*staffed.holders(role), *(other.person for other in others[:at])]
                return _could(suggestion, staffed, one, before)
    return _cannot(suggestion, staffed, person)


def _cannot(suggestion: Suggestion, staffed: Staffed, person: str) -> Why:
    """What stands in the way of both roles."""
    found = []
    for role in _ROLES:
        candidates = suggestion.asked.candidates[staffed.ask.need, role]
        own = next(one for one in candidates if one.person == person)
        held = "; ".join(
            f"{one.person} {'is locked as' if one.is_locked else 'has agreed to be'} {role}"
            for one in staffed.fixed
            if one.role == role
        )
        found.append((own, own.obstacle or held))
    (main, said), (_, also) = found
    told = (said,) if said == also else (f"as main: {said}", f"as support: {also}")
    return Why(staffed.ask.what.title, "cannot", MAIN, told, main.terms)


def _could(suggestion: Suggestion, staffed: Staffed, one: Candidate, before: Sequence[str]) -> Why:
    """What would change with them in that role: the whole suggestion, made again."""
    other = suggest.suggestion(suggestion.asked, insist=one)
    if other.staffed[one.need].of(one.role) != one:
        return _alone(suggestion, staffed, one)
    changes = tuple(_changes(suggestion, other))
    able, fit = other.able - suggestion.able, other.fit - suggestion.fit
    order = f"next as {one.role}, after {', '.join(before)}" if before else f"could be {one.role}"
    return Why(
        need=staffed.ask.what.title,
        answer="could",
        role=one.role,
        sentences=(order, *reasons.of_other(one), *_told(suggestion, other, one, changes)),
        terms=one.terms,
        able=able,
        fit=fit,
        changes=changes,
    )


def _alone(suggestion: Suggestion, staffed: Staffed, one: Candidate) -> Why:
    """Of somebody who cannot be seated: a support needs a main person."""
    why_not = f"nobody can be the main person next to them: {reasons.nobody(suggestion, staffed)}"
    return Why(staffed.ask.what.title, "cannot", one.role, (why_not,), one.terms)


def _changes(now: Suggestion, then: Suggestion) -> Iterator[PartChange]:
    for one, other in zip(now.staffed, then.staffed, strict=True):
        for role in _ROLES:
            before, after = (found.person if (found := it.of(role)) else "" for it in (one, other))
            if before != after:
                yield PartChange(one.ask.what.title, role, before, after)


def _told(
    now: Suggestion, then: Suggestion, one: Candidate, changes: Sequence[PartChange]
) -> Iterator[str]:
    """The difference, in words."""
    able, fit = then.able - now.able, then.fit - now.fit
    need = now.asked.asks[one.need].what.title
    told = [
        f"{'' if change.need == need else f'{change.need}: '}"
        f"{change.role} {change.after or 'nobody'} instead of {change.before or 'nobody'}"
        for change in changes
    ]
    yield f"if locked: {'; '.join(told)}"
    yield from (f"{lock.person} would not be {lock.role}, as locked" for lock in then.lost)
    if able < 0:
        needs = "one need" if able == -1 else f"{-able} needs"
        yield f"{needs} fewer would have a main person who can do it"
    elif fit < 0:
        yield f"all in all that fits less, by {-fit} of {now.fit} points"
    elif not then.lost:
        yield "nothing would be lost"
