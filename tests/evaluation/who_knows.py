"""How well teamkit finds who to ask, beside three simpler ways, on data that says who it is.

A query is words, a day and the people who may be named. teamkit's answer is that of the product:
`teamkit.knowledge.skills.by_words.ask`, on the documents as passages. The other ways see the same
documents up to that day, and the same full-text search:

- most active: in how many documents somebody has any part, whatever the words.
- BM25, people once: the sum of the scores of the documents somebody has any part in.
- BM25, presenters: the same; who presented or owns counts three times.

MRR is the mean of 1 / the place of the first of the expected people, 0 when none is named. P@1 is
how often the first is one of them; R@5 how many of them are among the first five. Where nobody is
expected, the right answer is none; that is counted by itself, under *nobody*.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from teamkit.facts import Evidence
from teamkit.knowledge.skills import by_words
from teamkit.store.documents import holds_any
from teamkit.store.search import Hit, Passage, search, stems_of
from tests.evaluation import synthetic

SAMPLE = Path(__file__).with_name("sample.json")
HEADER = ("data", "ranking", "MRR", "P@1", "R@5", "nobody")
LED = frozenset(["presented", "owns"])
FIVE = 5


class Query(NamedTuple):
    """A question; *expected* is empty where nobody should be named."""

    words: str
    on: date
    candidates: frozenset[str]
    expected: frozenset[str]


class Data(NamedTuple):
    """The documents of one file, and what is asked of them."""

    name: str
    documents: tuple[Passage, ...]
    queries: tuple[Query, ...]


class Quality(NamedTuple):
    """How one ranking did on one file.

    Attributes:
        reciprocal, first, recall: means over the queries that expect somebody.
        nobody: how many of those that expect nobody got nobody.
        of: how many there are.
    """

    reciprocal: float
    first: float
    recall: float
    nobody: int
    of: int


#: The people in order, from the documents up to the day of the query.
Ranking = Callable[[Sequence[Passage], Query], Sequence[str]]


def ours(documents: Sequence[Passage], query: Query) -> Sequence[str]:
    """What teamkit answers; as in the product, only what holds one of the words is looked at."""
    stems = stems_of(query.words)
    held = [one for one in documents if holds_any(f"{one.title}\n{one.text}", stems)]
    asked = by_words.ask(
        query.words, held, query.on, among=len(documents), members=query.candidates
    )
    return [knower.person for knower in asked.knowers]


def most_active(documents: Sequence[Passage], query: Query) -> Sequence[str]:
    """Who has a part in most documents."""
    return _ordered(Counter(who for document in documents for who in _people(document)), query)


def once(documents: Sequence[Passage], query: Query) -> Sequence[str]:
    """BM25, each person once a document."""
    return _by_search(documents, query, lambda _document, _person: 1)


def presenters(documents: Sequence[Passage], query: Query) -> Sequence[str]:
    """BM25, who presented or owns three times."""

    def weight(document: Passage, person: str) -> int:
        return 3 if any(e.person == person and e.part in LED for e in document.shown) else 1

    return _by_search(documents, query, weight)


RANKINGS: Mapping[str, Ranking] = {
    "teamkit": ours,
    "most active": most_active,
    "BM25, people once": once,
    "BM25, presenters": presenters,
}


def read(path: Path) -> Data:
    """The data of one JSON file, as README.md beside this module says."""
    return from_json(path.stem, json.loads(path.read_text(encoding="utf-8")))


def from_json(name: str, page: Mapping[str, list[dict[str, object]]]) -> Data:
    """The same from the page itself."""
    documents = tuple(_document(one) for one in page["documents"])
    queries = tuple(
        Query(
            words=str(one["words"]),
            on=date.fromisoformat(str(one["on"])),
            candidates=frozenset(_words(one["candidates"])),
            expected=frozenset(_words(one["expected"])),
        )
        for one in page["queries"]
    )
    return Data(name, documents, queries)


def quality(data: Data, ranking: Ranking) -> Quality:
    """How *ranking* did on *data*."""
    places: list[float] = []
    firsts: list[float] = []
    recalls: list[float] = []
    silent = []
    for query in data.queries:
        known = tuple(one for one in data.documents if one.on is None or one.on <= query.on)
        named = ranking(known, query)
        if not query.expected:
            silent.append(not named)
            continue
        right = [place for place, who in enumerate(named, 1) if who in query.expected]
        places.append(1 / right[0] if right else 0.0)
        firsts.append(float(right[:1] == [1]))
        recalls.append(sum(place <= FIVE for place in right) / len(query.expected))
    return Quality(fmean(places), fmean(firsts), fmean(recalls), sum(silent), len(silent))


def results(paths: Sequence[Path] = ()) -> dict[str, dict[str, Quality]]:
    """Data -> ranking -> how it did; without paths, the sample and the synthetic set."""
    made = [read(SAMPLE), from_json("synthetic", synthetic.page())]
    sets = [read(path) for path in paths] or made
    return {
        data.name: {name: quality(data, ranking) for name, ranking in RANKINGS.items()}
        for data in sets
    }


def table(arguments: Sequence[str] = ()) -> str:
    """The results as a Markdown table."""
    rows = [
        (data, name, *numbers(how))
        for data, hows in results([Path(argument) for argument in arguments]).items()
        for name, how in hows.items()
    ]
    lines = [HEADER, ("---", "---", "---:", "---:", "---:", "---:"), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def numbers(how: Quality) -> tuple[str, ...]:
    """The cells of one result."""
    means = (f"{mean:.3f}" for mean in (how.reciprocal, how.first, how.recall))
    return *means, f"{how.nobody} of {how.of}"


def _document(one: Mapping[str, object]) -> Passage:
    on = date.fromisoformat(str(one["on"])) if one.get("on") else None
    title, path = str(one["title"]), str(one["id"])
    people = one["people"]
    assert isinstance(people, list)
    shown = tuple(
        Evidence(each["person"], each["part"], title, frozenset(), on, path, line)
        for line, each in enumerate(people, 1)
    )
    return Passage(path, 1, title, str(one["text"]), on, shown)


def _words(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(word) for word in value]


def _people(document: Passage) -> set[str]:
    return {piece.person for piece in document.shown}


def _by_search(
    documents: Sequence[Passage], query: Query, weight: Callable[[Passage, str], int]
) -> Sequence[str]:
    sums: dict[str, float] = {}
    for hit in _hits(tuple(documents), query.words):
        document = documents[int(hit.id)]
        for person in _people(document):
            sums[person] = sums.get(person, 0.0) + hit.score * weight(document, person)
    return _ordered(sums, query)


@lru_cache(maxsize=2)  # both ways of counting look at the same
def _hits(documents: Sequence[Passage], words: str) -> Sequence[Hit]:
    texts = ((str(at), {"title": d.title, "text": d.text}) for at, d in enumerate(documents))
    return search(texts, words, by_words.WEIGHTS)


def _ordered(sums: Mapping[str, float], query: Query) -> Sequence[str]:
    named = (person for person in sums if person in query.candidates)
    return sorted(named, key=lambda person: (-sums[person], person))
