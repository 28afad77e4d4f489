"""Beliefs about who could take a part, and what stands in the way of who could not."""

from datetime import date

import pytest

from teamkit.people.person import Person
from teamkit.projects.allocation.question import Candidate, Question, Wishes
from teamkit.projects.allocation.score import Experience, Term
from teamkit.projects.months import Month
from teamkit.projects.proposals.model import MAIN, SUPPORT, Proposal
from tests.projects.allocation.made import (
    ABLE,
    ENDS,
    FEBRUARY,
    LEARNER,
    NEAR,
    NEW,
    asked,
    locked,
    need,
    part,
    person,
    proposal,
)

MARCH = Month(2027, 3)
LONG = proposal(need(ends=date(2027, 3, 31)))
OPEN = Experience(None, None)


def own(found: Question, role: str = MAIN, handle: str = "ana") -> Candidate:
    (one,) = (one for one in found.candidates[0, role] if one.person == handle)
    return one


def obstacle(
    standing: Experience = ABLE,
    proposal: Proposal | None = None,
    *,
    role: str = MAIN,
    ana: Person | None = None,
    wishes: Wishes | None = None,
    others: tuple[Proposal, ...] = (),
) -> str:
    people = [ana or person("ana"), person("ben")]
    found = asked(proposal, people, [{"ana": standing}], wishes, others=others)
    return own(found, role).obstacle


def test_a_candidate_has_a_part_what_stays_free_and_what_speaks_for_them() -> None:
    found = asked(
        told=[{"ana": ABLE}], others=[proposal(parts=[part("ana", percent=20)], stem="old")]
    )

    assert own(found) == Candidate(
        0, "ana", MAIN, 50, 30, FEBRUARY, ABLE, (Term("knows", 6), Term("calm", 1))
    )
    assert own(found, SUPPORT) == Candidate(
        0, "ana", SUPPORT, 15, 65, FEBRUARY, ABLE, (Term("steps in", 3), Term("calm", 2))
    )


def test_the_fullest_month_is_the_one_that_counts_the_first_of_several() -> None:
    march = part("ana", percent=30, starts=date(2027, 3, 1), ends=date(2027, 3, 31))

    assert (own(asked(LONG, told=[{"ana": ABLE}]))[4:6]) == (50, FEBRUARY)
    full = asked(LONG, told=[{"ana": ABLE}], others=[proposal(parts=[march], stem="old")])
    assert (own(full).free, own(full).month) == (20, MARCH)


def test_who_declined_is_not_asked_again() -> None:
    assert obstacle(proposal=proposal(need(), parts=[part("ana", state="declined")])) == "declined"


def test_who_has_a_part_here_has_one_already() -> None:
    agreed = proposal(need(), parts=[part("ana", SUPPORT, 10)])

    assert obstacle(proposal=agreed) == "is support here already"
    assert obstacle(wishes=locked(("ana", MAIN, 0)), role=SUPPORT) == "is main here already"


@pytest.mark.parametrize(
    ("ana", "said"),
    [
        (person("ana", left=ENDS), "leaves on 2027-02-28"),
        (person("ana", joined=date(2027, 2, 2)), "joins on 2027-02-02"),
        (person("ana", left=date(2027, 3, 1), joined=date(2027, 2, 1)), ""),
    ],
)
def test_who_is_not_there_from_the_first_day_to_the_last_cannot(ana: Person, said: str) -> None:
    assert obstacle(ana=ana) == said


@pytest.mark.parametrize(
    ("standing", "role", "said"),
    [
        (NEW, MAIN, "has no level in it yet, 3 is asked"),
        (LEARNER, MAIN, "level 1 of 3"),
        (LEARNER, SUPPORT, ""),
        (
            LEARNER._replace(want="keep"),
            SUPPORT,
            "level 1 of 3, and does not ask for more of it",
        ),
        (OPEN, MAIN, "the need names no skill, and they had no part in it before"),
        (NEAR, MAIN, ""),
    ],
)
def test_who_knows_too_little_of_it_cannot(standing: Experience, role: str, said: str) -> None:
    assert obstacle(standing, role=role) == said


def test_who_would_take_any_part_may_support_what_they_know_a_little_or_want() -> None:
    ana = Wishes(frozenset(["ana"]))
    little, wanting = LEARNER._replace(want="keep"), NEW._replace(want="more", asked=None)

    assert obstacle(little, role=SUPPORT, wishes=ana) == ""
    assert obstacle(wanting, role=SUPPORT, wishes=ana) == ""
    assert obstacle(little, role=MAIN, wishes=ana) == "level 1 of 3"
    assert obstacle(NEW, role=SUPPORT, wishes=ana) == "has no level in it yet, 3 is asked"


def test_who_is_away_too_long_has_no_time_for_it() -> None:
    ana = person("ana", away=((date(2027, 2, 8), date(2027, 2, 21)), (ENDS, date(2027, 3, 15))))

    said = "has 50 % of a week for it in 2027-02, and it takes 60"
    assert obstacle(proposal=proposal(need(fte=0.6)), ana=ana) == said
    assert obstacle(proposal=proposal(need(fte=0.5)), ana=ana) == ""
    later = need(fte=0.6, starts=date(2027, 3, 8), ends=date(2027, 3, 19))
    said = "has 40 % of a week for it in 2027-03, and it takes 60"
    assert obstacle(proposal=proposal(later), ana=ana) == said


def test_who_works_less_than_it_takes_cannot() -> None:
    said = "has 40 % of a week for it in 2027-02, and it takes 50"

    assert obstacle(ana=person("ana", 40)) == said
    assert obstacle(ana=person("ana", -5)) == said.replace("40", "0")
    assert obstacle(ana=person("ana", 50)) == ""


def test_who_agreed_to_other_work_has_what_is_left() -> None:
    def others(percent: int) -> tuple[Proposal, ...]:
        return (proposal(parts=[part("ana", percent=percent)], stem="old"),)

    assert obstacle(others=others(50)) == ""
    assert obstacle(others=others(51)) == "has 49 % free in 2027-02, and it takes 50"
    assert obstacle(others=others(100) * 2) == "has 0 % free in 2027-02, and it takes 50"


def test_the_weightiest_is_said() -> None:
    away = person("ana", 10, left=ENDS)
    gone = proposal(need(), parts=[part("ana", state="declined")])

    assert obstacle(NEW, gone, ana=away) == "declined"
    assert obstacle(NEW, ana=away) == "leaves on 2027-02-28"
    assert obstacle(NEW, ana=person("ana", 10)) == "has no level in it yet, 3 is asked"
