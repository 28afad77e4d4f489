"""Who could take a part, what speaks for them, and what stands in their way."""

from collections.abc import Iterator

from teamkit.people.person import Person
from teamkit.projects.allocation import capacity, score
from teamkit.projects.allocation.question import Ask, Candidate, Question, declined, part_of
from teamkit.projects.allocation.score import Experience
from teamkit.projects.months import Month, workdays
from teamkit.projects.proposals.model import MAIN, SUPPORT


def candidate(asked: Question, one: Ask, handle: str, role: str) -> Candidate:
    """That person in that role, with everything but the others that are proposed."""
    standing = asked.standings[one.need][handle]
    percent = part_of(asked, one.need, handle, role)
    free, month = _free(asked, one, handle, percent)
    terms = score.main_terms if role == MAIN else score.support_terms
    found = Candidate(one.need, handle, role, percent, free, month, standing, terms(standing, free))
    return found._replace(obstacle=next(_obstacles(asked, one, found), ""))


def _free(asked: Question, one: Ask, handle: str, percent: int) -> tuple[int, Month]:
    """Percent left in the month where the least is, with a part of *percent*."""
    return min(
        ((asked.rooms[handle, month] - percent * days) // workdays(month.first, month.last), month)
        for month, days in one.days
    )


def _obstacles(asked: Question, one: Ask, found: Candidate) -> Iterator[str]:
    """What stands in the way, the weightiest first."""
    person, role = asked.people[found.person], found.role
    if person.handle in declined(asked.proposal, one.need):
        yield "declined"
    for other in asked.fixed:
        if (other.need, other.person) == (one.need, person.handle):
            yield f"is {other.role} here already"
    if not person.is_member(one.starts) or not person.is_member(one.ends):
        yield _gone(person, one)
    may = score.may_be_main if role == MAIN else score.may_support
    if not may(found.standing) and not _volunteers(asked, found):
        yield _short(found.standing, role)
    for month, days in one.days:
        here = capacity.here(person, max(one.starts, month.first), min(one.ends, month.last))
        if max(0, person.capacity) * here < found.percent * days:
            has = max(0, person.capacity) * here // days
            yield f"has {has} % of a week for it in {month}, and it takes {found.percent}"
    left, month = min((asked.rooms[found.person, month] // days, month) for month, days in one.days)
    if left < found.percent:
        yield f"has {max(0, left)} % free in {month}, and it takes {found.percent}"


def _volunteers(asked: Question, found: Candidate) -> bool:
    """Whether they would take any part, and this is one they could learn from or help with."""
    is_known = found.standing.known_level > 0 or found.standing.want == "more"
    return found.person in asked.wishes.volunteers and found.role == SUPPORT and is_known


def _gone(person: Person, one: Ask) -> str:
    if person.left is not None and person.left <= one.ends:
        return f"leaves on {person.left}"
    return f"joins on {person.joined}"


def _short(standing: Experience, role: str) -> str:
    if standing.asked is None:
        return "the need names no skill, and they had no part in it before"
    if standing.level is None:
        return f"has no level in it yet, {standing.asked} is asked"
    if role == SUPPORT:
        return f"level {standing.level} of {standing.asked}, and does not ask for more of it"
    return f"level {standing.level} of {standing.asked}"
