"""Beliefs about what a need takes, and how much of it each part is."""

from datetime import date

import pytest

from teamkit.projects.allocation.question import (
    Ask,
    Fixed,
    Wishes,
    ask,
    declined,
    of_need,
    part_of,
    place,
)
from teamkit.projects.months import Month
from teamkit.projects.proposals.model import MAIN, SUPPORT, ProposalNeed
from tests.projects.allocation.made import (
    ABLE,
    ENDS,
    FEBRUARY,
    STARTS,
    TODAY,
    asked,
    locked,
    need,
    part,
    proposal,
)


def test_a_need_takes_its_working_days_from_today_on() -> None:
    own = need(ends=date(2027, 3, 2))

    assert ask(own, 3, TODAY) == Ask(
        3, own, 50, ((FEBRUARY, 20), (Month(2027, 3), 2)), STARTS, date(2027, 3, 2)
    )
    assert ask(own, 3, date(2027, 2, 22)) == Ask(
        3, own, 50, ((FEBRUARY, 5), (Month(2027, 3), 2)), date(2027, 2, 22), date(2027, 3, 2)
    )


@pytest.mark.parametrize(
    ("own", "today", "unready"),
    [
        (need(), ENDS, "it has no working day"),
        (need(), date(2027, 3, 1), "it ended on 2027-02-28"),
        (need(starts=None), TODAY, "it has no days From and To"),
        (need(ends=None), TODAY, "it has no days From and To"),
        (need(fte=None), TODAY, "its FTE cannot be read"),
        (need(fte=0), TODAY, "it takes no time"),
        (need(fte=0.004), TODAY, "it takes no time"),
        (need(starts=date(2027, 2, 6), ends=date(2027, 2, 7)), TODAY, "it has no working day"),
        (need(), TODAY, ""),
    ],
)
def test_why_nobody_can_be_proposed_for_a_need(
    own: ProposalNeed, today: date, unready: str
) -> None:
    assert ask(own, 0, today).unready == unready


@pytest.mark.parametrize(
    ("fte", "most", "main", "support"),
    [
        (0.5, 80, 50, 15),
        (0.4, 80, 40, 10),
        (2.0, 80, 80, 20),
        (1.0, 60, 60, 15),
        (0.05, 80, 5, 10),
        (0.1, 80, 10, 10),
        (1.0, 100, 100, 25),
    ],
)
def test_a_main_person_takes_all_that_may_be_and_a_support_a_quarter(
    fte: float, most: int, main: int, support: int
) -> None:
    own = asked(proposal(need(fte=fte)), told=[{"ana": ABLE}], wishes=Wishes(most=most))

    assert part_of(own, 0, "ana", MAIN) == main
    assert part_of(own, 0, "ana", SUPPORT) == support


def test_a_main_person_takes_what_others_leave_ten_at_least() -> None:
    parts = [part("ben", SUPPORT, 20), part("carla", "guest", 25)]
    own = asked(proposal(need(), parts=parts), told=[{"ana": ABLE, "ben": ABLE, "carla": ABLE}])

    assert part_of(own, 0, "ana", MAIN) == 10
    assert part_of(own, 0, "ben", MAIN) == 25


def test_a_support_goes_by_the_main_person_who_agreed() -> None:
    own = asked(
        proposal(need(), parts=[part("ben", percent=80)]), told=[{"ana": ABLE, "ben": ABLE}]
    )

    assert part_of(own, 0, "ana", SUPPORT) == 20


def test_what_was_offered_is_taken_but_no_more_than_may_be() -> None:
    rows = [
        part("ana", MAIN, 30, "volunteered"),
        part("ben", SUPPORT, 90, "volunteered"),
        part("carla", MAIN, None, "volunteered"),
    ]
    own = asked(proposal(need(), parts=rows), told=[dict.fromkeys(("ana", "ben", "carla"), ABLE)])

    assert part_of(own, 0, "ana", MAIN) == 30
    assert part_of(own, 0, "ana", SUPPORT) == 15
    assert part_of(own, 0, "ben", SUPPORT) == 80
    assert part_of(own, 0, "carla", MAIN) == 50


def test_the_fixed_parts_of_a_need_by_role() -> None:
    rows = [part("ana", SUPPORT, 10), part("ben", percent=20, need="Else"), part("carla", MAIN, 5)]
    own = asked(
        proposal(need(), need("Else"), parts=rows),
        told=[dict.fromkeys(("ana", "ben", "carla", "dani"), ABLE)],
        wishes=locked(("dani", SUPPORT, 1)),
    )

    assert of_need(own, 0, SUPPORT) == [Fixed(0, "ana", SUPPORT, 10)]
    assert of_need(own, 1, SUPPORT) == [Fixed(1, "dani", SUPPORT, 10, is_locked=True)]


def test_a_row_means_the_first_need_of_that_title() -> None:
    own = proposal(need("Tide map"), need("MAP"), need("map"))

    assert [place(own, title) for title in ("Map", "tide MAP", "tide", "")] == [1, 0, None, None]


def test_who_declined_and_agreed_to_nothing_since() -> None:
    rows = [
        part("ana", state="declined", need="map"),
        part("ben", state="declined"),
        part("ben", SUPPORT, state="agreed"),
        part("carla", state="declined", need="Else"),
        part("dani", state="volunteered"),
    ]

    assert declined(proposal(need(), need("Else"), parts=rows), 0) == {"ana"}
