"""Who is on the team at its beginning: as typed, or as the history of the repository knows them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from teamkit.errors import UsageError, did_you_mean
from teamkit.people import handles
from teamkit.repo import Identity


class Newcomer(NamedTuple):
    """Somebody who gets a file of their own.

    Attributes:
        emails: written into the file only when somebody said so.
    """

    handle: str
    name: str
    emails: tuple[str, ...] = ()


def typed(words: Iterable[str]) -> list[Newcomer]:
    """The people in words such as `ana` or `ana=Ana Costa`; the same handle once.

    Raises:
        UsageError: a handle is none; says the one that may be meant.
    """
    found: dict[str, Newcomer] = {}
    for word in words:
        handle, _, name = word.partition("=")
        handle = handle.strip().lstrip("@")
        if why := handles.wrong(handle):
            sentence = f"'{handle}' cannot be a handle: {why}."
            raise UsageError(sentence, hint=_meant(handle, name))
        found[handle] = Newcomer(handle, " ".join(name.split()) or handle.capitalize())
    return list(found.values())


def of_history(
    authors: Sequence[Identity], *, taken: Iterable[str] = (), with_emails: bool = False
) -> list[Newcomer]:
    """The authors of the history as people, most commits first; one name is one person.

    Args:
        authors: as `Repo.people` gives them.
        taken: handles that are somebody's already.
        with_emails: whether their addresses are to be kept.
    """
    emails: dict[str, tuple[str, ...]] = {}
    for author in authors:
        name = " ".join(author.name.split()) or author.email.partition("@")[0]
        emails[name] = (*emails.get(name, ()), author.email)
    found: list[Newcomer] = []
    known = set(taken)
    for name, addresses in emails.items():
        handle = handles.of_name(name, known)
        if handle:
            known.add(handle)
            found.append(Newcomer(handle, name, addresses if with_emails else ()))
    return found


def _meant(handle: str, name: str) -> str:
    """The hint: who is probably meant, else what a handle may be."""
    close = handles.meant(handle, name)
    name = " ".join((name or handle).split())
    said = close if name.casefold() == close else f"{close}={name}"
    return (close and did_you_mean([said])) or "For instance ana=Ana Costa"
