"""Which topics fit the time."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.meetings.model import Topic
from teamkit.meetings.topics.plan import PlanItem, clock, in_order, plan
from tests.meetings.made import FRIDAY, WINS, day, topic

MEETING = "2026-12-04-friday"
SERIES = FRIDAY._replace(minutes=60, rounds=(WINS,))


def test_promised_first_then_interest_then_age_then_name() -> None:
    promised = topic("z", meeting=MEETING)
    wanted = topic("y", interest=("ben", "eli"), brought=day("11-20"))
    older = topic("x", brought=day("11-01"), interest=("ben",))
    newer = topic("a", brought=day("11-02"), interest=("ben", "ben"))
    twin = topic("b", brought=day("11-02"), interest=("ben",))
    undated = topic("c", interest=("ben",))

    assert in_order([undated, twin, newer, older, wanted, promised], MEETING) == [
        promised,
        wanted,
        older,
        newer,
        twin,
        undated,
    ]


def test_rounds_come_first_and_every_item_has_its_start() -> None:
    one, two = topic("one", minutes=25, interest=("ben",)), topic("two", brought=day("11-20"))
    undated = topic("undated", minutes=5)

    found = plan(SERIES, [two, one, undated], MEETING)

    assert found.items == (
        PlanItem("13:00", 10, "Wins", None, "round"),
        PlanItem("13:10", 25, "one", one, "1 interested", "ana", "topic"),
        PlanItem("13:35", 10, "two", two, "brought 2026-11-20", "ana", "topic"),
        PlanItem("13:45", 5, "undated", undated, "brought earlier", "ana", "topic"),
    )
    assert (found.planned, found.available, found.free, found.left_out) == (50, 60, 10, ())


def test_what_does_not_fit_is_named_and_a_shorter_one_may_still_fit() -> None:
    long, short = topic("long", minutes=45, meeting=MEETING), topic("short", minutes=5)
    longer = topic("longer", minutes=51, interest=("ben",))

    found = plan(SERIES, [long, short, longer], MEETING)

    assert [(i.what, i.because) for i in found.items[1:]] == [
        ("long", "promised to this meeting"),
        ("short", "brought earlier"),
    ]
    assert found.left_out == ((longer, "needs 51 min, never fits next to 10 min of rounds"),)


def test_rounds_that_are_too_long_leave_nothing() -> None:
    found = plan(SERIES._replace(minutes=8), [topic("one")], MEETING)

    assert (found.free, found.left_out) == (
        -2,
        ((topic("one"), "needs 10 min, never fits next to 10 min of rounds"),),
    )


def test_the_clock_goes_on_past_the_hour_and_past_midnight() -> None:
    assert [clock("13:00", 75), clock("23:50", 20), clock("9:05", 0)] == ["14:15", "00:10", "09:05"]


topics = st.lists(
    st.builds(
        lambda stem, minutes, interest, promised: topic(
            stem,
            minutes=minutes,
            interest=tuple("abcdefgh"[:interest]),
            meeting=MEETING if promised else "",
        ),
        st.text("abcdef", min_size=1, max_size=4),
        st.none() | st.integers(0, 90),
        st.integers(0, 8),
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda t: t.stem,
)


@settings(max_examples=80, deadline=None)
@given(topics, st.randoms(use_true_random=False))
def test_each_topic_is_planned_or_named_and_the_time_is_kept(
    found: list[Topic], chance: Random
) -> None:
    shuffled = found[:]
    chance.shuffle(shuffled)

    made = plan(SERIES, found, MEETING)

    assert made == plan(SERIES, shuffled, MEETING)
    assert made.planned == sum(item.minutes for item in made.items) <= made.available
    named = [item.topic for item in made.items if item.topic] + [t for t, _ in made.left_out]
    assert sorted(t.stem for t in named) == sorted(t.stem for t in found)
    starts = [
        clock(SERIES.start, sum(i.minutes for i in made.items[:at]))
        for at in range(len(made.items))
    ]
    assert [item.start for item in made.items] == starts
