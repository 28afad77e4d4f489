"""What the keys of front matter may hold; judged by what reads it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from teamkit.days import after, is_time, read_interval
from teamkit.markdown.scalars import to_day

#: What the values of a key may name, each found in files of its own.
PEOPLE, SKILLS = "people", "skills"

_ANY_DAY = date(2001, 1, 1)


class KeySpec(NamedTuple):
    """What may be written under a key of front matter.

    Attributes:
        type: text, day, interval, number, percent, time, span or choice.
        meaning: for messages: "a day such as 2026-12-04".
        fits: whether one value is read; what does not fit counts as not written.
        is_list: several values may be given; one alone is read too.
        is_set: their order means nothing.
        names: PEOPLE or SKILLS where the values name them, else empty.
        is_required: without it the file says nothing.
        choices: the words that a choice has, in lower case.
        aliases: other words that are read as one of the choices.
        default: what counts where nothing is written; empty where that is nothing.
    """

    type: str
    meaning: str
    fits: Callable[[str], bool] = bool
    is_list: bool = False
    is_set: bool = False
    names: str = ""
    is_required: bool = False
    choices: tuple[str, ...] = ()
    aliases: Mapping[str, str] = {}
    default: str = ""


def _matching(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text, re.ASCII) is not None


def choice(*words: str, default: str = "", aliases: Mapping[str, str] | None = None) -> KeySpec:
    """A key with a few words to choose from, whatever their case."""
    read = {*words, *(aliases or {})}
    return KeySpec(
        "choice",
        f"one of {', '.join(words)}",
        lambda text: text.lower() in read,
        choices=words,
        aliases=aliases or {},
        default=default,
    )


TEXT = KeySpec("text", "one line of text")
REQUIRED = TEXT._replace(is_required=True)
WORDS = KeySpec("text", "a list of words", is_list=True)
WORD_SET = WORDS._replace(is_set=True)
SKILL_LIST = WORDS._replace(names=SKILLS)
SKILL_SET = SKILL_LIST._replace(is_set=True)
PERSON = KeySpec("text", "a handle", names=PEOPLE)
PEOPLE_LIST = KeySpec("text", "a list of handles", is_list=True, names=PEOPLE)
PEOPLE_SET = PEOPLE_LIST._replace(is_set=True)
DAY = KeySpec("day", "a day such as 2026-12-04", lambda text: to_day(text) is not None)
DAYS = KeySpec(
    "interval",
    'a list of days or FROM/TO such as "2026-12-23/2027-01-06"',
    lambda text: read_interval(text) is not None,
    is_list=True,
)
NUMBER = KeySpec("number", "a whole number", _matching(r"\d{1,6}"))
PERCENT = KeySpec(
    "percent", "a percentage from 0 to 100, without the sign", _matching(r"\d\d?|100")
)
TIME = KeySpec("time", 'a time such as "13:00"', is_time)
SPAN = KeySpec("span", "a span such as 6 months", lambda text: after(_ANY_DAY, text) is not None)
