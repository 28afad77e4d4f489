"""Who has the next turn."""

import itertools
import random
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.choice import Choice, Pick
from teamkit.meetings.attendance import Held
from teamkit.meetings.turns.rotation import Account, accounts, next_takers, reason
from tests.meetings.made import day

TEAM = ("ana", "ben", "carla", "dani", "eli", "fay", "goran", "hana")
NOBODY = Account()
quick = settings(max_examples=40, deadline=None)


def held(on: str, there: str, takers: str) -> Held:
    return Held(day(on), frozenset(there.split()), frozenset(takers.split()))


@st.composite
def histories(draw: st.DrawFn, most: int = 25) -> list[Held]:
    """Meetings a week apart, with whoever was there and whoever of them had the turn."""
    found = []
    for week in range(draw(st.integers(0, most))):
        there = draw(st.sets(st.sampled_from(TEAM), min_size=1))
        takers = draw(st.sets(st.sampled_from(sorted(there)), max_size=2))
        found.append(Held(weeks(week), frozenset(there), frozenset(takers)))
    return found


candidates = st.sets(st.sampled_from(TEAM), min_size=1)
seats = st.integers(1, 3)


def weeks(number: int) -> date:
    return date(2026, 1, 2) + timedelta(weeks=number)


def order(choice: Choice) -> list[str]:
    return [pick.name for pick in (*choice.picks, *choice.alternates)]


def oracle(history: Sequence[Held], could: set[str]) -> list[str]:
    """The rule in words, counted meeting by meeting, without any of the module's code."""

    def attended(person: str) -> list[Held]:
        return [meeting for meeting in history if person in meeting.eligible]

    def had(person: str) -> list[date]:
        return [meeting.on for meeting in history if person in meeting.takers]

    def owes(person: str) -> Fraction:
        parts = (Fraction(len(m.takers), len(m.eligible)) for m in attended(person))
        return sum(parts, Fraction(0)) - len(had(person))

    def was_last(person: str) -> bool:
        return bool(had(person)) and max(had(person)) == max(m.on for m in attended(person))

    return sorted(could, key=lambda p: (was_last(p), -owes(p), max(had(p), default=date.min), p))


@quick
@given(histories(), candidates, seats)
def test_the_order_is_what_the_rule_says(history: list[Held], could: set[str], places: int) -> None:
    choice = next_takers(history, could, places)

    assert order(choice) == oracle(history, could)
    assert len(choice.picks) == min(places, len(could))


@quick
@given(histories(), candidates, seats, st.randoms(use_true_random=False))
def test_the_order_of_candidates_and_of_history_never_matters(
    history: list[Held], could: set[str], places: int, chance: random.Random
) -> None:
    shuffled, listed = history[:], sorted(could)
    chance.shuffle(shuffled)
    chance.shuffle(listed)

    assert next_takers(shuffled, listed, places) == next_takers(history, could, places)


@quick
@given(histories(), candidates, seats)
def test_nobody_but_a_candidate_is_picked(
    history: list[Held], could: set[str], places: int
) -> None:
    assert sorted(order(next_takers(history, could, places))) == sorted(could)


@quick
@given(histories())
def test_what_a_team_owes_adds_up_to_nothing(history: list[Held]) -> None:
    assert sum(account.debt for account in accounts(history).values()) == 0


@quick
@given(histories(), st.sampled_from(TEAM), st.integers(1, 20))
def test_meetings_without_somebody_change_nothing_for_them(
    history: list[Held], person: str, length: int
) -> None:
    others = frozenset(TEAM) - {person}
    stretch = [
        Held(weeks(100 + week), others, frozenset({sorted(others)[week % len(others)]}))
        for week in range(length)
    ]

    after = accounts([*history, *stretch])

    assert after.get(person, NOBODY) == accounts(history).get(person, NOBODY)


@quick
@given(histories(), candidates)
def test_nobody_has_two_turns_running_while_somebody_else_could(
    history: list[Held], could: set[str]
) -> None:
    first = next_takers(history, could).picks[0].name
    meeting = Held(weeks(100), frozenset(could), frozenset({first}))

    then = next_takers([*history, meeting], could)

    assert (then.picks[0].name == first) == (len(could) == 1)


@quick
@given(histories(most=40), st.integers(1, 12))
def test_a_person_added_waits_for_all_who_owe_something(history: list[Held], more: int) -> None:
    """And, from then on, never has two turns running while others wait."""
    could = {*TEAM, "zoe"}
    known = accounts(history)
    owing = [p for p in TEAM if (one := known.get(p, NOBODY)).debt > 0 and not one.had_the_last]

    choice = next_takers(history, could)

    assert all(order(choice).index(p) < order(choice).index("zoe") for p in owing)
    taken = []
    for week in range(more):
        taken.append(next_takers(history, could).picks[0].name)
        history = [*history, Held(weeks(100 + week), frozenset(could), frozenset({taken[-1]}))]
    assert ("zoe", "zoe") not in list(itertools.pairwise(taken))


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000), st.integers(6, 12))
def test_at_any_time_of_years_of_absences_everybody_is_near_the_fair_share(
    seed: int, size: int
) -> None:
    chance = random.Random(seed)
    team = [f"p{number:02}" for number in range(size)]
    history: list[Held] = []
    waits, away = dict.fromkeys(team, 0), dict.fromkeys(team, 0)
    for week in range(60):
        for person in team:
            gone = 0 if chance.random() > 0.06 else chance.choice([1, 1, 2, 3])
            away[person] = max(away[person] - 1, gone)
        here = [person for person in team if not away[person]]
        if not here:
            continue
        taker = next_takers(history, here).picks[0].name
        history.append(Held(weeks(week), frozenset(here), frozenset({taker})))
        for person in here:
            waits[person] = 0 if person == taker else waits[person] + 1

        assert max(abs(one.debt) for one in accounts(history).values()) <= Fraction(3, 2)
        assert max(waits.values()) <= 2 * size


def test_it_explains_itself() -> None:
    history = [
        held("11-06", "ana ben carla", "ana"),
        held("11-13", "ana ben carla", "ben"),
        held("11-20", "ana ben carla", "ana"),
    ]

    choice = next_takers(history, ["ana", "ben", "carla", "hana"])

    assert choice == Choice(
        picks=(Pick("carla", "no turn yet where 1.0 would be fair"),),
        alternates=(
            Pick("hana", "new, no meeting attended yet"),
            Pick("ben", "1 turn where 1.0 would be fair, last on 2026-11-13"),
            Pick("ana", "2 turns where 1.0 would be fair, last on 2026-11-20, not twice running"),
        ),
    )


def test_a_small_share_is_not_told_as_none() -> None:
    some = Account(share=Fraction(1, 40), seen=day("11-20"))
    none = Account(seen=day("11-20"))

    assert reason(some) == "no turn yet where 0.03 would be fair"
    assert reason(none) == "no turn yet"


def test_whoever_is_furthest_below_the_fair_share_goes_first() -> None:
    """One turn in four meetings of two is further below than one in four of three."""
    history = [
        held("11-02", "ana ben", "ana"),
        held("11-03", "carla dani eli", "carla"),
        *(held(f"11-1{n}", "ana ben", "ben") for n in range(3)),
        *(held(f"11-2{n}", "carla dani eli", "dani") for n in range(3)),
    ]

    choice = next_takers(history, ["ana", "carla"])

    assert order(choice) == ["ana", "carla"]


def test_longest_since_the_last_turn_breaks_a_tie_then_the_handle() -> None:
    history = [
        held("11-06", "ana ben", "ben"),
        held("11-13", "ana ben", "ana"),
        held("11-20", "ana ben", ""),
    ]

    assert next_takers(history, ["ana", "ben"]).picks[0].name == "ben"
    assert next_takers([], ["ben", "ana"]).picks[0].name == "ana"


def test_a_newcomer_is_neither_first_nor_last() -> None:
    """Somebody owes a turn, somebody had one too many, and hana comes between them."""
    history = [
        held("11-06", "ana ben", "ana"),
        held("11-13", "ana ben", "ana"),
        held("11-20", "ana ben", ""),
    ]

    assert order(next_takers(history, ["ana", "ben", "hana"])) == ["ben", "hana", "ana"]


def test_fewer_candidates_than_seats_give_fewer_picks() -> None:
    assert order(next_takers([], ["ben"], 3)) == ["ben"]
    assert next_takers([], [], 1) == Choice(picks=())
