"""When a series meets."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

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

    assert refusal.value.hint == "The series are: friday, joint"
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


@st.composite
def rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [
        f"INTERVAL={draw(st.integers(1, 60))}",
        f"BYDAY={draw(st.sampled_from(['FR', 'MO,WE', 'TU,SU']))}",
        "BYDAY=-1FR" if frequency in {"MONTHLY", "YEARLY"} else "WKST=SU",
        f"BYMONTHDAY={draw(st.sampled_from(['13', '31', '-1']))}",
        f"BYMONTH={draw(st.integers(1, 12))}",
        draw(st.sampled_from(["UNTIL=20270101T000000Z", "COUNT=2", "COUNT=400"])),
        "WKST=WE",
        "BYSETPOS=-1;BYDAY=MO,TU,WE",
    ]
    chosen = draw(st.lists(st.sampled_from(parts), max_size=3, unique=True))
    keys = [part.partition("=")[0] for rule in chosen for part in rule.split(";")]
    return ";".join([f"FREQ={frequency}", *(chosen if len(keys) == len(set(keys)) else chosen[:1])])


@settings(max_examples=200, deadline=None)
@given(
    rules(),
    st.dates(date(1990, 1, 1), date(2027, 6, 1)),
    st.dates(date(2026, 1, 1), date(2027, 1, 1)),
)
def test_wherever_the_first_day_lies_the_rule_gives_what_counting_gives(
    rule: str, first: date, since: date
) -> None:
    until = since + timedelta(days=400)
    counted = rrulestr(rule, dtstart=datetime.combine(first, time()), ignoretz=True)
    start, end = (datetime.combine(day, time()) for day in (since, until))
    expected = counted.between(start, end, inc=True)

    found = occurrences(Series(slug="x", title="X", rule=rule, first=first), since, until)

    assert found == [moment.date() for moment in expected]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;INTERVAL=2", ["2026-12-01", "2026-12-03", "2026-12-05"]),
        ("FREQ=WEEKLY", ["2026-12-07"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", ["2026-12-11"]),
        ("FREQ=MONTHLY", ["2026-12-01"]),
    ],
)
def test_a_first_day_of_another_age_is_counted_from(rule: str, days: list[str]) -> None:
    series = Series(slug="x", title="X", rule=rule, first=date(1, 1, 1))

    found = occurrences(series, date(2026, 12, 1), date(2027, 12, 1))

    assert [day.isoformat() for day in found[: len(days)]] == days


@pytest.mark.parametrize("rule", ["FREQ=DAILY;FREQ=SECONDLY", "FREQ=;FREQ=DAILY", "FREQ=HOURLY"])
def test_a_rule_that_says_twice_how_often_is_refused(rule: str) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        occurrences(Series(slug="x", title="X", rule=rule), date(2026, 12, 1), date(2026, 12, 2))
