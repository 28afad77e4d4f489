"""Two hundred questions about a made-up team of forty, the same each time.

Each subject has its own words, and words it shares with a neighbour. Of its people, up to two led
it years ago (more often than anybody since, and some have left), one or two lead it now, helpers
act and speak, and the busiest of the team sit in half of the meetings. Right is whoever presented
it or owns it within the last year and is still there. Nothing here knows how teamkit weighs.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

TODAY = date(2026, 12, 1)
SUBJECTS, QUERIES, NOBODY = 40, 200, 20
_STAFF = [f"p{number:02}" for number in range(40)]
_LEFT = frozenset(_STAFF[34:])
_BUSY = _STAFF[:6]
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo")
_SMALL_TALK = (
    "we looked at the numbers", "somebody measures it again", "write it down for the others",
    "it took longer than planned", "the client liked the first draft", "nothing broke this week",
)  # fmt: skip


def page() -> dict[str, list[dict[str, object]]]:
    """The documents and queries, in the shape of the JSON files."""
    random = Random(20261201)  # the same each time, no secrets
    words = [_word(random) for _ in range(SUBJECTS * 4)]
    documents: list[dict[str, object]] = []
    experts: list[list[str]] = []
    for number in range(SUBJECTS):
        own = words[number * 4 : number * 4 + 4]
        other = words[(number * 4 + 4) % len(words) :][:2]
        now = random.sample(_STAFF[6:34], random.choice((1, 1, 2)))
        experts.append(now)
        documents += _subject(random, number, (own, other), now)
    queries = [_query(random, words, experts) for _ in range(QUERIES - NOBODY)]
    queries += [_about_nothing(random) for _ in range(NOBODY)]
    return {"documents": documents, "queries": queries}


def _subject(
    random: Random, number: int, words: tuple[Sequence[str], Sequence[str]], now: Sequence[str]
) -> list[dict[str, object]]:
    others = [person for person in _STAFF[6:] if person not in now]
    before = random.sample(others, random.randint(0, 2))
    helpers = random.sample([p for p in others if p not in before], 4)
    made: list[dict[str, object]] = []
    for lead, years, times in (
        *((person, (2, 5), random.randint(2, 4)) for person in before),
        *((person, (0, 1), random.randint(1, 2)) for person in now),
    ):
        for _ in range(times):
            day = TODAY - timedelta(days=random.randint(years[0] * 365 + 5, years[1] * 365 - 5))
            made.append(_document(random, words, day, lead, helpers))
    for _ in range(random.randint(1, 3)):  # where nobody leads it, and it is only touched on
        day = TODAY - timedelta(days=random.randint(1, 1400))
        made.append(_document(random, words, day, "", helpers))
    return [{"id": f"{number}-{at}", **document} for at, document in enumerate(made)]


def _document(
    random: Random,
    words: tuple[Sequence[str], Sequence[str]],
    day: date,
    lead: str,
    helpers: Sequence[str],
) -> dict[str, object]:
    own, other = words
    told = [random.choice(own) for _ in range(random.randint(3, 8))]
    told += random.sample(other, random.randint(0, 2))
    told += random.sample(_SMALL_TALK, random.randint(2, 5))
    random.shuffle(told)
    title = " ".join(random.sample(own, 2)) if lead else random.choice(_SMALL_TALK)
    parts = dict.fromkeys(random.sample(_BUSY, 3), "present")
    parts |= dict.fromkeys(random.sample(_STAFF[6:], random.randint(0, 4)), "present")
    parts |= {p: random.choice(("acted", "spoke", "decided")) for p in random.sample(helpers, 2)}
    parts |= {random.choice(_BUSY): "spoke"}
    if lead:
        parts[lead] = random.choice(("presented", "owns"))
    people = [{"person": person, "part": parts[person]} for person in sorted(parts)]
    return {"title": title, "text": ". ".join(told), "on": str(day), "people": people}


def _query(
    random: Random, words: Sequence[str], experts: Sequence[Sequence[str]]
) -> dict[str, object]:
    number = random.randrange(SUBJECTS)
    own = words[number * 4 : number * 4 + 4]
    asked = " ".join(random.sample(own, random.choice((1, 2, 2, 3))))
    return _asked(asked, sorted(experts[number]))


def _about_nothing(random: Random) -> dict[str, object]:
    return _asked(f"{_word(random)}x {_word(random)}x", [])


def _asked(words: str, expected: Sequence[str]) -> dict[str, object]:
    candidates = [person for person in _STAFF if person not in _LEFT]
    return {
        "words": words,
        "on": str(TODAY),
        "candidates": candidates,
        "expected": list(expected),
    }


def _word(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(4))
