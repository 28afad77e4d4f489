"""What each answer means, and what is offered for one that means nothing."""

from collections.abc import Callable

import pytest

from teamkit.errors import UsageError
from teamkit.start import init


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("Madrid", "Did you mean: Europe/Madrid?"),
        ("europe/madrid", "Did you mean: Europe/Madrid?"),
        ("New York", "Did you mean: America/New_York?"),
        ("Europe/Madird", "Did you mean: Europe/Madrid?"),
        ("?", "For instance Europe/Madrid"),
    ],
)
def test_a_time_zone_is_offered_by_its_city(words: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        init.timezone(words)

    assert refused.value.hint == hint


@pytest.mark.parametrize(
    ("meant", "words", "expected"),
    [
        (init.name, " Our\n team ", "Our team"),
        (init.day, " Tue", "tuesday"),
        (init.time, "9:05", "09:05"),
        (init.time, " 23:59 ", "23:59"),
        (init.minutes, " 480 ", 480),
        (init.root, "_docs/", "_docs"),
        (init.root, "", "."),
        (init.timezone, " UTC ", "UTC"),
    ],
)
def test_an_answer_is_taken_as_people_write_it(
    meant: Callable[[str], object], words: str, expected: object
) -> None:
    assert meant(words) == expected


@pytest.mark.parametrize(
    ("meant", "words"),
    [
        (init.day, "t"),
        (init.time, "24:00"),
        (init.time, "\u0661\u0663:00"),
        (init.minutes, "9" * 5000),
        (init.minutes, "-1"),
        (init.root, "/etc"),
        (init.name, "\ud800"),
    ],
)
def test_what_cannot_be_meant_is_refused(meant: Callable[[str], object], words: str) -> None:
    with pytest.raises(UsageError):
        meant(words)


def test_areas_are_each_once_and_in_order() -> None:
    assert init.areas([" front ", "back", "", "front"]) == ("front", "back")


def test_a_folder_is_written_as_a_shell_takes_it() -> None:
    told = init.next_commands("our team", (), is_shared=False)

    assert told[0] == "Next: cd 'our team' && teamkit people add ana --name \"Ana Costa\""
