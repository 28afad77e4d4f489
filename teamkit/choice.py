"""A proposal explains itself: who is picked, why, and who would be next."""

from typing import NamedTuple


class Pick(NamedTuple):
    """One person (or thing) proposed, with the reason in words.

    Attributes:
        name: the handle.
        because: a phrase for people, without the name: "2 turns where 3.1 would be fair".
    """

    name: str
    because: str


class Choice(NamedTuple):
    """What teamkit proposes; a person decides.

    Attributes:
        picks: neediest or best first.
        alternates: everyone else who could, in order.
        passed: who could not, each with the reason ("away until 2026-12-11").
    """

    picks: tuple[Pick, ...]
    alternates: tuple[Pick, ...] = ()
    passed: tuple[Pick, ...] = ()
