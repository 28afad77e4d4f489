"""Days at the end of a line, and names as one says them."""

from datetime import date

import pytest

from teamkit.errors import UsageError
from teamkit.meetings.notes.spoken import last_day, named
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
        ("call 2026-13-11", ("call 2026-13-11", None)),
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


def test_a_day_that_could_be_two_is_refused() -> None:
    with pytest.raises(UsageError):
        last_day("call 03/04", TUESDAY)


def test_names_are_listed_as_one_says_them() -> None:
    people = Directory({h: Person(h, f"{h.capitalize()} X") for h in ("ana", "ben", "eli")})

    assert [
        named(who, people) for who in ((), ("ana",), ("ana", "zoe"), ("ana", "ben", "eli"))
    ] == [
        "",
        "Ana",
        "Ana and zoe",
        "Ana, Ben and Eli",
    ]
