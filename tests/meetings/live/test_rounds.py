"""In which order people speak, and why."""

from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.meetings.live.rounds import heard, order, reason
from tests.meetings.live.made import HANDLES

SETS = st.sets(st.sampled_from(("ana", "ben", "carla", "dani", "eli", "fay")))


def test_the_same_words_give_the_same_order_everywhere() -> None:
    assert order(HANDLES, "2026-12-04-friday Wins") == ("fay", "carla", "ana", "ben")
    assert order(HANDLES[::-1], "2026-12-04-friday Wins") == ("fay", "carla", "ana", "ben")


def test_other_words_give_another_order() -> None:
    drawn = {order(HANDLES, f"2026-12-{day:02d}-friday Wins") for day in range(1, 29)}

    assert len(drawn) > 10


@settings(max_examples=50, deadline=None)
@given(SETS)
def test_somebody_less_leaves_the_others_as_they_stand(people: set[str]) -> None:
    whole = order(HANDLES, "x")

    assert order(people & set(HANDLES), "x") == tuple(one for one in whole if one in people)


def test_those_heard_least_come_first() -> None:
    history = [{"ana", "ben"}, {"ana"}]
    counts = heard(HANDLES, history)

    assert counts == {"ana": 2, "ben": 1, "carla": 0, "fay": 0}
    assert order(HANDLES, "2026-12-04-friday Wins", counts) == ("fay", "carla", "ben", "ana")


def test_only_the_last_eight_meetings_count() -> None:
    assert heard(["ana"], [set()] * 8 + [{"ana"}] * 8) == {"ana": 0}


@settings(max_examples=50, deadline=None)
@given(st.lists(SETS, max_size=10))
def test_nobody_heard_more_comes_before_somebody_heard_less(history: list[set[str]]) -> None:
    counts = heard(HANDLES, history)
    ranked = [counts[one] for one in order(HANDLES, "x", counts)]

    assert ranked == sorted(ranked)


def test_the_reason_is_for_the_host() -> None:
    assert reason("ana", {}, 0) == "drawn by lot"
    assert reason("ana", {"ana": 2}, 8) == "spoke in 2 of the last 8 meetings, then by lot"
    assert reason("ana", {"ana": 1}, 1) == "spoke in 1 of the last 1 meeting, then by lot"
