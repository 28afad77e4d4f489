"""Proposals, people and what they bring, as values; and questions of these, without any file."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

from teamkit.markdown.document import parse
from teamkit.people.person import Person
from teamkit.projects.allocation.problem import question
from teamkit.projects.allocation.question import Lock, Question, Wishes
from teamkit.projects.allocation.score import Experience
from teamkit.projects.months import Month
from teamkit.projects.proposals.model import MAIN, SUPPORT, Decision, Part, Proposal, ProposalNeed

TODAY = date(2026, 12, 1)
#: February 2027 has 20 working days, four whole weeks.
STARTS, ENDS = date(2027, 2, 1), date(2027, 2, 28)
FEBRUARY = Month(2027, 2)
#: Somebody who can do what is asked, who all but can, and who cannot.
ABLE = Experience(level=3, asked=3, knows=6)
NEAR = Experience(level=2, asked=3, knows=4)
NEW = Experience(level=None, asked=3)
#: Somebody who wants to learn it, and who could teach them.
LEARNER = Experience(level=1, asked=3, knows=2, want="more")
TEACHER = Experience(level=4, asked=3, knows=8)


def need(
    title: str = "Map",
    fte: float | None = 0.5,
    starts: date | None = STARTS,
    ends: date | None = ENDS,
    *,
    skill: str = "maps",
    level: int | None = 3,
    solution: str = "",
) -> ProposalNeed:
    """A need of four weeks, half a week's work each."""
    return ProposalNeed(title, skill, level, fte, starts, ends, solution, 1)


def part(
    person: str,
    role: str = MAIN,
    percent: int | None = 50,
    state: str = "agreed",
    *,
    need: str = "Map",
    starts: date | None = STARTS,
    ends: date | None = ENDS,
) -> Part:
    """A row under Allocation."""
    return Part(need, person, role, percent, starts, ends, state, 1)


def proposal(
    *needs: ProposalNeed,
    parts: Sequence[Part] = (),
    stem: str = "watch",
    status: str = "proposal",
    probability: int | None = None,
    areas: str = "",
) -> Proposal:
    """A proposal of these needs; its file holds nothing but its areas."""
    path = f"proposals/{stem}.md"
    return Proposal(
        stem=stem,
        title=stem.capitalize(),
        status=status,
        owner="",
        decider="",
        starts=None,
        ends=None,
        probability=probability,
        scope="",
        risk="",
        needs=needs,
        parts=tuple(parts),
        asked=(),
        advice=(),
        decision=Decision(),
        path=path,
        document=parse(path, f"---\nareas: [{areas}]\n---\n".encode()),
    )


def person(
    handle: str,
    capacity: int = 100,
    *,
    areas: tuple[str, ...] = (),
    joined: date | None = None,
    left: date | None = None,
    away: tuple[tuple[date, date], ...] = (),
) -> Person:
    """Somebody on the team; the name is the handle with a capital."""
    return Person(
        handle,
        handle.capitalize(),
        areas=areas,
        joined=joined,
        left=left,
        away=away,
        capacity=capacity,
        path=f"people/{handle}.md",
    )


def asked(
    own: Proposal | None = None,
    people: Sequence[Person] | None = None,
    told: Sequence[Mapping[str, Experience]] = (),
    wishes: Wishes | None = None,
    *,
    others: Sequence[Proposal] = (),
    today: date = TODAY,
) -> Question:
    """The question of one proposal: of one need and nobody's part, unless something is given.

    Args:
        own: the proposal.
        people: who may be proposed; without any, everybody of *told*, with a whole week each.
        told: need by need what each brings; who is missing there is `NEW`, and further needs
            are as the last that is told.
        wishes: what the asker says beside.
        others: the other proposals.
        today: the day of asking.
    """
    own = own or proposal(need())
    if people is None:
        people = [person(handle) for handle in dict.fromkeys(h for one in told for h in one)]
    given = [told[min(at, len(told) - 1)] if told else {} for at in range(len(own.needs))]
    whole = [{one.handle: brings.get(one.handle, NEW) for one in people} for brings in given]
    return question((own, [*others, own]), people, whole, wishes or Wishes(), today)


def drawn(seed: int, people: int = 6, needs: int = 4) -> Question:
    """A question drawn at random, the same for each seed: up to that many people and needs."""
    random = Random(seed)
    team = [_person(random, handle) for handle in _HANDLES[: random.randint(1, people)]]
    own = [_need(random, f"Need {at}") for at in range(random.randint(1, needs))]
    handles = [one.handle for one in team]
    parts = [_part(random, one, random.choice(handles)) for one in own if random.random() < 0.4]
    other = proposal(
        stem="other",
        status=random.choice(("won", "running", "lost")),
        parts=[
            part(handle, percent=random.choice((10, 40, 70)), need="Old", starts=STARTS)
            for handle in handles
            if random.random() < 0.4
        ],
    )
    levels = [random.choice((3, 3, 3, 2, None)) for _ in own]
    told = [{handle: _standing(random, level) for handle in handles} for level in levels]
    volunteers = frozenset(handle for handle in handles if random.random() < 0.2)
    return asked(
        proposal(*own, parts=parts),
        team,
        told,
        Wishes(volunteers, most=random.choice((40, 80))),
        others=[other],
    )


def locked(*locks: tuple[str, str, int | None]) -> Wishes:
    """Wishes of nothing but locks: (person, role, need's place)."""
    return Wishes(locks=tuple(Lock(*one) for one in locks))


_HANDLES = ("ana", "ben", "carla", "dani", "eli", "fay", "goran", "hana")


def _person(random: Random, handle: str) -> Person:
    holiday = (date(2027, 2, 8), date(2027, 2, random.randint(8, 26)))
    return person(
        handle,
        random.choice((20, 50, 60, 80, 100)),
        left=date(2027, 3, 15) if random.random() < 0.1 else None,
        away=(holiday,) if random.random() < 0.2 else (),
    )


def _need(random: Random, title: str) -> ProposalNeed:
    starts = random.choice((STARTS, date(2027, 1, 11), date(2027, 3, 1)))
    ends = random.choice((date(2027, 3, 12), date(2027, 4, 30)))
    return need(title, random.choice((0.1, 0.2, 0.4, 0.5, 0.8, 1.0)), starts, ends)


def _part(random: Random, one: ProposalNeed, handle: str) -> Part:
    return part(
        handle,
        random.choice((MAIN, SUPPORT)),
        random.choice((10, 30, None)),
        random.choice(("agreed", "agreed", "volunteered", "declined", "suggested")),
        need=one.title,
        starts=one.starts,
        ends=one.ends,
    )


def _standing(random: Random, asked: int | None) -> Experience:
    level = random.choice((None, 0, 1, 2, 2, 3, 3, 4)) if asked is not None else None
    return Experience(
        level,
        asked,
        knows=2 * (level or 0) + random.randint(0, 4),
        want=random.choice(("more", "keep", "less", "")) if level is not None else "",
        before=random.choice(("", "", "", "agreed", "owns", "named")),
        in_area=random.random() < 0.3,
    )
