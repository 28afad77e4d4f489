"""Beliefs about saying why somebody is not proposed, and what would change with them."""

from datetime import date

import pytest

from teamkit.errors import NotFoundError
from teamkit.people.directory import directory
from teamkit.projects.allocation import problem
from teamkit.projects.allocation.question import Lock, Question, Wishes
from teamkit.projects.allocation.suggest import Suggestion, suggestion
from teamkit.projects.allocation.why import PartChange, Why, why
from teamkit.projects.proposals.find import named
from teamkit.projects.proposals.model import MAIN, SUPPORT
from teamkit.team import Team
from tests.conftest import Folder
from tests.projects.allocation.made import (
    ABLE,
    LEARNER,
    NEAR,
    NEW,
    TEACHER,
    asked,
    locked,
    need,
    part,
    person,
    proposal,
)

DAY = date(2026, 12, 1)


def of(question: Question, handle: str) -> list[Why]:
    return why(suggestion(question), person(handle))


def test_what_is_agreed_or_locked_is_said() -> None:
    agreed = proposal(need(), parts=[part("ana", percent=40)])

    (one,) = of(asked(agreed, told=[{"ana": ABLE}]), "ana")
    (other,) = of(asked(told=[{"ana": ABLE}], wishes=locked(("ana", MAIN, 0))), "ana")

    assert one == Why("Map", "fixed", MAIN, ("40 %, agreed",))
    assert other == Why("Map", "fixed", MAIN, ("50 %, locked",))


def test_who_is_proposed_hears_why() -> None:
    question = asked(told=[{"ana": TEACHER, "ben": LEARNER}])

    (main,), (support,) = of(question, "ana"), of(question, "ben")

    assert (main.answer, main.role, main.sentences) == ("proposed", MAIN, ("level 4",))
    assert (support.answer, support.role) == ("proposed", SUPPORT)
    assert support.sentences == ("learns it from ana", "level 1 of 3")
    assert support.terms[-1].name == "learns"


def test_a_need_that_cannot_be_planned_says_why_to_everybody() -> None:
    question = asked(proposal(need(fte=None)), told=[{"ana": ABLE}])

    assert of(question, "ana") == [Why("Map", "cannot", MAIN, ("its FTE cannot be read",))]


def test_what_stands_in_the_way_is_said_once_when_it_is_the_same_for_both_parts() -> None:
    own = proposal(need(), need("Form"), parts=[part("ben", state="declined")])
    short = NEAR._replace(level=1)

    first, second = of(asked(own, told=[{"ana": ABLE, "ben": short}]), "ben")

    assert (first.answer, first.sentences) == ("cannot", ("declined",))
    assert second.sentences == (
        "as main: level 1 of 3",
        "as support: level 1 of 3, and does not ask for more of it",
    )


def test_where_a_part_is_agreed_already_it_says_by_whom() -> None:
    own = proposal(need(), parts=[part("ana"), part("carla", SUPPORT, 10)])

    (one,) = of(asked(own, told=[{"ana": ABLE, "ben": ABLE, "carla": ABLE}]), "ben")

    assert one.sentences == (
        "as main: ana has agreed to be main",
        "as support: carla has agreed to be support",
    )


def test_where_a_part_is_locked_it_says_that() -> None:
    locks = locked(("ana", MAIN, 0), ("carla", SUPPORT, 0))

    (one,) = of(asked(told=[{"ana": ABLE, "ben": ABLE, "carla": ABLE}], wishes=locks), "ben")

    assert one.sentences == (
        "as main: ana is locked as main",
        "as support: carla is locked as support",
    )


def test_who_could_hears_what_would_change_and_what_it_would_lose() -> None:
    own = proposal(need(), parts=[part("carla", SUPPORT, 10)])

    (one,) = of(asked(own, told=[{"ana": ABLE, "ben": NEAR, "carla": NEW}]), "ben")

    assert one._replace(terms=()) == Why(
        need="Map",
        answer="could",
        role=MAIN,
        sentences=(
            "next as main, after ana",
            "level 2 of 3",
            "if locked: main ben instead of ana",
            "one need fewer would have a main person who can do it",
        ),
        able=-1,
        fit=-2,
        changes=(PartChange("Map", MAIN, "ana", "ben"),),
    )


def test_several_needs_may_lose_who_can_do_them() -> None:
    own = proposal(need(fte=0.8), need("Form", fte=0.8))
    told = [{"ana": ABLE, "ben": NEAR}, {"ana": NEW, "ben": ABLE}]
    team = [person("ana", 80), person("ben", 80)]

    first, *_ = of(asked(own, team, told), "ben")

    changed = "main ben instead of ana; support ana instead of nobody"
    assert first.sentences[-2:] == (
        f"if locked: {changed}; Form: main nobody instead of ben",
        "2 needs fewer would have a main person who can do it",
    )


def test_points_that_are_lost_are_said_and_so_is_nothing() -> None:
    own = proposal(need(), parts=[part("carla", SUPPORT, 10)])
    told = {"ana": ABLE, "carla": NEW}

    (less,) = of(asked(own, told=[{**told, "ben": ABLE._replace(knows=5)}]), "ben")
    (same,) = of(asked(own, told=[{**told, "ben": ABLE}]), "ben")

    assert less.sentences[-1] == "all in all that fits less, by 1 of 8 points"
    assert same.sentences[-1] == "nothing would be lost"


def test_who_could_take_what_nobody_is_proposed_for_is_not_after_anybody() -> None:
    reluctant = NEAR._replace(level=1, asked=2, knows=0, want="less")

    (one,) = of(asked(proposal(need(fte=0.8)), told=[{"ana": reluctant}]), "ana")

    assert one.sentences[0] == "could be main"
    assert "if locked: main ana instead of nobody" in one.sentences


def test_a_support_without_any_main_person_cannot_be() -> None:
    (one,) = of(asked(told=[{"ana": LEARNER}]), "ana")

    assert (one.answer, one.role, one.sentences) == (
        "cannot",
        SUPPORT,
        ("nobody can be the main person next to them: ana is at level 1 of 3",),
    )


def test_a_lock_that_would_be_lost_is_said() -> None:
    own = proposal(need(), parts=[part("carla", SUPPORT, 10)])
    question = asked(
        own, told=[{"ana": ABLE, "ben": ABLE, "carla": NEW}], wishes=locked(("ben", MAIN, None))
    )

    (one,) = of(question, "ana")

    assert one.sentences[-2:] == (
        "if locked: main ana instead of ben",
        "ben would not be main, as locked",
    )


def test_who_has_left_is_not_asked_about() -> None:
    left = person("zoe", left=date(2026, 11, 1))

    with pytest.raises(NotFoundError) as refused:
        why(suggestion(asked(told=[{"ana": ABLE}])), left)

    assert (refused.value.message, refused.value.where) == (
        "Zoe left on 2026-11-01.",
        "people/zoe.md",
    )


def people_of(found: Suggestion) -> set[tuple[str, str, str]]:
    return {
        (one.ask.what.title, role, person)
        for one in found.staffed
        for role in (MAIN, SUPPORT)
        for person in one.holders(role)
    }


def test_what_would_change_is_what_changes_when_they_are_locked(demo: Folder) -> None:
    team = Team.open(demo.path)
    people = directory(team)
    proposal = named(team, people, "saltmarsh")
    now = suggestion(problem.of_team(team, people, proposal, Wishes(), DAY))
    tried = 0

    for one in people:
        for at, told in enumerate(why(now, one)):
            if told.answer == "could":
                wishes = Wishes(locks=(Lock(one.handle, told.role, at),))
                then = suggestion(problem.of_team(team, people, proposal, wishes, DAY))
                before = {(it.need, it.role, it.before) for it in told.changes if it.before}
                after = {(it.need, it.role, it.after) for it in told.changes if it.after}
                assert people_of(then) == people_of(now) - before | after
                tried += 1

    assert tried > 2
