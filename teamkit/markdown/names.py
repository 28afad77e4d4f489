"""People's names as they stand in lines that somebody typed, without knowing who there is."""

from teamkit.markdown.document import plain_handle

#: The longest name, in words.
_MOST = 4
#: What stands in small letters within a name: Ana de la Vega.
_SMALL = frozenset(
    [
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "la",
        "le",
        "ten",
        "van",
        "von",
        "y",
    ]
)
_MARKS = frozenset('@()[]{}|/\\<>"`=+*~#?!;:')


def names(words: str) -> tuple[str, ...]:
    """The people that *words* name and nothing else; empty when they say anything else, too.

    `@ana`, `[[ana]]` and capitalised words are names: "Ana, [[ben]] and Carla Quintás".
    """
    pieces = words.replace(" and ", ",").replace("&", ",").split(",")
    found = tuple(_name(piece.strip()) for piece in pieces)
    return found if all(found) else ()


def _name(piece: str) -> str:
    """The one name that *piece* is, as written; empty when it is none."""
    bare = plain_handle(piece).strip() if piece.startswith(("@", "[[")) else ""
    if bare:
        return bare if _MARKS.isdisjoint(bare) else ""
    parts = piece.split()
    if not 1 <= len(parts) <= _MOST or not _MARKS.isdisjoint(piece):
        return ""
    ends = _is_capital(parts[0]) and _is_capital(parts[-1])
    fits = ends and all(_is_capital(part) or part in _SMALL for part in parts)
    return " ".join(parts) if fits else ""


def _is_capital(word: str) -> bool:
    """Whether it begins with a letter that is no small one; some scripts have only such."""
    return word[0].isalpha() and not word[0].islower()
