"""Finding documents by words, best first; the only room that knows SQLite.

The index is made in memory for one search and forgotten: nothing to keep up to date.
"""

import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from teamkit.facts import Evidence
from teamkit.finder import letters
from teamkit.store.stems import WORD, Form, beginning, forms, in_one, indexable

if TYPE_CHECKING:
    import sqlite3

# More words than this are a text, not a question.
_MOST_WORDS = 40
# The constant k1 of SQLite's bm25, and what it takes for the rarity of a word that most hold.
_SATED, _LEAST = 1.2, 1e-6
#: Words every sentence has; they say nothing unless nothing else was said.
LITTLE = frozenset({
    "a", "about", "all", "an", "and", "are", "as", "at", "be", "by", "can", "do", "for", "from",
    "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not",
    "of", "on", "or", "our", "out", "so", "that", "the", "their", "them", "then", "there", "they",
    "this", "to", "us", "was", "we", "what", "when", "where", "which", "who", "will", "with",
    "without", "you", "your",
})  # fmt: skip


class Passage(NamedTuple):
    """A file, or a part of one, that can be found by its words; and who took what part in it.

    Attributes:
        path: relative to the team's folder.
        line: 1-based line where it begins.
        on: when; None when the file carries no date.
        shown: what people did there.
        wanting: who would like to hear about it, as evidence with the part `wants`.
    """

    path: str
    line: int
    title: str
    text: str
    on: date | None
    shown: tuple[Evidence, ...]
    wanting: tuple[Evidence, ...] = ()


class Hit(NamedTuple):
    """One document that was found.

    Attributes:
        score: higher is better; comparable within one search alone.
        words: those of the query that were found, as typed and in its order.
        field: the weightiest field that one of them was found in.
        share: 0 to 1, how much of the query its words are; a rare word is more than a common one.
        fit: 0 to 1, the same times how thickly each word stands there (BM25, over the most that
            any document could reach); comparable between searches.
    """

    id: str
    score: float
    words: tuple[str, ...]
    field: str
    share: float = 1.0
    fit: float = 1.0


class Matches(NamedTuple):
    """What an engine found; documents go by their place.

    Attributes:
        scores: higher is better.
        places: (place of the word, place of the field) -> documents that hold it there.
        thick: per word, documents that hold it -> how thickly it stands there, 0 to 1.
    """

    scores: Mapping[int, float]
    places: Mapping[tuple[int, int], Iterable[int]]
    thick: Sequence[Mapping[int, float]]


def search(
    documents: Iterable[tuple[str, Mapping[str, str]]],
    query: str,
    weights: Mapping[str, float],
    *,
    among: int = 0,
) -> list[Hit]:
    """The documents that hold a word of *query*, best first; ties by id.

    Case and accents do not matter, nor do an `s` or another English ending of a word (`stems`),
    nor whether two words are written in one. Nothing in *query* is an operator. Words such as
    `the` count only where there are no others.

    Args:
        documents: (id, field -> text); ids are unique.
        query: a person's words.
        weights: field -> how much it counts; other fields are not searched.
        among: how many documents there are in all, where those that hold no word of the query
            were left out; a word is rare or common among so many.
    """
    words = words_of(query)
    if not words or not weights:
        return []
    given = list(documents)
    texts = [[fields.get(field, "") for field in weights] for _, fields in given]
    heavy, wanted = list(weights.values()), wanted_by(query)
    found = indexed(texts, wanted, heavy) or counted(texts, wanted, heavy)
    rarity = [_rarity(len(thick), max(among, len(given))) for thick in found.thick]
    return _hits([name for name, _ in given], words, weights, found, rarity)


def words_of(query: str) -> list[str]:
    """The words of *query* that are looked for, as typed, each once."""
    typed: dict[str, str] = {}
    for word in WORD.findall(unicodedata.normalize("NFC", query)):
        typed.setdefault(letters(word), word)
    telling = [word for bare, word in typed.items() if bare not in LITTLE]
    return (telling or list(typed.values()))[:_MOST_WORDS]


def wanted_by(query: str) -> list[tuple[Form, ...]]:
    """For each of `words_of(query)`, what it is looked for by."""
    joined = in_one(query, LITTLE)
    bare = map(letters, words_of(query))
    return [
        tuple(dict.fromkeys(form for one in (word, *joined.get(word, ())) for form in forms(one)))
        for word in bare
    ]


def indexed(
    texts: Sequence[Sequence[str]], wanted: Sequence[Sequence[Form]], weights: Sequence[float]
) -> Matches | None:
    """What SQLite's full-text index finds, ranked by bm25; None where SQLite has none."""
    connection = _index(texts, len(weights))
    if connection is None:  # pragma: no cover  # an SQLite built without FTS5
        return None
    patterns = [_pattern(_standing(connection, each)) for each in wanted]
    places = {
        (number, place): [row for (row,) in connection.execute(_MATCH, (f"c{place} : {pattern}",))]
        for number, pattern in enumerate(patterns)
        for place in range(len(weights))
    }
    rank = f"SELECT rowid, -bm25(t, {_marks(len(weights))}) FROM t WHERE t MATCH ?"  # noqa: S608  # marks only
    scores = dict(connection.execute(rank, (*weights, " OR ".join(patterns))))
    thick = [
        _thickness(dict(connection.execute(rank, (*weights, pattern))), len(texts))
        for pattern in patterns
    ]
    connection.close()
    return Matches(scores, places, thick)


def counted(
    texts: Sequence[Sequence[str]], wanted: Sequence[Sequence[Form]], weights: Sequence[float]
) -> Matches:
    """What counting words finds: the same documents, ranked by how often the words stand there."""
    scores: dict[int, float] = {}
    places: dict[tuple[int, int], list[int]] = {}
    counts: list[dict[int, float]] = [{} for _ in wanted]
    for row, fields in enumerate(texts):
        for place, text in enumerate(fields):
            tokens = WORD.findall(indexable(text))
            for number, each in enumerate(wanted):
                count = sum(any(_fits(token, form) for form in each) for token in tokens)
                if count:
                    scores[row] = scores.get(row, 0.0) + count * weights[place]
                    counts[number][row] = counts[number].get(row, 0.0) + count * weights[place]
                    places.setdefault((number, place), []).append(row)
    thick = [{row: count / (count + _SATED) for row, count in one.items()} for one in counts]
    return Matches(scores, places, thick)


_MATCH = "SELECT rowid FROM t WHERE t MATCH ?"


def _index(texts: Sequence[Sequence[str]], width: int) -> "sqlite3.Connection | None":
    """An index of *texts* with columns c0, c1, ...; None where SQLite cannot make one."""
    import sqlite3

    connection = sqlite3.connect(":memory:", isolation_level=None)
    columns = ", ".join(f"c{place}" for place in range(width))
    folding = "tokenize = 'unicode61 remove_diacritics 2'"
    try:
        connection.execute(f"CREATE VIRTUAL TABLE t USING fts5({columns}, {folding})")
        connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(t, row)")
    except sqlite3.OperationalError:  # pragma: no cover  # an SQLite built without FTS5
        return None
    insert = f"INSERT INTO t (rowid, {columns}) VALUES ({_marks(width + 1)})"  # noqa: S608  # our own names
    rows = ((row, *map(indexable, text)) for row, text in enumerate(texts))
    connection.execute("BEGIN")  # else each row would be a transaction
    connection.executemany(insert, rows)
    connection.execute("COMMIT")
    return connection


def _standing(connection: "sqlite3.Connection", wanted: Sequence[Form]) -> Sequence[Form]:
    """Those of the forms that any document has, one at least: each takes time in every row."""
    if len(wanted) == 1:
        return wanted
    ends = [
        (form.text, f"{form.text}\U0010ffff" if form.is_start else form.text) for form in wanted
    ]
    known = "SELECT 1 FROM terms WHERE term BETWEEN ? AND ? LIMIT 1"
    has = [connection.execute(known, each).fetchone() for each in ends]
    return [form for form, one in zip(wanted, has, strict=True) if one] or wanted[:1]


def _thickness(scores: Mapping[int, float], total: int) -> dict[int, float]:
    """One word's BM25 scores without how rare SQLite takes it for, over the most there can be.

    A word with several forms may pass that: SQLite takes each for a word of its own.
    """
    rarity = math.log((total - len(scores) + 0.5) / (len(scores) + 0.5))
    most = (_SATED + 1) * max(rarity, _LEAST)
    return {row: min(score / most, 1.0) for row, score in scores.items()}


def _rarity(holding: int, total: int) -> float:
    """How much a word says that *holding* of *total* documents hold; always above 0."""
    return math.log(1 + (total - holding + 0.5) / (holding + 0.5))


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _hits(
    names: Sequence[str],
    words: Sequence[str],
    weights: Mapping[str, float],
    found: Matches,
    rarity: Sequence[float],
) -> list[Hit]:
    in_words: dict[int, set[int]] = {}
    in_field: dict[int, str] = {}
    for place, field in sorted(enumerate(weights), key=lambda one: -weights[one[1]]):
        for number in range(len(words)):
            for row in found.places.get((number, place), ()):
                in_words.setdefault(row, set()).add(number)
                in_field.setdefault(row, field)
    query = sum(rarity)
    hits = [
        Hit(
            id=names[row],
            score=score,
            words=tuple(words[n] for n in sorted(in_words[row])),
            field=in_field[row],
            share=sum(rarity[n] for n in in_words[row]) / query,
            fit=sum(rarity[n] * found.thick[n][row] for n in in_words[row]) / query,
        )
        for row, score in found.scores.items()
    ]
    return sorted(hits, key=lambda hit: (-round(hit.score, 12), hit.id))


def stems_of(query: str) -> list[str]:
    """Lower-case beginnings, any of which a text must hold for `search` to find it by *query*.

    A word with accents stands there as typed and without them.
    """
    words = words_of(query)
    typed = {beginning(word.casefold()) for word in words}
    return sorted(typed | {beginning(letters(word)) for word in words})


def _pattern(wanted: Sequence[Form]) -> str:
    """The forms as FTS5 takes them, in quotes, so that none is ever an operator."""
    each = (f'"{form.text}" *' if form.is_start else f'"{form.text}"' for form in wanted)
    return f"({' OR '.join(each)})"


def _fits(token: str, form: Form) -> bool:
    return token.startswith(form.text) if form.is_start else token == form.text
