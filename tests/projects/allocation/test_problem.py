"""Beliefs about what is asked: what is fixed, who is free, and that order does not matter."""

from collections.abc import Sequence
from datetime import date
from random import Random

import pytest

from teamkit.errors import ConflictError, UsageError
from teamkit.people.directory import directory
from teamkit.projects.allocation import capacity, problem
from teamkit.projects.allocation.question import Fixed, Question, Wishes
from teamkit.projects.allocation.suggest import Suggestion, suggestion
from teamkit.projects.months import Month
from teamkit.projects.proposals import find
from teamkit.projects.proposals.model import MAIN, SUPPORT, Proposal
from teamkit.team import Team
from tests.conftest import Folder
from tests.projects.allocation.made import (
    ABLE,
    ENDS,
    FEBRUARY,
    LEARNER,
    NEAR,
    STARTS,
    TODAY,
    asked,
    drawn,
    locked,
    need,
    part,
    proposal,
)

MARCH = Month(2027, 3)
SEEDS = range(60)
PROPOSAL = """\
---
title: Watch
status: {status}
---

## Needs

| Need | Skill | Level | FTE | From | To | Solution |
| --- | --- | --- | --- | --- | --- | --- |
| Map | mvt | 3 | 0.5 | 2027-02-01 | 2027-02-28 | {solution} |
"""
SKILLS = "| Skill | Level | Want |\n| --- | --- | --- |\n| mvt | 3 | more |\n"


def of_team(folder: Folder, status: str = "proposal", solution: str = "") -> Question:
    folder.write(
        {
            "proposals/watch.md": PROPOSAL.format(status=status, solution=solution),
            "solutions/maps.md": "---\ntitle: Maps\nowner: ben\n---\n",
            "skills/ana.md": SKILLS,
            "people/goran.md": "---\nname: Goran\nleft: 2026-12-01\n---\n",
            "people/hana.md": "---\nname: Hana\nleft: 2026-12-02\n---\n",
        }
    )
    team = Team.open(folder.path)
    people = directory(team)
    proposal = find.named(team, people, "watch")
    return problem.of_team(team, people, proposal, Wishes(), TODAY)


def test_a_team_is_asked_by_its_files(small: Folder) -> None:
    found = of_team(small)

    assert list(found.people) == ["ana", "ben", "carla", "hana"]
    assert (found.standings[0]["ana"].level, found.standings[0]["ana"].want) == (3, "more")
    assert [(one.person, one.obstacle) for one in found.candidates[0, MAIN]] == [
        ("ana", ""),
        ("ben", "has no level in it yet, 3 is asked"),
        ("carla", "has no level in it yet, 3 is asked"),
        ("hana", "leaves on 2026-12-02"),
    ]


def test_a_linked_solution_says_who_owns_it(small: Folder) -> None:
    found = of_team(small, solution="[Maps](../solutions/maps.md)")

    assert found.standings[0]["ben"].before == "owns"


@pytest.mark.parametrize("status", ["lost", "done"])
def test_what_is_over_needs_nobody(small: Folder, status: str) -> None:
    with pytest.raises(ConflictError) as caught:
        of_team(small, status)

    assert caught.value.message == f"Watch is {status}; nobody is needed for it."
    assert caught.value.hint == "When it is not: teamkit proposals set-status watch STATUS"


def test_what_is_agreed_anywhere_takes_room_the_proposal_itself_included() -> None:
    own = proposal(need(), parts=[part("ana", SUPPORT, 10), part("ben", state="suggested")])
    old = proposal(parts=[part("ana", percent=30, need="Old")], stem="old", status="running")
    lost = proposal(parts=[part("ana", percent=40, need="Old")], stem="lost", status="lost")

    found = asked(own, told=[{"ana": ABLE, "ben": ABLE}], others=[old, lost])

    assert found.fixed == (Fixed(0, "ana", SUPPORT, 10),)
    assert found.rooms == {("ana", FEBRUARY): 60 * 20, ("ben", FEBRUARY): 100 * 20}


def test_a_lock_takes_room_and_more_than_there_is_if_it_must() -> None:
    found = asked(
        proposal(need(fte=1)),
        told=[{"ana": ABLE}],
        wishes=locked(("ana", MAIN, 0)),
        others=[proposal(parts=[part("ana")], stem="old")],
    )

    assert found.fixed == (Fixed(0, "ana", MAIN, 80, is_locked=True),)
    assert found.rooms == {("ana", FEBRUARY): -30 * 20}


def test_a_lock_of_what_is_agreed_changes_nothing() -> None:
    own, told = proposal(need(), parts=[part("ana")]), [{"ana": ABLE, "ben": ABLE}]

    free, kept = asked(own, told=told), asked(own, told=told, wishes=locked(("ana", MAIN, 0)))

    assert (kept.fixed, kept.rooms) == (free.fixed, free.rooms)


@pytest.mark.parametrize("at", [0, None])
def test_nobody_who_left_can_be_locked(at: int | None) -> None:
    with pytest.raises(UsageError) as caught:
        asked(told=[{"ana": ABLE}], wishes=locked(("goran", MAIN, at)))

    assert caught.value.message == "goran has left, and can have no part."
    assert caught.value.where == "proposals/watch.md"


def test_a_row_of_an_unknown_need_or_person_or_role_is_left_out() -> None:
    rows = [
        part("ana", state="volunteered", need="Lunch"),
        part("goran", state="volunteered"),
        part("ana", "guest", state="volunteered"),
        part("ana", MAIN, 30, "volunteered"),
        part("ana", SUPPORT, 0, "volunteered"),
        part("ana", need="Lunch"),
    ]

    found = asked(proposal(need(), parts=rows), told=[{"ana": ABLE}])

    assert (found.rows, found.fixed) == ({(0, "ana", MAIN): 30, (0, "ana", SUPPORT): None}, ())
    assert found.standings[0]["ana"].offers == {MAIN, SUPPORT}


def test_a_need_that_nobody_can_be_proposed_for_has_no_candidates() -> None:
    found = asked(proposal(need(), need("Run", fte=None)), told=[{"ana": ABLE}])

    assert sorted(found.candidates) == [(0, MAIN), (0, SUPPORT)]


def test_only_what_is_still_to_come_counts() -> None:
    own = proposal(need(ends=date(2027, 3, 31)))

    found = asked(own, told=[{"ana": ABLE}], today=date(2027, 3, 22))

    assert found.asks[0].days == ((MARCH, 8),)
    assert list(found.rooms) == [("ana", MARCH)]


def people_of(found: Suggestion) -> list[tuple[object, ...]]:
    return [(one.main, one.support, one.alternates, one.supports) for one in found.staffed]


def again(question: Question, others: Sequence[Proposal], random: Random) -> Question:
    """The same question, asked of files in another order."""
    parts, people = list(question.proposal.parts), list(question.people.values())
    for one in (parts, people):
        random.shuffle(one)
    own = question.proposal._replace(parts=tuple(parts))
    told = [dict(random.sample(sorted(one.items()), len(one))) for one in question.standings]
    return problem.question((own, [own, *others]), people, told, question.wishes, TODAY)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_files_changes_nothing(seed: int) -> None:
    random = Random(seed)
    question = drawn(seed)
    parts = [part(handle, percent=30, need="Old") for handle in question.people]
    others = [proposal(parts=parts[:2], stem="old"), proposal(parts=parts[1:], stem="older")]

    one = suggestion(again(question, others, random))
    other = suggestion(again(question, others[::-1], random))

    assert people_of(one) == people_of(other)
    assert (one.able, one.fit) == (other.able, other.fit)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_question_has_the_same_answer(seed: int) -> None:
    assert suggestion(drawn(seed)) == suggestion(drawn(seed))


@pytest.mark.parametrize("seed", range(100))
def test_nobody_is_proposed_for_more_than_they_have(seed: int) -> None:
    found = suggestion(drawn(seed))

    taken: dict[tuple[str, Month], int] = {}
    for staffed in found.staffed:
        for one in filter(None, (staffed.main, staffed.support)):
            for month, days in staffed.ask.days:
                key = one.person, month
                taken[key] = taken.get(key, 0) + one.percent * days
    assert all(found.asked.rooms[key] >= days for key, days in taken.items())
    for (handle, month), room in found.asked.rooms.items():
        own = found.asked.people[handle]
        assert room <= capacity.room(own, month)


def test_what_is_agreed_may_be_too_much_and_then_nothing_is_added() -> None:
    old = [part("ana", percent=90, need="Old"), part("ana", percent=40, need="Older")]
    own = proposal(need(), need("Run", 0.2))
    told = [{"ana": ABLE, "ben": NEAR, "carla": LEARNER}]

    found = suggestion(asked(own, told=told, others=[proposal(parts=old, stem="old")]))

    assert found.asked.rooms["ana", FEBRUARY] == -30 * 20
    assert found.parts_of("ana") == []
    assert [one.holders(MAIN) for one in found.staffed] == [("ben",), ("ben",)]


def test_a_month_is_filled_to_the_last_day_and_no_further() -> None:
    half = need("Half", 0.5, STARTS, ENDS)
    own = proposal(half, half._replace(title="Other half"), half._replace(title="Too much"))

    found = suggestion(asked(own, told=[{"ana": ABLE}]))

    assert sum(one.main is not None for one in found.staffed) == 2
