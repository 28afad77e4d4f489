"""Whose commit it is: by address, login at a forge, or name as people's files have them.

Nobody is guessed: a first name alone is nobody, unless it is somebody's handle or alias.
"""

import re
from collections.abc import Callable, Iterable

from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.repo import Identity

#: What a forge writes where somebody keeps their address to themselves: `123+login@users...`.
_NO_REPLY = re.compile(r"(?:[0-9]+\+)?([^@+]+)@users\.noreply\.github\.com")
#: Services that commit under a name that does not say that they are one.
BOTS = frozenset(
    ("dependabot", "renovate", "greenkeeper", "github-actions", "pre-commit-ci", "allcontributors")
)
_ADDRESSES_OF_NOBODY = frozenset(("noreply", "no-reply", "donotreply"))


class Authors:
    """Who the authors of commits are."""

    def __init__(self, people: Directory) -> None:
        self._people = people
        self._by_email = _index(people, lambda person: person.emails)
        self._by_login = _index(people, lambda person: (person.github.lstrip("@"),))
        self._known: dict[Identity, str] = {}

    def handle(self, who: Identity) -> str:
        """The handle of whoever that is; empty for nobody here, or when it may be several."""
        if who not in self._known:
            self._known[who] = self._found(who)
        return self._known[who]

    def _found(self, who: Identity) -> str:
        email = who.email.casefold()
        if email in self._by_email:
            return self._by_email[email]
        login = _NO_REPLY.fullmatch(email)
        if login and login[1] in self._by_login:
            return self._by_login[login[1]]
        return self._named(" ".join(who.name.split()))

    def _named(self, name: str) -> str:
        person = self._people.get(self._people.resolve(name))
        if person is None:
            return ""
        # One word that is no handle or alias was found as a first name, which anybody may share.
        is_own = person.handle in self._people.called(name)
        return person.handle if " " in name or is_own else ""


def is_bot(who: Identity) -> bool:
    """Whether that is a program, by what it calls itself.

    `[bot]` in its name or address, the word bot in its name, an address that nobody reads
    (noreply@...), or one of `BOTS`.
    """
    name, local = who.name.casefold(), who.email.casefold().partition("@")[0]
    said = {name, local, local.rpartition("+")[2]}
    words = re.split(r"[^\w]+|_", name)
    return (
        "[bot]" in who.name + who.email
        or "bot" in words
        or local in _ADDRESSES_OF_NOBODY
        or bool(said & BOTS)
    )


def _index(people: Directory, keys: Callable[[Person], Iterable[str]]) -> dict[str, str]:
    """Each key -> the handle of the one who has it; empty where several do."""
    found: dict[str, str] = {}
    for person in people:
        for key in {key.strip().casefold() for key in keys(person)} - {""}:
            found[key] = "" if key in found else person.handle
    return found
