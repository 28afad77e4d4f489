"""What the front matter of each kind holds, said once: key to type."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from teamkit.config import is_time
from teamkit.people.person import read_interval


class Type(NamedTuple):
    """What may stand under a key.

    Attributes:
        name: for messages: "a day such as 2026-12-04".
        fits: whether one scalar is of it.
        is_list: several may stand there; one alone is read too.
        is_people: the scalars name people.
    """

    name: str
    fits: Callable[[str], bool]
    is_list: bool = False
    is_people: bool = False


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text[:10]).isoformat() == text[:10]
    except ValueError:
        return False


def _matching(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text) is not None


def _choice(*words: str) -> Type:
    return Type(f"one of {', '.join(words)}", words.__contains__)


_TEXT = Type("one line of text", bool)
_WORDS = Type("a list of words", bool, is_list=True)
_DAY = Type("a day such as 2026-12-04", _is_day)
_DAYS = Type(
    'a list of days or FROM/TO such as "2026-12-23/2027-01-06"',
    lambda text: read_interval(text) is not None,
    is_list=True,
)
_NUMBER = Type("a whole number", _matching(r"\d{1,6}"))
_PERCENT = Type("a percentage from 0 to 100, without the sign", _matching(r"\d\d?|100"))
_TIME = Type('a time such as "13:00"', is_time)
_SPAN = Type("a span such as 6 months", _matching(r"\d{1,3} (day|week|month|year)s?"))
_PERSON = Type("a handle", bool, is_people=True)
_PEOPLE = Type("a list of handles", bool, is_list=True, is_people=True)
_SIZE = _choice("low", "medium", "high")

_MEETING = {
    "title": _TEXT,
    "date": _DAY,
    "series": _TEXT,
    "facilitator": _PERSON,
    "note_takers": _PEOPLE,
    "timekeeper": _PERSON,
}
_REVIEWED = {"owner": _PERSON, "last_reviewed_on": _DAY, "review_by": _DAY, "review_in": _SPAN}

#: Kind -> key -> type: docs/formats.md, as data. Other keys belong to the team.
KEYS: Mapping[str, Mapping[str, Type]] = {
    "people": {
        "name": _TEXT,
        "areas": _WORDS,
        "emails": _WORDS,
        "github": _TEXT,
        "aliases": _WORDS,
        "timezone": _TEXT,
        "joined": _DAY,
        "left": _DAY,
        "away": _DAYS,
        "capacity": _PERCENT,
        "pairing_paused_until": _DAY,
    },
    "topics": {
        "title": _TEXT,
        "by": _PERSON,
        "series": _TEXT,
        "aim": _choice("share", "feedback", "decide", "help"),
        "minutes": _NUMBER,
        "links": _WORDS,
        "interest": _PEOPLE,
        "meeting": _TEXT,
        "status": _choice("open", "discussed", "parked", "async", "dropped"),
        "because": _TEXT,
    },
    "agendas": {
        **_MEETING,
        "start": _TIME,
        "minutes": _NUMBER,
        "announced": _DAY,
        "status": _choice("planned", "cancelled"),
        "because": _TEXT,
        "moved_from": _DAY,
    },
    "notes": {**_MEETING, "present": _PEOPLE, "regrets": _PEOPLE},
    "skills": {"title": _TEXT},
    "surveys": {
        "title": _TEXT,
        "opens": _DAY,
        "closes": _DAY,
        "areas": _WORDS,
        "skills": _WORDS,
    },
    "solutions": {
        **_REVIEWED,
        "title": _TEXT,
        "status": _choice("owned", "trying", "missing", "retired"),
        "skills": _WORDS,
        "tags": _WORDS,
    },
    "proposals": {
        "title": _TEXT,
        "status": _choice("lead", "proposal", "won", "lost", "running", "done"),
        "owner": _PERSON,
        "decider": _PERSON,
        "starts": _DAY,
        "ends": _DAY,
        "probability": _PERCENT,
        "scope": _SIZE,
        "risk": _SIZE,
    },
    "pairing": {
        "title": _TEXT,
        "date": _DAY,
        "areas": _WORDS,
        "mix": _choice("inside", "across", "both"),
        "seed": _TEXT,
    },
    "sessions": {
        "title": _TEXT,
        "date": _DAY,
        "people": _PEOPLE,
        "minutes": _NUMBER,
        "activity": _choice("project", "teach", "demo", "talk"),
        "skills": _WORDS,
        "round": _TEXT,
    },
    "talks": {
        "title": _TEXT,
        "status": _choice("wanted", "offered", "scheduled", "given", "dropped"),
        "speakers": _PEOPLE,
        "asked_by": _PEOPLE,
        "date": _DAY,
        "series": _TEXT,
        "minutes": _NUMBER,
        "skills": _WORDS,
    },
    "guidelines": {
        **_REVIEWED,
        "title": _TEXT,
        "status": _choice("draft", "accepted", "retired"),
        "areas": _WORDS,
        "skills": _WORDS,
    },
    "blog": {
        "title": _TEXT,
        "status": _choice("idea", "draft", "review", "ready", "published", "dropped"),
        "authors": _PEOPLE,
        "reviewers": _PEOPLE,
        "due": _DAY,
        "from": _WORDS,
        "published_url": _TEXT,
    },
}

#: Kind -> the one key without which a file of it means nothing.
REQUIRED: Mapping[str, str] = {"people": "name", "topics": "title", "solutions": "title"}
