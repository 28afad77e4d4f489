"""What `meeting order` and `meeting state` show."""

from teamkit.meetings.live import views
from teamkit.output.shapes import Card, Lines
from tests.meetings.live.made import SCRIPT, at, begun

BALANCED = SCRIPT._replace(heard={"ana": 1, "ben": 0, "carla": 1}, of=2)


def test_the_order_is_for_everybody_and_the_reason_for_the_host() -> None:
    state = begun("out carla", script=BALANCED)

    shown, host = (views.order(state, "WIN", for_host=flag) for flag in (False, True))

    assert shown.rows == (("Wins", "1", "Ben"), ("Wins", "2", "Ana"))
    assert shown.items == (
        {"round": "Wins", "place": 1, "person": "ben", "because": None},
        {"round": "Wins", "place": 2, "person": "ana", "because": None},
    )
    assert [row[3] for row in host.rows] == [
        "spoke in 0 of the last 2 meetings, then by lot",
        "spoke in 1 of the last 2 meetings, then by lot",
    ]
    assert host.items[0]["because"] == host.rows[0][3]


def test_a_round_that_is_not_there_is_said() -> None:
    assert views.order(begun(), "lunch", for_host=False).empty == "No round is called 'lunch'."
    assert views.order(begun(), None, for_host=False).empty == "This meeting has no rounds."


def test_where_it_stands_in_words_and_facts() -> None:
    card = views.standing(begun("n", "d one"), at(2), "2026-12-04-friday")

    assert isinstance(card, Card)
    assert card.fields == (
        ("State", "running"),
        ("Begun", "2026-12-04 12:00"),
        ("Item", "Wins"),
        ("Turn", "Ana"),
        ("Item time", "2:00 of 8"),
        ("Meeting time", "2:00 of 60"),
        ("Lines", "1"),
    )
    assert card.items == (
        {
            "meeting": "2026-12-04-friday",
            "state": "running",
            "started": "2026-12-04T12:00:00+00:00",
            "item": "Wins",
            "person": "ana",
            "item_seconds": 120,
            "meeting_seconds": 120,
            "lines": 1,
        },
    )


def test_open_or_ended_and_then_the_time_stands_still() -> None:
    opened, ended = (views.standing(begun(*typed), at(9), "") for typed in ([], ["end"]))

    assert opened.items[0]["state"] == "open"
    assert ended.items[0]["state"] == "ended"
    assert ended.items[0]["meeting_seconds"] == 0


def test_nothing_begun_is_a_sentence() -> None:
    assert views.standing(None, at(0), "") == Lines(
        "meeting.state", (), (), empty="No meeting was started here."
    )
