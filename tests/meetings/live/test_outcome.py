"""What a meeting came to, and who was heard."""

from teamkit.meetings.live.events import Event
from teamkit.meetings.live.outcome import FollowUp, Heard, Interest, Outcome, heard, outcome
from tests.meetings.live.made import NOON, after


def test_a_whole_meeting() -> None:
    _, events = after(
        "n", "-", "out carla", "in fay", "skip", "go uploads", "+ ben", "+", "deep 20",
        "follow talk", "end",
    )  # fmt: skip

    assert outcome(events) == Outcome(
        present=("ana", "ben", "fay"),
        absent=("carla",),
        displaced=(("Offline", "made room for Uploads"),),
        interest={"Uploads": Interest(("ben",), 2)},
        follow_ups=(FollowUp("talk", "Uploads", "Uploads"),),
        not_reached=("Maps",),
        paths={
            "Uploads": "topics/uploads.md",
            "Maps": "topics/maps.md",
            "Offline": "topics/offline.md",
        },
        heard=Heard(frozenset({"ben"}), frozenset({"ana"})),
        is_ended=True,
    )


def test_who_spoke_and_went_was_there() -> None:
    _, events = after("n", "out ben")
    result = outcome(events)

    assert result is not None
    assert (result.present, result.absent) == (("ana", "ben", "carla"), ("fay",))


def test_a_line_in_a_round_is_heard_of_whoever_has_the_turn_and_whoever_it_names() -> None:
    _, events = after("@carla shipped it", "-", "go uploads", "k @ana said so", "s @fay yes")

    assert heard(events) == Heard(frozenset({"ben", "carla"}), frozenset())


def test_a_line_taken_back_is_not_heard() -> None:
    _, events = after("@carla shipped it", "u")

    assert heard(events) == Heard()


def test_who_was_heard_can_come_from_another_clone() -> None:
    event = Event(NOON, "heard", {"spoke": ["ana"], "passed": ["ben", "ana"]})

    assert heard([event]) == Heard(frozenset({"ana"}), frozenset({"ben"}))
    assert outcome([event]) is None


def test_every_line_that_stands_is_kept_with_its_heading() -> None:
    _, events = after("d one", "d two", "u", "go uploads", "k three")
    result = outcome(events)

    assert result is not None
    assert result.noted == (("Wins", "- Decision: one"), ("Uploads", "- Key: three"))
