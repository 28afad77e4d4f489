"""The clock of the item and of the meeting: what counts, what jumps, what is said and when."""

from datetime import timedelta

import pytest

from teamkit.meetings.live import clock
from teamkit.meetings.live.events import Event
from teamkit.meetings.live.state import State, apply
from tests.meetings.live.made import SCRIPT, at, begun


def ticked(state: State, minutes: float) -> tuple[State, tuple[str, ...]]:
    warned = clock.warnings(state, at(minutes))
    for event in warned.events:
        state = apply(state, event)
    return state, warned.said


def test_two_minutes_before_the_end_of_an_item_then_at_its_end_each_once() -> None:
    state, first = ticked(begun(), 5)
    state, soon = ticked(state, 6)
    state, again = ticked(state, 7)
    state, over = ticked(state, 8)
    state, after = ticked(state, 9)

    assert (first, again, after) == ((), (), ())
    assert soon == ("2 min left for Wins.",)
    assert over == ("The time for Wins is over: n continues, deep 10 gives it 10 more minutes.",)


def test_a_short_item_is_warned_of_when_a_quarter_is_left() -> None:
    assert ticked(begun("go learnings"), 3)[1] == ("1 min left for Learnings.",)


def test_the_meeting_is_warned_of_five_minutes_before_its_end() -> None:
    state, soon = ticked(begun("time 600"), 55)

    assert soon == ("5 min left of the meeting.",)
    assert ticked(state, 60)[1] == ("The meeting's time is over: end closes it.",)


def test_when_both_are_due_only_the_end_is_said() -> None:
    state, said = ticked(begun(), 10)

    assert said == ("The time for Wins is over: n continues, deep 10 gives it 10 more minutes.",)
    assert ticked(state, 11)[1] == ()


def test_more_time_is_warned_of_anew() -> None:
    state, _ = ticked(begun(), 8)
    state = apply(state, Event(at(8), "minutes", {"item": 0, "minutes": 12}))

    assert ticked(state, 10)[1] == ("2 min left for Wins.",)


@pytest.mark.parametrize(("now", "then"), [(0, 6), (5, 6)])
def test_the_next_moment_is_known(now: float, then: float) -> None:
    assert clock.warnings(begun(), at(now)).next == at(then)


def test_after_everything_was_said_nothing_comes() -> None:
    state, _ = ticked(begun(), 60)

    assert clock.warnings(state, at(70)) == ((), (), None)


def test_an_item_without_minutes_is_not_warned_of() -> None:
    script = SCRIPT._replace(items=(SCRIPT.items[0]._replace(minutes=0),), minutes=0)

    assert clock.warnings(begun(script=script), at(100)) == ((), (), None)


def test_an_ended_meeting_is_quiet() -> None:
    assert clock.warnings(begun("end"), at(100)) == ((), (), None)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (-120, "The clock jumped back by 2 h; time continues from here."),
        (24 * 60 + 61, "The clock jumped forward by 1 d 1 h 1 min; time continues from here."),
        (-0.1, "The clock jumped back by 6 s; time continues from here."),
    ],
)
def test_a_jump_is_said_and_counts_nothing(minutes: float, said: str) -> None:
    state = begun()
    jumped = clock.jump(state, at(minutes))

    assert jumped is not None
    assert jumped[1] == said
    assert clock.meeting_time(state, at(minutes)) == timedelta()
    assert clock.jump(apply(state, jumped[0]), at(minutes)) is None


def test_a_clock_put_right_by_a_second_is_not_worth_a_word() -> None:
    assert clock.jump(begun(), at(-1 / 60)) is None
    assert clock.meeting_time(begun(), at(-1 / 60)) == timedelta()


def test_three_hours_are_a_long_meeting_not_a_jump() -> None:
    assert clock.jump(begun(), at(180)) is None
    assert clock.meeting_time(begun(), at(180)) == timedelta(hours=3)


def test_spans_are_spoken_and_shown() -> None:
    assert clock.spoken(timedelta(seconds=59)) == "59 s"
    assert clock.spoken(timedelta(seconds=119.9)) == "2 min"
    assert clock.digits(timedelta(minutes=72, seconds=5)) == "72:05"
