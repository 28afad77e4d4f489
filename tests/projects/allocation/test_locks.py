"""Beliefs about what is typed on who shall have which part."""

from collections.abc import Sequence

import pytest

from teamkit.errors import AmbiguousError, TeamkitError, UnknownError, UsageError
from teamkit.people.person import Person
from teamkit.projects.allocation.locks import wishes
from teamkit.projects.allocation.question import MOST, Lock, Wishes
from teamkit.projects.proposals.model import MAIN, SUPPORT, Proposal
from tests.projects.allocation.made import need, part, person, proposal

PEOPLE = {handle: person(handle) for handle in ("ana", "ben", "carla")}
TWO = proposal(need("Tide map"), need("Warnings"))


def find(name: str) -> Person:
    found = PEOPLE.get(name.lower().removeprefix("@"))
    if found is None:
        raise UnknownError("person", name, list(PEOPLE))
    return found


def typed(
    *locks: str, proposal: Proposal = TWO, volunteers: Sequence[str] = (), most: int = 0
) -> Wishes:
    return wishes(proposal, volunteers, locks, most or None, find)


def refused(*locks: str, proposal: Proposal = TWO) -> TeamkitError:
    with pytest.raises(TeamkitError) as caught:
        typed(*locks, proposal=proposal)
    return caught.value


def test_nothing_typed_is_no_wish() -> None:
    assert typed() == Wishes(frozenset(), (), MOST)


def test_volunteers_are_people_by_name() -> None:
    assert typed(volunteers=["ana", "@Ben"]).volunteers == {"ana", "ben"}


def test_a_part_has_a_most() -> None:
    assert typed(most=20).most == 20


@pytest.mark.parametrize(
    ("text", "lock"),
    [
        ("ana=main", Lock("ana", MAIN, None)),
        (" @Ana = Support ", Lock("ana", SUPPORT, None)),
        ("Tide map:ana=main", Lock("ana", MAIN, 0)),
        ("warn: ben=support", Lock("ben", SUPPORT, 1)),
    ],
)
def test_a_lock_says_who_has_which_role_and_where(text: str, lock: Lock) -> None:
    assert typed(text).locks == (lock,)


def test_a_need_may_have_a_colon_in_its_title() -> None:
    own = proposal(need("Map: tides"), need("Map: birds"))

    assert typed("map: tides:ana=main", proposal=own).locks == (Lock("ana", MAIN, 0),)


def test_a_lock_without_a_need_means_the_only_open_one() -> None:
    own = proposal(need("Tide map"), need("Warnings"), parts=[part("carla", need="tide map")])

    assert typed("ana=main", "ben=support", proposal=own).locks == (
        Lock("ana", MAIN, 1),
        Lock("ben", SUPPORT, None),
    )


def test_the_same_lock_twice_is_one() -> None:
    assert typed("ana=main", "ana=main").locks == (Lock("ana", MAIN, None),)


@pytest.mark.parametrize(
    "text", ["ana", "ana=", "ana=boss", "=main", "", ":ana=main", "Tide map:=main", " : ana=main"]
)
def test_what_locks_nobody_is_said(text: str) -> None:
    error = refused(text)

    assert (error.status, error.message) == (2, f"'{text}' locks nobody.")
    assert error.hint == 'Write ana=main, ana=support or "Tide map:ana=main"'


def test_nobody_and_no_need_of_that_name() -> None:
    with pytest.raises(UnknownError):
        typed("zoe=main")
    with pytest.raises(UnknownError):
        typed(volunteers=["ana", "zoe"])
    with pytest.raises(UnknownError):
        typed("Lunch:ana=main")
    with pytest.raises(AmbiguousError):
        typed("tide:ana=main", proposal=proposal(need("Tide map"), need("Tide clock")))


@pytest.mark.parametrize(
    ("locks", "said"),
    [
        (("ana=main", "ana=support"), "ana is locked twice without a need."),
        (("tide:ana=main", "tide:ben=main"), "Two locks contradict each other in Tide map."),
        (("tide:ana=main", "tide:ana=support"), "Two locks contradict each other in Tide map."),
    ],
)
def test_locks_that_cannot_be_kept_together_are_refused(locks: tuple[str, ...], said: str) -> None:
    error = refused(*locks)

    assert (error.status, error.message) == (2, said)


def test_two_people_may_be_locked_in_one_need_and_one_in_two() -> None:
    found = typed("tide:ana=main", "tide:ben=support", "warn:ana=main")

    assert [(lock.person, lock.need) for lock in found.locks] == [
        ("ana", 0),
        ("ben", 0),
        ("ana", 1),
    ]


def test_who_declined_is_not_locked() -> None:
    own = TWO._replace(parts=(part("ana", need="Warnings", state="declined"),))

    error = refused("warn:ana=main", proposal=own)

    assert isinstance(error, UsageError)
    assert error.message == "ana declined a part in Warnings."
    assert (error.where, error.hint) == (
        "proposals/watch.md",
        'When that has changed: teamkit allocation agree watch ana "Warnings"',
    )
    assert typed("tide:ana=main", proposal=own).locks == (Lock("ana", MAIN, 0),)


def test_who_agreed_to_one_role_is_not_locked_in_another() -> None:
    own = TWO._replace(parts=(part("ana", SUPPORT, need="Warnings"),))

    error = refused("warn:ana=main", proposal=own)

    assert (error.status, error.message) == (2, "ana has agreed to be support in Warnings.")
    assert error.hint == 'When that has changed: teamkit allocation decline watch ana "Warnings"'
    assert typed("warn:ana=support", proposal=own).locks == (Lock("ana", SUPPORT, 1),)
