"""Events come to the same state, one by one or replayed; time is the sum of what passed."""

import itertools
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamkit.meetings.live import clock, engine
from teamkit.meetings.live.events import Event, from_line, to_line
from teamkit.meetings.live.state import LONGEST_GAP, State, apply, fold
from teamkit.store import logs
from tests.meetings.live.made import NOON, PEOPLE, at, begun, started

LINES = st.sampled_from(
    ["", "n", "b", "-", "skip", "d text", "u", "deep 30", "go 2", "in fay", "out ana", "+", "end"]
)
STEPS = st.lists(st.tuples(LINES, st.integers(-20_000, 20_000)), max_size=15)


def played(steps: list[tuple[str, int]]) -> tuple[State, list[Event]]:
    """The meeting after these lines, each so many seconds after the one before."""
    events, now = [started()], NOON
    state = fold(events)
    assert state is not None
    for line, seconds in steps:
        now += timedelta(seconds=seconds)
        for event in engine.decide(state, line, now, PEOPLE).events:
            events.append(event)
            state = apply(state, event)
    return state, events


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_one_by_one_or_replayed_from_the_file_it_is_the_same(
    tmp_path: Path, steps: list[tuple[str, int]]
) -> None:
    state, events = played(steps)
    log = tmp_path / "log.jsonl"
    logs.replace(log, map(to_line, events))

    replayed = fold(logs.read(log, from_line).entries)

    assert replayed == state


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_the_time_is_the_sum_of_the_gaps_that_count(steps: list[tuple[str, int]]) -> None:
    state, events = played(steps)
    pairs = itertools.pairwise(events)
    gaps = [later.at - earlier.at for earlier, later in pairs]

    expected = sum((g for g in gaps if timedelta() <= g <= LONGEST_GAP), timedelta())

    assert state.spent == sum(state.spent_on.values(), timedelta()) == expected


def test_an_item_keeps_its_time_when_one_comes_back_to_it() -> None:
    state = begun()
    for event in engine.decide(state, "skip", at(3), PEOPLE).events:
        state = apply(state, event)
    for event in engine.decide(state, "b", at(4), PEOPLE).events:
        state = apply(state, event)

    assert clock.item_time(state, at(5)) == timedelta(minutes=4)


def test_without_a_start_there_is_no_meeting() -> None:
    assert fold([Event(NOON, "heard", {"spoke": ["ana"], "passed": []})]) is None


def test_kinds_and_places_that_do_not_fit_only_pass_time() -> None:
    state = begun()
    strange = Event(at(1), "juggled", {})
    outside = Event(at(1), "moved", {"item": 99, "who": "", "mark": "", "of": ""})

    assert apply(state, strange) == apply(state, outside)
    assert apply(state, strange)._replace(last=NOON, spent=timedelta(), spent_on={}) == state


def test_a_second_start_changes_nothing() -> None:
    state = begun("d one")

    assert apply(state, started()).lines == state.lines


def test_a_meeting_that_goes_on_is_not_ended() -> None:
    ended = begun("end")

    assert ended.is_ended
    assert not apply(ended, Event(at(2), "resumed")).is_ended
