"""Beliefs about who has answered, and whom one waits for."""

from teamkit.projects.advice.status import Request, all_open, is_open, standing
from tests.projects.advice.made import PEOPLE, TEXT, TODAY, day, known, proposal


def test_each_request_says_how_it_stands() -> None:
    found = known(TEXT.replace("### 2026-11-20 @eli", "### 2026-11-20 @ben"))

    assert found.requests == (
        Request(
            person="ben",
            why="the webhooks",
            on=day("11-19"),
            by=day("11-27"),
            is_answered=True,
            answered_on=day("11-20"),
            away_until=None,
            has_left=False,
            line=16,
        ),
        Request(
            person="goran",
            why="the nights",
            on=day("11-30"),
            by=day("12-07"),
            is_answered=False,
            answered_on=None,
            away_until=None,
            has_left=False,
            line=17,
        ),
    )
    assert found.unasked == ()


def test_who_was_not_asked_and_advised_is_told() -> None:
    assert known().unasked == ("eli",)


def test_what_was_said_before_one_was_asked_is_no_answer() -> None:
    text = TEXT.replace("### 2026-11-20 @eli", "### 2026-11-18 @ben")

    assert [one.person for one in known(text).waiting] == ["ben", "goran"]


def test_who_was_asked_again_counts_from_the_last_time() -> None:
    again = "| @ben | once more | 2026-11-28 | 2026-12-04 |\n\n### 2026-11-20 @ben"
    text = TEXT.replace("\n### 2026-11-20 @eli", again)

    ben, goran = known(text).requests

    assert (ben.why, ben.by, ben.is_answered, goran.person) == (
        "once more",
        day("12-04"),
        False,
        "goran",
    )


def test_without_a_day_an_answer_is_wanted_within_a_week() -> None:
    text = TEXT.replace("2026-11-27 |", "|").replace("2026-11-30 | 2026-12-07", " | ")

    assert [one.by for one in known(text).requests] == [day("11-26"), None]


def test_it_is_late_from_the_day_after_and_silent_from_the_day_itself() -> None:
    ben = known().requests[0]

    assert [ben.days_late(day(d)) for d in ("11-26", "11-27", "11-28", "12-01")] == [0, 0, 1, 4]
    assert [ben.may_still_come(day(d)) for d in ("11-26", "11-27")] == [True, False]


def test_without_any_day_an_answer_may_always_still_come() -> None:
    ben = known(TEXT.replace("2026-11-19 | 2026-11-27", " | ")).requests[0]

    assert (ben.may_still_come(day("12-31")), ben.days_late(day("12-31"))) == (True, 0)


def test_who_left_the_team_is_not_waited_for() -> None:
    hana = known(TEXT.replace("@ben", "@hana")).requests[0]

    assert (hana.has_left, hana.is_waiting, hana.may_still_come(day("11-20"))) == (
        True,
        False,
        False,
    )


def test_who_is_away_is_known() -> None:
    assert known(TEXT.replace("@ben", "@eli")).requests[0].away_until == day("12-11")


def test_decided_and_ended_proposals_wait_for_nobody() -> None:
    decided = TEXT.replace("Not decided yet.", "Decided 2026-11-28 by @carla")
    lost = TEXT.replace("status: proposal", "status: lost")
    nobody = TEXT.split("## Advice", maxsplit=1)[0]

    assert [is_open(proposal(text)) for text in (TEXT, decided, lost)] == [True, False, False]
    assert all_open([proposal(text) for text in (decided, lost, nobody, TEXT)], PEOPLE, TODAY) == [
        standing(proposal(), PEOPLE, TODAY)
    ]
