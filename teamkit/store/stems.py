"""What a word is looked for by: its folded form, its stem, and the ways it may be written.

The endings that are taken off are English ones, of plain letters; `-s` of any word.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from teamkit.finder import letters

#: From this length on a word also finds the words it begins.
PREFIX = 4
#: A word; a mark that stands on the character before it does not end it.
WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")

#: What joins two words into one: `e-mail`.
_HYPHENS = "-\u2010\u2011"
# Letters alone: the parts of a date are not joined. Nothing here looks twice at a letter.
_CHAIN = re.compile(rf"(?<![^\W_])[^\W\d_]++(?:[{_HYPHENS}][^\W\d_]++)+")
_GAP = re.compile(rf"[{_HYPHENS}]")
# Taken off where so many letters stay; a word in -er is often no form of what stays.
_ENDINGS = (("ing", PREFIX - 1), ("ed", PREFIX - 1), ("er", 6))
_HISSING = ("xe", "che", "she", "sse")


class Form(NamedTuple):
    """One way to write a word that is looked for, folded; perhaps only the start of a word."""

    text: str
    is_start: bool


def indexable(text: str) -> str:
    """*text* folded, with each hyphenated word once more in one: `e-mail` is `email` too."""
    plain = letters(text)
    if "-" not in plain and plain.isascii():
        return plain
    joined = [_GAP.sub("", chain) for chain in _CHAIN.findall(plain)]
    return f"{plain}\n{' '.join(joined)}" if joined else plain


def forms(word: str) -> tuple[Form, ...]:
    """What is looked for where a question has *word*, which is folded; any of these will do."""
    if len(word) < PREFIX:
        return (Form(word, is_start=False),)
    is_plural = word[-1] == "s" and word[-2] != "s"
    start = word[:-1] if is_plural else word
    return tuple(_english(start, is_plural=is_plural)) or (Form(start, is_start=True),)


def in_one(query: str, apart: Iterable[str]) -> dict[str, list[str]]:
    """Word of *query*, folded -> what it makes in one with those beside it.

    Args:
        query: a person's words.
        apart: folded words that are joined by a hyphen only: `on line` is not `online`.
    """
    found: dict[str, list[str]] = {}
    for parts in _chains(unicodedata.normalize("NFC", query), frozenset(apart)):
        for part in parts if len(parts) > 1 else ():
            found.setdefault(part, []).append("".join(parts))
    return found


def beginning(word: str) -> str:
    """What every form of *word* begins with."""
    return min((form.text for form in forms(word)), key=len)


def _chains(query: str, apart: frozenset[str]) -> list[list[str]]:
    """The words with hyphens between them, and each two with a space between, folded."""
    chains, chain, end = list[list[str]](), list[str](), 0
    for match in WORD.finditer(query):
        gap, word = query[end : match.start()], letters(match.group())
        if gap.isspace() and chain and apart.isdisjoint([chain[-1], word]):
            chains.append([chain[-1], word])
        if not _GAP.fullmatch(gap) or not chain:
            chain = []
            chains.append(chain)
        chain.append(word)
        end = match.end()
    return chains


def _english(start: str, *, is_plural: bool) -> Iterator[Form]:
    """The forms that English endings make; none where there is no such ending."""
    if not (start.isascii() and start.isalpha()):
        return
    for ending, least in _ENDINGS:
        rest = start.removesuffix(ending)
        if rest != start and len(rest) >= least and not start.endswith("eed"):
            yield from _rooted(start, rest)
            return
    if is_plural and start.endswith(_HISSING):
        yield from _rooted(start, start[:-1])


def _rooted(start: str, rest: str) -> Iterator[Form]:
    """`upload` of `uploading`, `plan` of `planning`; a short one is looked for as it is."""
    is_doubled = len(rest) >= PREFIX and rest[-1] == rest[-2] and rest[-1] not in "aeiou"
    root = rest[:-1] if is_doubled else rest
    if len(root) >= PREFIX:
        yield Form(root, is_start=True)
    else:
        yield Form(rest if is_doubled else start, is_start=True)
        yield from (Form(root, is_start=False), Form(f"{root}s", is_start=False))
