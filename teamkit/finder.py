"""Which of several things somebody means by what they typed, and which names are near to it.

Everything that is named on the command line is found here, in the same way (`Fit`): the strictest
level at which anything fits decides. One thing there: it is meant. Several: all are listed.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from teamkit.errors import AmbiguousError, UnknownError

T = TypeVar("T")

#: Fewer plain letters than these are no part of a word: `bo` is not Deborah.
SHORTEST_PART = 3
#: From this likeness on (0 to 100) a name is near to what was typed; for the shortest names, less,
#: since a single wrong letter is a third of `ben`.
NEAR, NEAR_SHORT = 75, 66
#: So many near names are offered.
OFFERED = 3

_SHORT = 3
#: From this length on, what was typed may also be near to some words of a longer name.
_WORDY = 5
#: A mistyped name is at most this part of its length longer or shorter: `api` is not `rapid`.
_LONGER = 3
_JOINTS = str.maketrans(dict.fromkeys("-_\u2010\u2011\u2012\u2013\u2014\u2015", " "))
_SQUEEZED = str.maketrans("", "", " ./")
# What Unicode does not take apart: letters with a stroke, a dotless i, two letters in one.
_LETTERS = {
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
    **dict(zip("\u0131\u0142\u00f8\u0111\u00f0\u0127", "iloddh", strict=True)),
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u00fe": "th",
}
_ODD = re.compile(r"[^\x00-\x7f]")
# Marks of these classes make another letter, in Indian scripts and in Japanese.
_LETTER_MARKS = (0, 7, 8, 9)
_PLURALS = {"person": "people", "series": "series", "code repository": "code repositories"}


class Fit(IntEnum):
    """How well a name fits, the strictest first.

    From START on, what was typed is the start of any of its names; of some of its words; each
    typed word is, in any order; or it is within a word.
    """

    KEY = 0
    NAME = 1
    TITLE = 2
    START = 3
    INNER_START = 4
    WORDS = 5
    PART = 6


class Named(NamedTuple, Generic[T]):
    """One thing that may be meant.

    Attributes:
        key: what identifies it: a handle, a file's stem, a slug; typed as it is, it always fits.
        value: the thing itself.
        names: its aliases.
        titles: what else it is called, in full.
        label: how it is listed where several fit; empty for its key.
    """

    key: str
    value: T
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    label: str = ""


def find(typed: str, candidates: Iterable[Named[T]], noun: str, *, hint: str | None = None) -> T:
    """The one of *candidates* that *typed* means.

    Args:
        typed: a key, an alias, a full title, the start of one, or a part of it.
        candidates: all of them.
        noun: what they are, for the refusals.
        hint: the way out where nothing is near.

    Raises:
        AmbiguousError: several fit equally well.
        UnknownError: none fits; offers the nearest.
    """
    every = list(candidates)
    fitting = matching(typed, every)
    if len(fitting) == 1:
        return fitting[0].value
    if fitting:
        raise AmbiguousError(plural(noun), typed, [one.label or one.key for one in fitting])
    raise UnknownError(noun, typed, nearest_keys(typed, every), hint=hint)


def matching(typed: str, candidates: Iterable[Named[T]], loosest: Fit = Fit.PART) -> list[Named[T]]:
    """Those that fit at the strictest level where any does, in order.

    What fits only less strictly than *loosest* is left out.
    """
    every = list(candidates)
    if exact := [one for one in every if one.key == typed]:
        return exact
    wanted = fold(typed)
    spelled = [(one, _spelled(one)) for one in every] if wanted else []
    for fit in Fit:
        found = [one for one, names in spelled if fit <= loosest and _FITS[fit](wanted, names)]
        if found:
            return found
    return []


def nearest_keys(typed: str, candidates: Iterable[Named[T]]) -> list[str]:
    """The keys of the candidates with the nearest names, nearest first."""
    keys = {name: one.key for one in candidates for name in (*one.titles, *one.names, one.key)}
    found = nearest(typed, keys, most=len(keys))
    return list(dict.fromkeys(keys[name] for name in found))[:OFFERED]


def nearest(
    typed: str, names: Iterable[str], *, most: int = OFFERED, least: float = 0.0
) -> list[str]:
    """The *names* that *typed* may be a misspelling of, nearest first; the first of equals first.

    A name of several words is near, too, where as many of its words are, though after one that is
    near as a whole. *least* is a likeness (0 to 100) that is asked for beyond the usual one.
    """
    wanted, count = _squeezed(typed), len(fold(typed).split())
    pieces = [(name, piece) for name in names for piece in _pieces(name, wanted, count)]
    best: dict[str, tuple[float, bool]] = {}
    for at, likeness in alike(wanted, [piece for _, piece in pieces], max(NEAR_SHORT, least)):
        name, piece = pieces[at]
        if _is_near(wanted, piece, likeness):
            best[name] = max((likeness, piece == _squeezed(name)), best.get(name, (0.0, False)))
    return sorted(best, key=lambda name: best[name], reverse=True)[:most]


def alike(name: str, others: Sequence[str], least: float) -> list[tuple[int, float]]:
    """Which of *others* (by place) are like *name*, and how much: the letters in common, 0 to 100.

    The one measure of likeness; the names are compared as they are given.
    """
    from rapidfuzz import fuzz, process

    found = process.extract(name, others, scorer=fuzz.ratio, limit=None, score_cutoff=least)
    return sorted((at, likeness) for _, likeness, at in found)


def begins(name: str, typed: str) -> bool:
    """Whether *name* begins with *typed*, which may be empty."""
    return fold(name).startswith(fold(typed))


def fold(name: str) -> str:
    """A name for comparing: as `letters`, and hyphens, underscores and any blanks are one space."""
    return " ".join(letters(name).translate(_JOINTS).split())


def letters(text: str) -> str:
    """*text* without case and accents, its words and lines as they are."""
    plain = text.lower().replace("`", "'")
    if plain.isascii():
        return plain
    import unicodedata

    for odd in set(_ODD.findall(plain)):  # much faster than a pass over the whole of a long text
        if (bare := _bare(odd)) != odd:
            plain = plain.replace(odd, bare)
    return unicodedata.normalize("NFC", plain)


@cache
def _bare(letter: str) -> str:
    """What one letter comes to; nothing for a mark that is an accent."""
    import unicodedata

    parts = unicodedata.normalize("NFD", letter)
    kept = "".join(c for c in parts if unicodedata.combining(c) in _LETTER_MARKS).casefold()
    return unicodedata.normalize("NFC", "".join(_LETTERS.get(c, c) for c in kept))


def plural(noun: str) -> str:
    """The word for several; `topic of the meeting` becomes `topics of the meeting`."""
    first, of, rest = noun.partition(" of ")
    return f"{_PLURALS.get(first, f'{first}s')}{of}{rest}"


class _Names(NamedTuple):
    """The folded names of one candidate, by level."""

    key: str
    names: tuple[str, ...]
    titles: tuple[str, ...]

    def any(self, fits: Callable[[str], bool]) -> bool:
        return any(map(fits, (self.key, *self.names, *self.titles)))


def _spelled(one: Named[T]) -> _Names:
    return _Names(fold(one.key), tuple(map(fold, one.names)), tuple(map(fold, one.titles)))


_FITS: dict[Fit, Callable[[str, _Names], bool]] = {
    Fit.KEY: lambda wanted, one: wanted == one.key,
    Fit.NAME: lambda wanted, one: wanted in one.names,
    Fit.TITLE: lambda wanted, one: wanted in one.titles,
    Fit.START: lambda wanted, one: one.any(lambda name: name.startswith(wanted)),
    Fit.INNER_START: lambda wanted, one: one.any(lambda name: f" {wanted}" in name),
    Fit.WORDS: lambda wanted, one: one.any(lambda name: _begins_words(wanted, name)),
    Fit.PART: lambda wanted, one: _is_part(wanted) and one.any(lambda name: wanted in name),
}


def _begins_words(wanted: str, name: str) -> bool:
    """Whether each word of *wanted* begins one of the name's, in any order."""
    theirs = name.split()
    return all(any(one.startswith(word) for one in theirs) for word in wanted.split())


def _is_part(wanted: str) -> bool:
    return len(wanted) >= SHORTEST_PART or not wanted.isascii()


def _squeezed(name: str) -> str:
    """The name as `alike` compares it: spaces and points between words do not count."""
    return fold(name).translate(_SQUEEZED)


def _pieces(name: str, wanted: str, count: int) -> Iterable[str]:
    """The name, and each *count* neighbouring words of a longer one, as they are compared."""
    yield _squeezed(name)
    words = fold(name).split()
    if len(wanted) >= _WORDY:
        for at in range(len(words) - count + 1 if len(words) > count else 0):
            yield "".join(words[at : at + count]).translate(_SQUEEZED)


def _is_near(wanted: str, name: str, likeness: float) -> bool:
    shorter = min(len(wanted), len(name))
    differs = abs(len(wanted) - len(name))
    least = NEAR_SHORT if shorter <= _SHORT else NEAR
    return likeness >= least and differs <= max(1, shorter // _LONGER)
