"""When a series meets."""

from datetime import date

import pytest

from teamkit.config import Config, Series
from teamkit.errors import NotFoundError, UnknownError, UsageError
from teamkit.markdown.document import parse
from teamkit.meetings.calendar import meetings, next_meeting, occurrences, related, series_named
from teamkit.meetings.model import Agenda, read_agenda
from tests.meetings.made import FRIDAY, day

JOINT = Series(slug="joint", title="Joint", rule="FREQ=MONTHLY;BYDAY=-1FR", replaces=("friday",))
CONFIG = Config(name="T", timezone="UTC", series={"friday": FRIDAY, "joint": JOINT})


def agenda(stem: str, meta: str) -> Agenda:
    found = read_agenda(parse(f"agendas/{stem}.md", f"---\n{meta}\n---\n".encode()), str)
    assert found is not None
    return found


def test_a_rule_gives_its_days_both_ends_included() -> None:
    assert occurrences(FRIDAY, day("12-04"), day("12-18")) == [
        day("12-04"),
        day("12-11"),
        day("12-18"),
    ]
    assert occurrences(JOINT, day("11-01"), day("12-31")) == [day("11-27"), day("12-25")]


def test_every_other_week_counts_from_the_first_day() -> None:
    series = FRIDAY._replace(rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", first=date(2026, 1, 9))

    assert occurrences(series, day("01-01"), day("02-08")) == [
        day("01-09"),
        day("01-23"),
        day("02-06"),
    ]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "FREQ=WEEKLY", "RRULE:FREQ=MONTHLY", "FREQ=DAILY"],
)
def test_the_days_do_not_depend_on_where_one_looks_from(rule: str) -> None:
    series = FRIDAY._replace(rule=rule)

    whole = occurrences(series, day("03-01"), day("04-30"))

    assert occurrences(series, day("03-17"), day("04-30")) == [
        d for d in whole if d >= day("03-17")
    ]


def test_the_last_day_may_be_written_as_calendars_export_it() -> None:
    series = FRIDAY._replace(rule="FREQ=WEEKLY;BYDAY=FR;UNTIL=20261211T225959Z")

    assert occurrences(series, day("12-01"), day("12-31")) == [day("12-04"), day("12-11")]


@pytest.mark.parametrize(
    "rule", ["every friday", "FREQ=WEEKLY;BYDAY=XX", "FREQ=SECONDLY", "FREQ=WEEKLY\nFREQ=DAILY"]
)
def test_a_rule_that_cannot_be_read_is_refused_with_its_place(rule: str) -> None:
    with pytest.raises(UsageError, match="The rule of 'friday' cannot be read") as refusal:
        occurrences(FRIDAY._replace(rule=rule), day("12-01"), day("12-31"))

    assert refusal.value.where == "teamkit.yml"


def test_a_meeting_gives_way_to_the_one_that_replaces_it() -> None:
    assert meetings(CONFIG, FRIDAY, [], day("12-11"), day("12-31")) == [day("12-11"), day("12-18")]


def test_a_cancelled_meeting_is_none() -> None:
    cancelled = agenda("2026-12-04-friday", "status: cancelled")

    assert meetings(CONFIG, FRIDAY, [cancelled], day("12-01"), day("12-12")) == [day("12-11")]


def test_a_moved_meeting_is_on_its_new_day_alone() -> None:
    moved = agenda("2026-12-03-friday", "moved_from: 2026-12-04")

    assert meetings(CONFIG, FRIDAY, [moved], day("12-01"), day("12-12")) == [
        day("12-03"),
        day("12-11"),
    ]


def test_the_meeting_that_replaces_takes_its_new_day_along() -> None:
    """Joint moves to the 18th: a friday meeting is on the 25th, and none on the 18th."""
    moved = agenda("2026-12-18-joint", "moved_from: 2026-12-25")

    assert meetings(CONFIG, FRIDAY, [moved], day("12-11"), day("12-31")) == [
        day("12-11"),
        day("12-25"),
    ]


def test_the_next_meeting_is_todays_until_it_was_held() -> None:
    today = day("12-04")

    assert next_meeting(CONFIG, FRIDAY, [], today, held=[]) == today
    assert next_meeting(CONFIG, FRIDAY, [], today, held=[today]) == day("12-11")


def test_a_series_that_has_ended_says_so() -> None:
    ended = FRIDAY._replace(rule="FREQ=WEEKLY;BYDAY=FR;UNTIL=20260101")

    with pytest.raises(NotFoundError, match="'friday' has no meeting within 400 days"):
        next_meeting(CONFIG, ended, [], day("12-01"), held=[])


def test_a_series_is_known_by_its_slug_or_a_unique_start() -> None:
    assert series_named(CONFIG, "joint") is JOINT
    assert series_named(CONFIG, "fri") is FRIDAY


def test_an_unknown_series_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownError) as refusal:
        series_named(CONFIG, "monday")

    assert refusal.value.hint == "Did you mean: friday, joint?"
    with pytest.raises(UnknownError):
        series_named(CONFIG, "")


def test_series_that_replace_each_other_share_their_follow_ups() -> None:
    other = Series(slug="guild", title="Guild", rule="FREQ=DAILY")
    config = CONFIG._replace(series={**CONFIG.series, "guild": other})

    assert related(config, FRIDAY) == related(config, JOINT) == {"friday", "joint"}
    assert related(config, other) == {"guild"}


@pytest.mark.parametrize("interval", ["0", "-1", "99999", "x"])
def test_an_interval_that_is_none_is_refused(interval: str) -> None:
    series = FRIDAY._replace(rule=f"FREQ=WEEKLY;INTERVAL={interval};BYDAY=FR")

    with pytest.raises(UsageError, match="cannot be read"):
        occurrences(series, day("12-01"), day("12-31"))


def test_a_rule_that_never_comes_true_gives_no_day() -> None:
    series = FRIDAY._replace(rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")

    assert occurrences(series, day("01-01"), day("12-31")) == []
