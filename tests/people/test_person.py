"""One person, as their own file says."""

from datetime import date

from teamkit.markdown.document import parse
from teamkit.people.person import Person, read_person

FULL = b"""\
---
name: Ana Costa
areas: [backend, data]
aliases: Ana C.
emails: [ana@harbour.example]
github: anac
joined: 2026-03-02
left: 2026-12-24
away:
  - "2026-08-03/2026-08-21"
  - "2026-09-01"
  - "soon"
  - "2026-09-09/2026-09-01"
capacity: 80
---
"""


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def test_a_person_is_what_their_file_says() -> None:
    assert read_person(parse("people/ana.md", FULL)) == Person(
        handle="ana",
        name="Ana Costa",
        areas=("backend", "data"),
        aliases=("Ana C.",),
        emails=("ana@harbour.example",),
        github="anac",
        joined=day("03-02"),
        left=day("12-24"),
        away=((day("08-03"), day("08-21")), (day("09-01"), day("09-01"))),
        capacity=80,
        path="people/ana.md",
    )


def test_a_file_without_anything_is_a_person_too() -> None:
    assert read_person(parse("people/ana.md", b"Hello.\n")) == Person(
        "ana", "ana", path="people/ana.md"
    )


def test_the_first_name_is_what_colleagues_say() -> None:
    assert Person("ana", "Ana Costa").first_name == "Ana"
    assert Person("ana", " ").first_name == "ana"


def test_membership_lasts_from_the_first_day_to_the_day_before_the_last() -> None:
    ana = read_person(parse("people/ana.md", FULL))

    assert [ana.is_member(day(d)) for d in ("03-01", "03-02", "12-23", "12-24")] == [
        False,
        True,
        True,
        False,
    ]


def test_both_days_of_an_absence_are_included() -> None:
    ana = Person("ana", "Ana", away=((day("08-03"), day("08-05")), (day("08-05"), day("08-07"))))

    assert [ana.away_until(day(d)) for d in ("08-02", "08-03", "08-05", "08-07", "08-08")] == [
        None,
        day("08-05"),
        day("08-07"),
        day("08-07"),
        None,
    ]


def test_a_meeting_of_some_areas_expects_those_in_one_of_them() -> None:
    ana = Person("ana", "Ana", areas=("backend",))

    assert ana.is_expected(day("12-01"))
    assert ana.is_expected(day("12-01"), ("backend", "frontend"))
    assert not ana.is_expected(day("12-01"), ("frontend",))
