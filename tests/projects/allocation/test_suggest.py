"""Beliefs about suggesting people: what is proposed, what is not moved, and what it adds up to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import UsageError
from teamkit.projects.allocation import score
from teamkit.projects.allocation.question import Wishes
from teamkit.projects.allocation.score import Term
from teamkit.projects.allocation.suggest import Suggestion, of_people, suggestion
from teamkit.projects.proposals.model import MAIN, SUPPORT
from tests.markdown.made import quick
from tests.projects.allocation.made import (
    ABLE,
    LEARNER,
    NEAR,
    NEW,
    TEACHER,
    asked,
    drawn,
    locked,
    need,
    part,
    person,
    proposal,
)

SEEDS = st.integers(0, 10_000)


def who(found: Suggestion) -> list[tuple[str, str]]:
    """Main and support of each need; nobody is empty."""
    return [
        (one.main.person if one.main else "", one.support.person if one.support else "")
        for one in found.staffed
    ]


def test_who_can_do_it_is_main_and_who_learns_it_from_them_is_support() -> None:
    found = suggestion(asked(told=[{"ana": NEAR, "ben": TEACHER, "carla": LEARNER}]))

    (one,) = found.staffed
    assert (who(found), one.beside) == ([("ben", "carla")], Term("learns", score.LEARNS))
    assert (found.able, [other.person for other in one.alternates]) == (1, ["ana"])


def test_volunteers_come_first() -> None:
    offered = proposal(need(), parts=[part("ana", state="volunteered")])

    found = suggestion(asked(offered, told=[{"ana": NEAR, "ben": NEAR._replace(knows=12)}]))

    assert who(found)[0][0] == "ana"


def test_who_would_take_any_part_has_one() -> None:
    told = {"ana": ABLE, "ben": NEAR, "carla": NEAR}

    found = suggestion(asked(told=[told], wishes=Wishes(frozenset(["carla"]))))

    assert who(found) == [("ana", "carla")]
    assert list(of_people(found)) == [("carla", Term("offered", score.OFFERED[SUPPORT]))]


def test_who_would_take_any_part_is_main_person_where_they_can() -> None:
    told = {"ana": ABLE, "ben": ABLE._replace(knows=12)}

    found = suggestion(asked(told=[told], wishes=Wishes(frozenset(["ana"]))))

    assert who(found)[0][0] == "ana"
    points = score.OFFERED[SUPPORT] + score.OFFERED[MAIN]
    assert ("ana", Term("offered", points)) in list(of_people(found))


def test_what_is_agreed_is_not_moved_and_makes_the_others_part_smaller() -> None:
    own = proposal(need(), parts=[part("ben", SUPPORT, 10), part("carla", "review", 5)])

    found = suggestion(asked(own, told=[{"ana": ABLE, "ben": TEACHER, "carla": TEACHER}]))

    (one,) = found.staffed
    assert (who(found), one.holders(SUPPORT), one.supports) == ([("ana", "")], ("ben",), ())
    assert one.main
    assert one.main.percent == 35


def test_a_support_learns_beside_a_main_person_who_has_agreed() -> None:
    own = proposal(need(), parts=[part("ana", MAIN, 40)])

    found = suggestion(asked(own, told=[{"ana": TEACHER, "ben": LEARNER}]))

    (one,) = found.staffed
    assert (who(found), one.beside) == ([("", "ben")], Term("learns", score.LEARNS))
    assert found.parts_of("ana") == [(one, MAIN)]


def test_beside_somebody_who_agreed_and_has_left_since_a_support_is_found_too() -> None:
    own = proposal(need(), parts=[part("zoe", MAIN, 40)])

    found = suggestion(asked(own, told=[{"ben": LEARNER}]))

    (one,) = found.staffed
    assert (who(found), one.beside, one.holders(MAIN)) == ([("", "ben")], None, ("zoe",))


def test_two_needs_that_one_person_can_do_get_two_people_where_there_are_two() -> None:
    helped = [part("carla", SUPPORT, 10, need=title) for title in ("Map", "Form")]
    own = proposal(need(), need("Form"), parts=helped)

    found = suggestion(asked(own, told=[{"ana": ABLE, "ben": ABLE, "carla": NEW}]))

    assert sorted(main for main, _ in who(found)) == ["ana", "ben"]
    assert found.able == 2


def test_nobody_is_proposed_where_nobody_can() -> None:
    nobody_there = suggestion(asked())
    nobody_knows = suggestion(asked(told=[{"ana": NEW}]))
    no_needs = suggestion(asked(proposal(), told=[{"ana": ABLE}]))

    assert [who(one) for one in (nobody_there, nobody_knows, no_needs)] == [[("", "")]] * 2 + [[]]


@pytest.mark.parametrize("fte", [None, 0.0])
def test_a_need_that_cannot_be_planned_keeps_nobody_from_the_others(fte: float | None) -> None:
    own = proposal(need(fte=fte), need("Form"), need("Sign", starts=None))

    found = suggestion(asked(own, told=[{"ana": ABLE}]))

    assert who(found) == [("", ""), ("ana", ""), ("", "")]


def test_a_lock_of_a_need_is_kept_and_one_of_any_need_finds_its_place() -> None:
    own, told = proposal(need(), need("Form")), [{"ana": ABLE, "ben": NEAR}, {"ana": ABLE}]

    here = suggestion(asked(own, told=told, wishes=locked(("ben", MAIN, 0))))
    anywhere = suggestion(asked(own, told=told, wishes=locked(("ben", SUPPORT, None))))

    assert here.staffed[0].holders(MAIN) == ("ben",)
    assert who(here)[1] == ("ana", "")
    assert ("ana", "ben") in who(anywhere)


def test_a_lock_that_fits_nowhere_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        suggestion(
            asked(told=[{"ana": ABLE, "ben": NEW}], wishes=locked(("ben", MAIN, None))),
        )

    assert refused.value.message == "ben fits no open part as main next to what is agreed."
    assert refused.value.hint == 'Name the need: --lock "NEED:ben=main"'


def test_insisting_on_somebody_may_lose_a_lock() -> None:
    question = asked(told=[{"ana": ABLE, "ben": NEAR}], wishes=locked(("ana", MAIN, None)))
    ben = question.candidates[0, MAIN][1]
    open_lock = question.wishes.locks

    found = suggestion(question, insist=ben)

    assert (who(found)[0][0], found.lost) == ("ben", open_lock)


@quick
@given(SEEDS)
def test_fit_is_the_sum_of_what_the_terms_say(seed: int) -> None:
    found = suggestion(drawn(seed))

    points = [
        score.total(it.terms) for one in found.staffed for it in (one.main, one.support) if it
    ]
    points += [one.beside.points for one in found.staffed if one.beside and one.support]
    points += [term.points for _, term in of_people(found)]
    assert found.fit == sum(points)


@quick
@given(SEEDS)
def test_nobody_is_in_two_places_of_a_need_or_has_more_than_fits(seed: int) -> None:
    question = drawn(seed)

    found = suggestion(question)

    load = dict.fromkeys(question.rooms, 0)
    for one in found.staffed:
        held = [one.main, one.support]
        people = [it.person for it in held if it] + [it.person for it in one.fixed]
        assert len(people) == len(set(people))
        for it in filter(None, held):
            for month, days in one.ask.days:
                load[it.person, month] += it.percent * days
    assert all(takes <= max(0, question.rooms[key]) for key, takes in load.items())


@quick
@given(SEEDS)
def test_the_same_question_has_the_same_answer(seed: int) -> None:
    assert suggestion(drawn(seed)) == suggestion(drawn(seed))


@quick
@given(SEEDS)
def test_whoever_is_insisted_on_is_seated_where_there_is_a_main_person(seed: int) -> None:
    question = drawn(seed)
    now = suggestion(question)

    for one in now.staffed:
        for other in (*one.alternates[:1], *one.supports[:1]):
            then = suggestion(question, insist=other)

            staffed = then.staffed[one.ask.need]
            alone = set(staffed.holders(MAIN)) <= {other.person}
            assert staffed.of(other.role) == other or alone
            assert (then.able, then.fit) <= (now.able, now.fit)


def test_who_leaves_before_the_end_is_not_proposed() -> None:
    team = [person("ana", left=date(2027, 2, 15)), person("ben")]

    found = suggestion(asked(people=team, told=[{"ana": ABLE, "ben": NEAR}]))

    assert who(found) == [("ben", "")]
