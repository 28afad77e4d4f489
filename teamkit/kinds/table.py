"""The table: docs/formats.md, as data. What is in no folder of these is the team's own."""

from collections.abc import Iterator, Mapping

from teamkit.kinds.keys import (
    DAY,
    DAYS,
    NUMBER,
    PEOPLE_LIST,
    PEOPLE_SET,
    PERCENT,
    PERSON,
    REQUIRED,
    SKILL_LIST,
    SKILL_SET,
    SPAN,
    TEXT,
    TIME,
    WORD_SET,
    WORDS,
    choice,
)
from teamkit.kinds.kind import Kind

_SIZE = choice("low", "medium", "high")
_MEETING = {
    "title": TEXT,
    "date": DAY,
    "series": TEXT,
    "facilitator": PERSON,
    "note_takers": PEOPLE_LIST,
    "timekeeper": PERSON,
}
_REVIEWED = {"owner": PERSON, "last_reviewed_on": DAY, "review_by": DAY, "review_in": SPAN}

_ALL = (
    Kind(
        "people",
        "person",
        "HANDLE",
        {
            "name": REQUIRED,
            "areas": WORDS,
            "emails": WORDS,
            "github": TEXT,
            "aliases": WORDS,
            "timezone": TEXT,
            "joined": DAY,
            "left": DAY,
            "away": DAYS,
            "capacity": PERCENT._replace(default="100"),
            "pairing_paused_until": DAY,
        },
        heading="People",
        title="name",
        template="person.md",
    ),
    Kind(
        "topics",
        "topic",
        "DATE-HANDLE-SLUG",
        {
            "title": REQUIRED,
            "by": PERSON,
            "series": TEXT,
            "aim": choice("share", "feedback", "decide", "help"),
            "minutes": NUMBER,
            "links": WORDS,
            "interest": PEOPLE_SET,
            "meeting": TEXT,
            "status": choice(
                *("open", "discussed", "parked", "async", "dropped"),
                default="open",
                aliases={"asynchronous": "async", "deferred": "async"},
            ),
            "because": TEXT,
        },
        heading="Topics",
        template="topic.md",
        over=("discussed", "parked", "async", "dropped"),
        is_searched=True,
    ),
    Kind(
        "agendas",
        "agenda",
        "DATE-SERIES",
        {
            **_MEETING,
            "start": TIME,
            "minutes": NUMBER,
            "announced": DAY,
            "status": choice("planned", "cancelled", default="planned"),
            "because": TEXT,
            "moved_from": DAY,
        },
        heading="Agendas",
        template="agenda.md",
        over=("cancelled",),
    ),
    Kind(
        "notes",
        "notes",
        "DATE-SERIES",
        {**_MEETING, "present": PEOPLE_SET, "regrets": PEOPLE_SET},
        heading="Meeting notes",
        other_folders=("meetings-notes", "meeting-notes"),
        template="notes.md",
        has_actions=True,
        is_searched=True,
    ),
    Kind("skills", "page", "HANDLE", {"title": TEXT}, heading="Skills", template="skills.md"),
    Kind(
        "surveys",
        "survey",
        "NAME",
        {"title": TEXT, "opens": DAY, "closes": DAY, "areas": WORDS, "skills": SKILL_LIST},
        inside="skills",
        template="survey.md",
    ),
    Kind(
        "solutions",
        "solution",
        "SLUG",
        {
            **_REVIEWED,
            "title": REQUIRED,
            "status": choice("owned", "trying", "missing", "retired"),
            "skills": SKILL_SET,
            "tags": WORD_SET,
        },
        heading="Solutions",
        template="solution.md",
        over=("retired",),
        is_searched=True,
    ),
    Kind(
        "proposals",
        "proposal",
        "SLUG",
        {
            "title": TEXT,
            # In the order in which things go well.
            "status": choice(
                *("lead", "proposal", "won", "running", "done", "lost"), default="proposal"
            ),
            "owner": PERSON,
            "decider": PERSON,
            "starts": DAY,
            "ends": DAY,
            "probability": PERCENT,
            "scope": _SIZE,
            "risk": _SIZE,
        },
        heading="Proposals",
        template="proposal.md",
        over=("done", "lost"),
    ),
    Kind(
        "pairing",
        "round",
        "YEAR-wWEEK-AREA",
        {
            "title": TEXT,
            "date": DAY,
            "areas": WORD_SET,
            "mix": choice("inside", "across", "both"),
            "seed": TEXT,
        },
        heading="Pairing",
    ),
    Kind(
        "sessions",
        "session",
        "DATE-HANDLES",
        {
            "title": TEXT,
            "date": DAY,
            "people": PEOPLE_SET,
            "minutes": NUMBER,
            "activity": choice("project", "teach", "demo", "talk"),
            "skills": SKILL_SET,
            "round": TEXT,
        },
        inside="pairing",
        has_actions=True,
    ),
    Kind(
        "talks",
        "talk",
        "SLUG",
        {
            "title": TEXT,
            "status": choice("wanted", "offered", "scheduled", "given", "dropped"),
            "speakers": PEOPLE_LIST,
            "asked_by": PEOPLE_SET,
            "date": DAY,
            "series": TEXT,
            "minutes": NUMBER,
            "skills": SKILL_SET,
        },
        heading="Talks",
        over=("given", "dropped"),
        is_searched=True,
    ),
    Kind(
        "guidelines",
        "guideline",
        "SLUG",
        {
            **_REVIEWED,
            "title": TEXT,
            "status": choice("draft", "accepted", "retired"),
            "areas": WORD_SET,
            "skills": SKILL_SET,
        },
        heading="Guidelines",
        other_folders=("guides",),
        over=("retired",),
    ),
    Kind(
        "blog",
        "post",
        "SLUG",
        {
            "title": TEXT,
            "status": choice("idea", "draft", "review", "ready", "published", "dropped"),
            "authors": PEOPLE_LIST,
            "reviewers": PEOPLE_LIST,
            "due": DAY,
            "from": WORDS,
            "published_url": TEXT,
        },
        heading="Blog",
        over=("published", "dropped"),
    ),
)

#: Noun -> kind.
KINDS: Mapping[str, Kind] = {kind.noun: kind for kind in _ALL}
#: The nouns with a folder at the top, which `folders:` may rename.
NOUNS = tuple(kind.noun for kind in _ALL if not kind.inside)


def with_key(key: str) -> Iterator[Kind]:
    """The kinds that have *key*."""
    return (kind for kind in KINDS.values() if key in kind.keys)


def choices(noun: str, key: str) -> tuple[str, ...]:
    """The words that may be written under *key* of that kind."""
    return KINDS[noun].keys[key].choices
