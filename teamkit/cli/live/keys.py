"""The keys of the full screen: each is a word that can be typed as well."""

from typing import NamedTuple

#: As wide as the longest of the words that may be typed.
_WIDTH = 19


class Key(NamedTuple):
    """One key that stands for a word.

    Attributes:
        keys: as Textual calls them.
        shown: as people call them.
        word: what is typed for it.
        moves: it leaves whoever has the turn, so a line half typed is finished first.
    """

    keys: str
    shown: str
    word: str
    meaning: str
    moves: bool = False


KEYS = (
    Key("f1", "F1", "?", "this page"),
    Key("f2,ctrl+n", "F2, Ctrl-N", "n", "next: the next person, then the next item", moves=True),
    Key("f3,ctrl+b", "F3, Ctrl-B", "b", "one step back", moves=True),
    Key("f4,ctrl+p", "F4, Ctrl-P", "-", "pass: the next person, and nobody asks why", moves=True),
    Key("f5", "F5", "+", "somebody wants more of this item"),
    Key("f6", "F6", "u", "take back the last line noted"),
)
_OTHERS = (
    ("Enter", "on an empty line: next; otherwise the line is noted"),
    ("Up, Down", "the lines typed before"),
    ("Esc", "close this page, or take away what is half typed"),
    ("Ctrl-Q", "leave the meeting open, to continue later"),
)
#: What stands at the bottom of the screen.
SHORT = (
    ("F1", "help"),
    ("Enter", "next"),
    ("F3", "back"),
    ("F4", "pass"),
    ("F5", "interest"),
    ("F6", "undo"),
    ("^Q", "leave"),
)
#: Words that tell what may be typed.
HELP_WORDS = ("?", "help")


def helped() -> tuple[str, ...]:
    """What each key does, a line each."""
    both = (*((key.shown, key.meaning) for key in KEYS), *_OTHERS)
    return tuple(f"{key:<{_WIDTH}}  {meaning}" for key, meaning in both)
