"""Days at the end of a line, and names as one says them."""

from datetime import date

import pytest

from teamkit.errors import UsageError
from teamkit.meetings.notes.reply import last_day, meant_for
from teamkit.people.directory import Directory
from teamkit.people.person import Person

TUESDAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("call fri", ("call", date(2026, 12, 4))),
        ("call Friday", ("call", date(2026, 12, 4))),
        ("call next fri", ("call", date(2026, 12, 11))),
        ("call +2w", ("call", date(2026, 12, 15))),
        ("call 2026-12-11", ("call", date(2026, 12, 11))),
        ("call on fri", ("call", date(2026, 12, 4))),
        ("call By next fri.", ("call", date(2026, 12, 11))),
        ("call fri,", ("call", date(2026, 12, 4))),
        ("call until 2026-12-11.", ("call", date(2026, 12, 11))),
        ("call today", ("call", TUESDAY)),
        ("call tuesday", ("call", date(2026, 12, 8))),
        ("call before tue", ("call", date(2026, 12, 8))),
        ("on fri", ("on fri", None)),
        ("go on.", ("go on.", None)),
        ("call fr", ("call fr", None)),
        ("call fri now", ("call fri now", None)),
        ("call next thing", ("call next thing", None)),
        ("go to 1.10", ("go to 1.10", None)),
        ("fri", ("fri", None)),
        ("next fri", ("", date(2026, 12, 11))),
        ("", ("", None)),
    ],
)
def test_a_day_counts_as_the_last_word_alone(words: str, read: tuple[str, date | None]) -> None:
    assert last_day(words, TUESDAY) == read


@pytest.mark.parametrize(
    "last", ["03/04", "03/04.", "31/12", "2026-13-45", "2026-02-30", "2026-1-5"]
)
def test_a_day_that_could_be_two_or_is_none_is_refused(last: str) -> None:
    with pytest.raises(UsageError, match=last.rstrip(".")):
        last_day(f"call {last}", TUESDAY)


def test_a_weekday_that_is_today_at_the_end_of_the_calendar_is_none() -> None:
    assert last_day("call fri", date.max) == ("call fri", None)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Ana call", " (for Ana? write @ana)"),
        ("ana: call", " (for Ana? write @ana)"),
        ("ana x call", " (for Ana? write @ana)"),
        ("ana", " (for Ana? write @ana)"),
        ("anabel calls", ""),
        ("call ana", ""),
    ],
)
def test_a_name_without_its_sign_is_asked_about(words: str, asked: str) -> None:
    people = Directory({"ana": Person("ana", "Ana X"), "ben": Person("ben", "Ben Y")})

    assert meant_for(words, people) == asked


def test_names_are_listed_as_one_says_them() -> None:
    people = Directory({h: Person(h, f"{h.capitalize()} X") for h in ("ana", "ben", "eli")})

    assert [
        people.first_names(who) for who in ((), ("ana",), ("ana", "zoe"), ("ana", "ben", "eli"))
    ] == [
        "",
        "Ana",
        "Ana and zoe",
        "Ana, Ben and Eli",
    ]
