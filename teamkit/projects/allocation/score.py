"""How well people fit the parts of a project: one documented formula, pure, in whole points.

Two tiers. The first is one point for every need whose main person can do it: no number of points
of the second outweighs it. The second adds up, for each need:

    main     knows + wants + before + area + calm + offered
    support  steps in + wants + before + area + calm + offered + beside

`knows` is what `skills.ranking` says (own answer, its freshness, what the files show) in half
levels, 0 to 12. `wants` is more or less of the skill. `before` is continuity: agreed to another
part of this need, owns the linked solution, is named in it. `area` is working where the need
belongs. `calm` is how much of the week stays free in the fullest month, in quarters. `offered` is
more than all the others of a part can differ by: volunteers first. Who would take any part counts
once, and once more as main person somewhere. `steps in` is what a support could do alone. `beside`
depends on both people: the support learns it from somebody who can teach it, or stands beside a
main person who is short of it.

Every further part that the same person has in this proposal loses `AGAIN`: a project that hangs
on one person is a risk. Everything else is equal for everybody; nothing is ever added up per
person or kept.
"""

from collections.abc import Iterable
from typing import NamedTuple

from teamkit.people.catalog import TOP
from teamkit.projects.proposals.model import MAIN, SUPPORT

#: What a need asks for that names a skill and no level: somebody who can do it alone.
ALONE = 3
#: Half levels of `knows` at most: level 4, and the most that evidence adds.
KNOWS = 12
WANTS_MORE, WANTS_LESS = 2, -4
#: Points for what somebody had to do with the need before.
BEFORE = {"agreed": 4, "owns": 3, "named": 2}
AREA = 1
#: A quarter of the week that stays free is a point.
CALM, _QUARTER = 3, 25
OFFERED = {MAIN: 40, SUPPORT: 30}
#: Points of a support who can do it alone, or all but.
STEPS_IN, NEARLY_IN = 3, 2
#: Points of a support who learns from the main person, or who makes up for what they are short of.
LEARNS, CARRIES = 6, 6
#: Points lost by each further part of the same person.
AGAIN = 3
#: The kinds of support that a main person may give their bonus to (see `staffing`).
LEARNS_BASICS, LEARNS_MORE, CARRIES_IT = 1, 2, 3
#: From this level on one is too far to learn the basics from somebody at level 3.
_BASICS = 1


class Experience(NamedTuple):
    """What somebody brings to one need.

    Attributes:
        level: their own answer, the lowest where the need names several skills; None without.
        asked: the level that is asked for; None where the need names no skill.
        knows: half levels, evidence included.
        shown: pieces of evidence.
        want: more, keep, less, or empty.
        before: a key of `BEFORE`, or empty.
        in_area: whether they work where the need belongs.
        offers: the roles they volunteered for.
        is_willing: they volunteered for any part of the proposal.
    """

    level: int | None
    asked: int | None
    knows: int = 0
    shown: int = 0
    want: str = ""
    before: str = ""
    in_area: bool = False
    offers: frozenset[str] = frozenset()
    is_willing: bool = False

    @property
    def is_able(self) -> bool:
        """Whether they can be main person; a need without a skill asks for nothing."""
        return self.asked is None or (self.level is not None and self.level >= self.asked)

    @property
    def is_near(self) -> bool:
        """Whether just one level is missing."""
        return self.asked is not None and self.level is not None and self.level == self.asked - 1

    @property
    def known_level(self) -> int:
        """Their answer; 0 without one."""
        return self.level or 0


class Term(NamedTuple):
    """One part of a score, by its name."""

    name: str
    points: int


def main_terms(one: Experience, free: int) -> tuple[Term, ...]:
    """What speaks for a main person; *free* is the percent that stay free in the fullest month."""
    return _said(Term("knows", min(KNOWS, one.knows)), *_shared(one, free, MAIN))


def support_terms(one: Experience, free: int) -> tuple[Term, ...]:
    """What speaks for a support, but for what depends on the main person."""
    steps = STEPS_IN if _steps_in(one) else NEARLY_IN if one.is_near else 0
    return _said(Term("steps in", steps), *_shared(one, free, SUPPORT))


def beside(main: Experience, support: Experience) -> Term | None:
    """What depends on both people; None when neither learns nor carries."""
    kind = kind_of(support)
    names = {LEARNS_BASICS: "learns", LEARNS_MORE: "learns", CARRIES_IT: "carries"}
    return Term(names[kind], bonus(kind)) if kind and kinds_given(main) >> kind & 1 else None


def kind_of(support: Experience) -> int:
    """The kind of bonus that a support could have; 0 for none."""
    if support.asked is None:
        return 0
    if support.want == "more" and support.known_level < TOP:
        return LEARNS_BASICS if support.known_level <= _BASICS else LEARNS_MORE
    return CARRIES_IT if support.is_able else 0


def kinds_given(main: Experience) -> int:
    """The kinds of support that find what they need beside this main person, as bits.

    Level 4 teaches everybody below; level 3 who is two levels below; who is short of what is
    asked is carried by who is not.
    """
    teaches_basics, teaches = main.known_level >= ALONE, main.known_level == TOP
    return (
        1
        | teaches_basics << LEARNS_BASICS
        | teaches << LEARNS_MORE
        | (not main.is_able) << CARRIES_IT
    )


def bonus(kind: int) -> int:
    """The points of a kind of support beside the main person it needs."""
    return CARRIES if kind == CARRIES_IT else LEARNS if kind else 0


def total(terms: Iterable[Term]) -> int:
    """All points together."""
    return sum(term.points for term in terms)


def may_be_main(one: Experience) -> bool:
    """Whether to propose them: able or nearly, owning the solution, or because they offered.

    Where the need names no skill: only who had to do with it before.
    """
    if MAIN in one.offers or one.before == "owns":
        return True
    return bool(one.before) if one.asked is None else one.is_able or one.is_near


def may_support(one: Experience) -> bool:
    """Whether there is a reason for them to be support."""
    if SUPPORT in one.offers or one.before:
        return True
    return one.asked is not None and (_steps_in(one) or one.is_near or one.want == "more")


def _steps_in(one: Experience) -> bool:
    return one.asked is not None and one.is_able


def _shared(one: Experience, free: int, role: str) -> tuple[Term, ...]:
    wants = {"more": WANTS_MORE, "less": WANTS_LESS}.get(one.want, 0)
    return (
        Term("wants", wants),
        Term("before", BEFORE.get(one.before, 0)),
        Term("area", AREA * one.in_area),
        Term("calm", max(0, min(CALM, free // _QUARTER))),
        Term("offered", OFFERED[role] * (role in one.offers)),
    )


def _said(*terms: Term) -> tuple[Term, ...]:
    return tuple(term for term in terms if term.points)
