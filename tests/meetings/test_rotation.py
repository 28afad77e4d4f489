"""Who has the next turn."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.meetings.rotation import Held, next_takers
from teamkit.proposal import Pick, Proposal
from tests.meetings.made import day

TEAM = ("ana", "ben", "carla", "dani", "eli", "fay", "goran", "hana")
quick = settings(max_examples=60, deadline=None)


def held(on: str, present: str, takers: str) -> Held:
    return Held(day(on), frozenset(present.split()), frozenset(takers.split()))


@st.composite
def histories(draw: st.DrawFn, most: int = 25) -> list[Held]:
    """Meetings a week apart, with whoever was there and whoever of them took notes."""
    found = []
    for week in range(draw(st.integers(0, most))):
        present = draw(st.sets(st.sampled_from(TEAM), min_size=1))
        takers = draw(st.sets(st.sampled_from(sorted(present)), max_size=2))
        on = date(2026, 1, 2) + timedelta(weeks=week)
        found.append(Held(on, frozenset(present), frozenset(takers)))
    return found


candidates = st.sets(st.sampled_from(TEAM), min_size=1)
seats = st.integers(1, 3)


def oracle(history: Sequence[Held], could: set[str], places: int) -> list[str]:
    """The rule in words, counted meeting by meeting, without any of the module's code."""

    def turns(person: str) -> int:
        return sum(person in meeting.takers for meeting in history)

    def attended(person: str) -> int:
        return sum(person in meeting.present | meeting.takers for meeting in history)

    def last(person: str) -> date:
        return max((m.on for m in history if person in m.takers), default=date.min)

    everything = sum(map(attended, could))
    average = Fraction(sum(map(turns, could)), everything) if everything else Fraction(0)
    full_round = ceil(len(could) / places)

    def rate(person: str) -> Fraction:
        missing = max(0, full_round - attended(person))
        return (turns(person) + average * missing) / Fraction(max(full_round, attended(person)))

    def is_new(person: str) -> bool:
        return attended(person) < full_round

    return sorted(could, key=lambda p: (rate(p), is_new(p), last(p), p))


@quick
@given(histories(), candidates, seats)
def test_the_order_is_what_the_rule_says(history: list[Held], could: set[str], places: int) -> None:
    proposal = next_takers(history, could, places)

    names = [pick.name for pick in (*proposal.picks, *proposal.alternates)]
    assert names == oracle(history, could, places)
    assert len(proposal.picks) == min(places, len(could))


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
    proposal = next_takers(history, could, places)

    assert sorted(p.name for p in (*proposal.picks, *proposal.alternates)) == sorted(could)


@quick
@given(histories(most=40))
def test_a_newcomer_is_never_before_somebody_regular_at_or_below_the_average(
    history: list[Held],
) -> None:
    could = {*TEAM, "zoe"}
    turns = {p: sum(p in m.takers for m in history) for p in TEAM}
    attended = {p: sum(p in m.present for m in history) for p in TEAM}
    everything = sum(attended.values())
    average = Fraction(sum(turns.values()), everything) if everything else Fraction(0)
    needy = [
        p for p in TEAM if attended[p] >= len(could) and Fraction(turns[p], attended[p]) <= average
    ]

    proposal = next_takers(history, could)

    order = [p.name for p in (*proposal.picks, *proposal.alternates)]
    assert all(order.index(p) < order.index("zoe") for p in needy)


@quick
@given(histories(), st.sampled_from(TEAM), st.integers(1, 20))
def test_a_stretch_of_absence_changes_nobodys_rate(
    history: list[Held], person: str, weeks: int
) -> None:
    """While somebody is away others meet, and whoever takes notes then is none of the two."""
    before = next_takers([*history, *round_of_all()], {person, "hana"})
    start = date(2027, 1, 1)
    stretch = [
        Held(start + timedelta(weeks=week), frozenset({"gil"}), frozenset({"gil"}))
        for week in range(weeks)
    ]

    after = next_takers([*history, *round_of_all(), *stretch], {person, "hana"})

    assert after == before


def round_of_all() -> list[Held]:
    """Everybody takes notes once, so that nobody is new."""
    start = date(2026, 11, 6)
    return [
        Held(start + timedelta(weeks=week), frozenset(TEAM), frozenset({taker}))
        for week, taker in enumerate(TEAM)
    ]


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000), st.integers(6, 12))
def test_over_years_of_random_absences_everybody_has_the_fair_share(seed: int, size: int) -> None:
    """Fair is, for each meeting attended, one turn divided by those who were there."""
    chance = random.Random(seed)
    team = [f"p{number:02}" for number in range(size)]
    history: list[Held] = []
    fair, waits = dict.fromkeys(team, Fraction(0)), dict.fromkeys(team, 0)
    turns, away = dict.fromkeys(team, 0), dict.fromkeys(team, 0)
    for week in range(60):
        for person in team:
            gone = 0 if chance.random() > 0.06 else chance.choice([1, 1, 2, 3])
            away[person] = max(away[person] - 1, gone)
        here = [person for person in team if not away[person]]
        if not here:
            continue
        taker = next_takers(history, here).picks[0].name
        on = date(2026, 1, 2) + timedelta(weeks=week)
        history.append(Held(on, frozenset(here), frozenset({taker})))
        turns[taker] += 1
        for person in here:
            fair[person] += Fraction(1, len(here))
            waits[person] = 0 if person == taker else waits[person] + 1

        assert max(abs(turns[p] - fair[p]) for p in team) <= Fraction(3, 2)
        assert max(waits.values()) <= 2 * size


def test_it_explains_itself() -> None:
    history = [
        held("11-06", "ana ben carla", "ana"),
        held("11-13", "ana ben carla", "ben"),
        held("11-20", "ana ben carla", "ana"),
    ]

    proposal = next_takers(history, ["ana", "ben", "carla"])

    assert proposal == Proposal(
        picks=(Pick("carla", "0 turns in 3 meetings"),),
        alternates=(
            Pick("ben", "1 turn in 3 meetings, last on 2026-11-13"),
            Pick("ana", "2 turns in 3 meetings, last on 2026-11-20"),
        ),
    )


def test_fewest_turns_per_meeting_attended_goes_first() -> None:
    """Two turns in six are fewer than two in four."""
    history = [
        *(held(f"10-0{n}", "ana ben", "ana" if n % 2 else "ben") for n in range(1, 5)),
        held("10-09", "ana gil", "gil"),
        held("10-16", "ana gil", "gil"),
    ]

    proposal = next_takers(history, ["ana", "ben"])

    assert proposal.picks == (Pick("ana", "2 turns in 6 meetings, last on 2026-10-03"),)


def test_longest_since_the_last_turn_breaks_a_tie_then_the_handle() -> None:
    history = [held("11-06", "ana ben", "ben"), held("11-13", "ana ben", "ana")]

    assert next_takers(history, ["ana", "ben"]).picks[0].name == "ben"
    assert next_takers([], ["ben", "ana"]).picks[0].name == "ana"


def test_a_newcomer_starts_at_the_average_not_at_the_front() -> None:
    history = [held("11-06", "ana ben", "ana"), held("11-13", "ana ben", "ben")] * 2

    proposal = next_takers(history, ["ana", "ben", "hana"])

    assert proposal.picks[0].name == "ana"
    assert proposal.alternates[-1] == Pick("hana", "no meeting yet, so counted at the average rate")


def test_nobody_starts_a_new_team_twice_in_a_row() -> None:
    history = [held("11-06", "ana ben carla", "ana")]

    proposal = next_takers(history, ["ana", "ben", "carla"])

    assert [p.name for p in (*proposal.picks, *proposal.alternates)] == ["ben", "carla", "ana"]


def test_fewer_candidates_than_seats_give_fewer_picks() -> None:
    assert [p.name for p in next_takers([], ["ben"], 3).picks] == ["ben"]
    assert next_takers([], [], 1) == Proposal(picks=())
