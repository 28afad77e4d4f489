"""Beliefs about the formula: each term says what the module says, and volunteers come first."""

import itertools

import pytest

from teamkit.people.catalog import TOP
from teamkit.projects.allocation import score
from teamkit.projects.allocation.score import (
    Experience,
    Term,
    beside,
    bonus,
    kind_of,
    kinds_given,
    main_terms,
    may_be_main,
    may_support,
    support_terms,
    total,
)
from teamkit.projects.proposals.model import MAIN, SUPPORT
from tests.projects.allocation.made import ABLE, LEARNER, NEAR, NEW, TEACHER

#: A need without a skill asks for nothing.
OPEN = Experience(None, None)
OFFERS = (frozenset[str](), frozenset([MAIN]), frozenset([SUPPORT]))
#: Everything that somebody may bring.
ALL = [
    Experience(level, asked, knows, 0, want, before, in_area, offers)
    for asked, levels in ((3, (None, *range(TOP + 1))), (None, (None,)))
    for level, want, before, in_area, offers in itertools.product(
        levels, ("", "more", "keep", "less"), ("", *score.BEFORE), (False, True), OFFERS
    )
    for knows in (0, score.KNOWS)
]


@pytest.mark.parametrize(
    ("one", "free", "terms"),
    [
        (ABLE, 0, (Term("knows", 6),)),
        (ABLE._replace(knows=14), -30, (Term("knows", 12),)),
        (NEW._replace(want="more"), 0, (Term("wants", 2),)),
        (NEW._replace(want="less"), 0, (Term("wants", -4),)),
        (NEW._replace(want="keep"), 0, ()),
        (NEW._replace(before="agreed"), 0, (Term("before", 4),)),
        (NEW._replace(before="owns"), 0, (Term("before", 3),)),
        (NEW._replace(before="named"), 0, (Term("before", 2),)),
        (NEW._replace(in_area=True), 24, (Term("area", 1),)),
        (NEW, 25, (Term("calm", 1),)),
        (NEW, 100, (Term("calm", 3),)),
        (NEW._replace(offers=frozenset([MAIN])), 0, (Term("offered", 40),)),
        (NEW._replace(offers=frozenset([SUPPORT])), 0, ()),
    ],
)
def test_what_speaks_for_a_main_person(one: Experience, free: int, terms: tuple[Term, ...]) -> None:
    assert main_terms(one, free) == terms


@pytest.mark.parametrize(
    ("one", "terms"),
    [
        (ABLE, (Term("steps in", 3),)),
        (NEAR, (Term("steps in", 2),)),
        (LEARNER, (Term("wants", 2),)),
        (OPEN._replace(before="named"), (Term("before", 2),)),
        (NEW._replace(offers=frozenset([SUPPORT])), (Term("offered", 30),)),
        (NEW._replace(offers=frozenset([MAIN])), ()),
    ],
)
def test_what_speaks_for_a_support(one: Experience, terms: tuple[Term, ...]) -> None:
    assert support_terms(one, 0) == terms


@pytest.mark.parametrize(
    ("main", "support", "term"),
    [
        # Level 3 teaches who has no more than seen it; level 4 everybody below.
        (ABLE, LEARNER, Term("learns", 6)),
        (ABLE, LEARNER._replace(level=2), None),
        (TEACHER, LEARNER._replace(level=2), Term("learns", 6)),
        (TEACHER, ABLE._replace(want="more"), Term("learns", 6)),
        (TEACHER, TEACHER._replace(want="more"), None),
        (NEAR, LEARNER, None),
        # Who is short of it is carried by who is not.
        (NEAR, ABLE, Term("carries", 6)),
        (NEW, TEACHER, Term("carries", 6)),
        (NEAR, NEAR, None),
        (ABLE, ABLE, None),
        (OPEN, OPEN, None),
    ],
)
def test_what_two_people_make(main: Experience, support: Experience, term: Term | None) -> None:
    assert beside(main, support) == term


def test_a_kind_is_given_by_bits_and_nobody_gives_what_is_none() -> None:
    assert kind_of(NEW) == 0
    assert bonus(kind_of(NEW)) == 0
    assert [kinds_given(one) for one in (NEW, ABLE, TEACHER, OPEN)] == [
        1 | 1 << score.CARRIES_IT,
        1 | 1 << score.LEARNS_BASICS,
        1 | 1 << score.LEARNS_BASICS | 1 << score.LEARNS_MORE,
        1,
    ]


@pytest.mark.parametrize(
    ("one", "main", "support"),
    [
        (ABLE, True, True),
        (NEAR, True, True),
        (LEARNER, False, True),
        (LEARNER._replace(want="keep"), False, False),
        (NEW, False, False),
        (NEW._replace(before="owns"), True, True),
        (NEW._replace(before="named"), False, True),
        (NEW._replace(offers=frozenset([MAIN])), True, False),
        (NEW._replace(offers=frozenset([SUPPORT])), False, True),
        (OPEN, False, False),
        (OPEN._replace(want="more"), False, False),
        (OPEN._replace(before="named"), True, True),
    ],
)
def test_who_is_proposed_at_all(one: Experience, *, main: bool, support: bool) -> None:
    assert (may_be_main(one), may_support(one)) == (main, support)


def test_who_can_do_it_and_who_nearly_can() -> None:
    asked = (ABLE, NEAR, NEW, TEACHER, OPEN, Experience(0, 0), Experience(None, 0))

    assert [one.is_able for one in asked] == [True, False, False, True, True, True, False]
    assert [one.is_near for one in asked] == [False, True, False, False, False, False, False]


def test_an_offer_outweighs_everything_else_of_a_part() -> None:
    spread = score.WANTS_MORE - score.WANTS_LESS
    spread += max(score.BEFORE.values()) + score.AREA + score.CALM
    pair = max(score.LEARNS, score.CARRIES) + score.AGAIN

    assert score.KNOWS + spread + pair < score.OFFERED[MAIN]
    assert max(score.STEPS_IN, score.NEARLY_IN) + spread + pair < score.OFFERED[SUPPORT]


@pytest.mark.parametrize("role", [MAIN, SUPPORT])
def test_whoever_offered_has_more_than_whoever_did_not(role: str) -> None:
    points = {True: list[int](), False: list[int]()}
    for one, free in itertools.product(ALL, (-20, 100)):
        told = total(main_terms(one, free) if role == MAIN else support_terms(one, free))
        most = bonus(kind_of(one)) if role == SUPPORT else 0
        offered = role in one.offers
        points[offered].append(told if offered else told + most)

    assert min(points[True]) > max(points[False])


def test_points_fall_below_nothing_only_where_less_is_wanted() -> None:
    for one, free in itertools.product(ALL, (-200, 0, 100)):
        for terms in (main_terms(one, free), support_terms(one, free)):
            assert all(term.points > 0 or term == Term("wants", -4) for term in terms)
            assert total(terms) >= (score.WANTS_LESS if one.want == "less" else 0)
