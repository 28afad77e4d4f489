"""Beliefs about saying why somebody is proposed, and what that trades."""

from datetime import date

import pytest

from teamkit.projects.allocation import reasons
from teamkit.projects.allocation.question import Wishes
from teamkit.projects.allocation.score import Experience
from teamkit.projects.allocation.suggest import Suggestion, suggestion
from teamkit.projects.proposals.model import MAIN, SUPPORT, ProposalNeed
from tests.projects.allocation.made import (
    ABLE,
    ENDS,
    LEARNER,
    NEAR,
    NEW,
    STARTS,
    TEACHER,
    asked,
    locked,
    need,
    part,
    person,
    proposal,
)


def because(found: Suggestion, role: str = MAIN) -> tuple[str, ...]:
    """What is said of who is proposed for the first need."""
    picked = found.staffed[0].of(role)
    assert picked
    return reasons.of_pick(found.staffed[0], picked)


def traded(found: Suggestion, at: int = 0, role: str = MAIN) -> str:
    return reasons.traded(found, found.staffed[at], role)


def nobody(found: Suggestion, at: int = 0) -> str:
    return reasons.nobody(found, found.staffed[at])


def test_what_speaks_for_somebody_is_said_the_weightiest_first() -> None:
    brings = NEAR._replace(shown=2, want="more", before="named")
    offered = proposal(need(), parts=[part("ana", percent=90, state="volunteered")])

    found = suggestion(asked(offered, told=[{"ana": brings}]))

    assert because(found) == (
        "volunteered",
        "level 2 of 3",
        "shown twice",
        "wants more of it",
        "named in its solution",
        "only 20 % stays free in 2027-02",
    )


@pytest.mark.parametrize(
    ("standing", "phrases"),
    [
        (ABLE, ("level 3",)),
        (
            ABLE._replace(shown=1, want="less"),
            ("level 3", "shown once", "would rather do less of it"),
        ),
        (
            NEW._replace(before="owns", shown=3),
            ("no level said yet", "shown 3 times", "owns its solution"),
        ),
        (NEW._replace(asked=None, before="agreed"), ("takes part in it already",)),
    ],
)
def test_levels_evidence_and_what_was_before_are_said(
    standing: Experience, phrases: tuple[str, ...]
) -> None:
    found = suggestion(asked(told=[{"ana": standing}]))

    assert because(found) == phrases


def test_a_support_learns_from_the_main_person() -> None:
    found = suggestion(asked(told=[{"ana": TEACHER, "ben": LEARNER}]))

    assert because(found, SUPPORT) == ("learns it from ana", "level 1 of 3")


def test_a_support_who_volunteered_says_so_first() -> None:
    offered = proposal(need(), parts=[part("ben", SUPPORT, 10, "volunteered")])

    found = suggestion(asked(offered, told=[{"ana": TEACHER, "ben": LEARNER}]))

    assert because(found, SUPPORT)[:2] == ("volunteered", "learns it from ana")


def test_a_support_makes_up_for_what_the_main_person_is_short_of() -> None:
    locks = locked(("ana", MAIN, 0))

    found = suggestion(asked(told=[{"ana": NEAR, "ben": ABLE}], wishes=locks))

    assert because(found, SUPPORT) == ("can do it alone, ana not yet", "level 3")


def test_without_anybody_who_knows_it_better_nothing_is_traded() -> None:
    found = suggestion(asked(told=[{"ana": TEACHER, "ben": ABLE}]))

    assert [traded(found, role=role) for role in (MAIN, SUPPORT)] == ["", ""]
    assert traded(suggestion(asked())) == ""


def test_who_knows_it_better_and_cannot_is_named_with_the_obstacle() -> None:
    team = [person("ana"), person("ben", 20)]

    found = suggestion(asked(people=team, told=[{"ana": ABLE, "ben": TEACHER}]))

    assert traded(found) == (
        "ben knows it better, and has 20 % of a week for it in 2027-02, and it takes 50"
    )


def test_a_volunteer_who_cannot_do_it_yet_is_named() -> None:
    offered = proposal(need(), parts=[part("ben", state="volunteered")])

    found = suggestion(asked(offered, told=[{"ana": ABLE, "ben": NEAR}]))

    assert traded(found) == "ben volunteered, and is at level 2 of 3"


def test_somebody_who_would_take_any_part_volunteered() -> None:
    found = suggestion(asked(told=[{"ana": ABLE}], wishes=Wishes(frozenset(["ana"]))))

    assert because(found)[0] == "volunteered"


def test_who_knows_it_better_gives_way_to_a_volunteer() -> None:
    offered = proposal(need(), parts=[part("ana", state="volunteered")])

    found = suggestion(asked(offered, told=[{"ana": ABLE, "ben": TEACHER}]))

    assert traded(found) == "ben knows it better, and ana volunteered"


def test_of_two_needs_and_one_who_can_the_sentence_says_which_got_them() -> None:
    own = proposal(need(fte=0.8), need("Form", fte=0.8))
    told = [{"ana": ABLE, "ben": NEAR}]

    found = suggestion(asked(own, told=told))

    mains = [one.holders(MAIN) for one in found.staffed]
    assert (sorted(mains), found.able) == ([("ana",), ("ben",)], 1)
    at = mains.index(("ben",))
    other = found.staffed[1 - at].ask.what.title
    assert traded(found, at) == f"ana knows it better, and is the main person for {other}"


def test_who_is_support_elsewhere_is_named_as_that() -> None:
    helped = [part("carla", SUPPORT, 10), part("ben", SUPPORT, 10, need="Form")]
    own = proposal(need(), need("Form"), parts=helped)
    told = [{"ana": ABLE, "ben": ABLE._replace(knows=7), "carla": NEW}, {"ben": NEW}]

    found = suggestion(asked(own, told=told))

    assert traded(found) == "ben knows it better, and is support for Form"


def test_who_knows_it_better_may_be_support_here() -> None:
    ben = NEAR._replace(knows=9, want="more")

    found = suggestion(asked(told=[{"ana": TEACHER, "ben": ben}]))

    assert found.staffed[0].holders(SUPPORT) == ("ben",)
    assert traded(found) == "ben knows it better, and is support here"


def test_else_more_speaks_for_who_is_proposed() -> None:
    told = {"ana": ABLE._replace(before="owns"), "ben": ABLE._replace(knows=7, want="less")}
    held = proposal(need(), parts=[part("carla", SUPPORT, 10)])

    found = suggestion(asked(held, told=[{**told, "carla": NEW}]))

    assert traded(found) == "ben knows it better, and more speaks for ana all in all"


def test_where_nobody_is_proposed_those_nearest_to_it_say_why() -> None:
    own = proposal(need(), parts=[part("ana", state="declined")])
    low = NEAR._replace(level=1, knows=2)
    team = [person("ana"), person("ben", 20), person("carla"), person("dani"), person("eli")]
    told = [{"ana": ABLE, "ben": NEAR, "carla": low, "dani": low, "eli": NEW}]

    found = suggestion(asked(own, team, told))

    assert nobody(found) == (
        "ana declined; ben has 20 % of a week for it in 2027-02, and it takes 50; "
        "carla is at level 1 of 3"
    )


def test_where_who_could_is_needed_elsewhere_it_says_where() -> None:
    own = proposal(need(fte=0.8), need("Form", fte=0.8))

    found = suggestion(asked(own, told=[{"ana": ABLE, "ben": NEAR._replace(level=1)}]))

    at = next(at for at, one in enumerate(found.staffed) if not one.main)
    other = found.staffed[1 - at].ask.what.title
    assert nobody(found, at) == f"ana is the main person for {other}; ben is at level 1 of 3"


def test_who_wants_less_of_it_is_not_proposed_when_that_is_all_there_is_to_say() -> None:
    brings = NEAR._replace(level=0, asked=1, knows=0, want="less")
    free = person("ana")

    found = suggestion(asked(people=[free], told=[{"ana": brings}]))

    assert found.staffed[0].main is None
    assert nobody(found) == "nobody knows it yet"


def test_who_all_but_can_and_wants_less_of_it_is_said() -> None:
    brings = NEAR._replace(level=1, asked=2, knows=0, want="less")

    found = suggestion(asked(proposal(need(fte=0.8)), told=[{"ana": brings}]))

    assert nobody(found) == "ana would rather do less of it"


def test_who_all_but_can_and_has_another_part_is_said() -> None:
    own = proposal(need(fte=0.8), parts=[part("ana", "review", 5, need="Form")])
    own = own._replace(needs=(*own.needs, need("Form", fte=0.1, level=4)))
    brings = NEAR._replace(level=1, asked=2, knows=0)

    found = suggestion(asked(own, told=[{"ana": brings}, {"ana": NEW}]))

    assert nobody(found) == "ana has another part in it"


def test_where_nobody_knows_it_or_there_is_nobody_it_says_so() -> None:
    there = suggestion(asked(told=[{"ana": NEW}]))
    empty = suggestion(asked())

    assert [nobody(one) for one in (there, empty)] == ["nobody knows it yet"] * 2


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (need(starts=None), "it has no days From and To"),
        (need(fte=None), "its FTE cannot be read"),
        (need(fte=0.0), "it takes no time"),
        (need(starts=date(2026, 1, 1), ends=date(2026, 2, 1)), "it ended on 2026-02-01"),
    ],
)
def test_a_need_that_cannot_be_planned_says_why(one: ProposalNeed, said: str) -> None:
    found = suggestion(asked(proposal(one), told=[{"ana": ABLE}]))

    assert nobody(found) == said


def test_what_nobody_takes_of_a_need_is_open() -> None:
    big = suggestion(asked(proposal(need(fte=1.5)), told=[{"ana": ABLE}]))
    helped = suggestion(asked(told=[{"ana": TEACHER, "ben": LEARNER}]))

    assert [reasons.uncovered(one.staffed[0]) for one in (big, helped)] == [70, 0]


def test_who_has_agreed_to_more_than_there_is_is_named_with_the_worst_month() -> None:
    own = proposal(need(), parts=[part("ana", percent=80), part("zoe", SUPPORT, 10)])
    other = proposal(stem="other", parts=[part("ana", percent=31, starts=STARTS, ends=ENDS)])

    question = asked(own, told=[{"ana": ABLE, "ben": ABLE}], others=[other])

    assert list(reasons.overloads(question)) == [
        "ana has 11 % more agreed or locked than a week holds in 2027-02."
    ]


def test_an_obstacle_ends_a_sentence() -> None:
    assert [reasons.said(one) for one in ("level 1 of 3", "declined")] == [
        "is at level 1 of 3",
        "declined",
    ]


def test_others_are_told_without_what_depends_on_the_main_person() -> None:
    found = suggestion(asked(told=[{"ana": TEACHER, "ben": NEAR}]))

    (other,) = found.staffed[0].alternates
    assert reasons.of_other(other) == ("level 2 of 3",)
