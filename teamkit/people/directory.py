"""Finding people: by handle, alias, full name, unique prefix, and `@me`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from teamkit.errors import NotFoundError
from teamkit.finder import Named, find, fold, nearest_keys
from teamkit.markdown.document import plain_handle
from teamkit.people.person import Person, listed, read_person
from teamkit.team import Team

if TYPE_CHECKING:
    from teamkit.repo import Identity


class Directory:
    """Everybody the repository has a file for, in order of handle."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self._people = people

    def __iter__(self) -> Iterator[Person]:
        """People in order of handle."""
        return iter(self._people.values())

    def __contains__(self, handle: object) -> bool:
        """Whether *handle* is exactly somebody's."""
        return handle in self._people

    def get(self, handle: str) -> Person | None:
        """The person with exactly that handle."""
        return self._people.get(handle)

    def first_name(self, handle: str) -> str:
        """What colleagues call them; the handle itself for somebody unknown."""
        person = self._people.get(handle)
        return person.first_name if person else handle

    def first_names(self, handles: Sequence[str]) -> str:
        """What colleagues call them, as one says it: `Ana, Ben and Eli`; empty for nobody."""
        return listed([self.first_name(handle) for handle in handles])

    def resolve(self, written: str) -> str:
        """The handle for a name as somebody wrote it in a file.

        `@ana`, `[[ana]]`, a full name, an alias or the first name of only one person become the
        handle; anything else comes back without its `@`, so that a guest or a typing error stays
        visible.
        """
        plain = plain_handle(written)
        if plain in self._people:
            return plain
        fitting = self.called(plain) or self._by_first_name.get(fold(plain), ())
        return fitting[0] if len(fitting) == 1 else plain

    def called(self, name: str) -> tuple[str, ...]:
        """The handles of everybody whose handle, alias or full name *name* is."""
        return self._by_name.get(fold(name), ())

    def of_email(self, email: str) -> str:
        """The handle whose address *email* is, or whose handle stands before its `@`; or empty."""
        return self._with_email(email) or self._only(email.partition("@")[0])

    def find(self, name: str, me: "Identity | None" = None) -> Person:
        """The person *name* means, typed at the command line.

        Args:
            name: handle, alias, full or first name, a unique part of one, or `@me`.
            me: git's identity, what `@me` stands for.

        Raises:
            UnknownError: nobody fits; offers the nearest handles.
            AmbiguousError: several fit.
            NotFoundError: `@me` is nobody here.
        """
        if name.lower() in {"@me", "me"} and "me" not in self._people:
            return self._me(me)
        wanted = plain_handle(name)
        return find(wanted, self._named(), "person", hint="See: teamkit people list")

    def close(self, name: str) -> list[str]:
        """The handles of who is called nearly *name*, nearest first."""
        return nearest_keys(plain_handle(name), self._named())

    def _named(self) -> list[Named[Person]]:
        return [Named(one.handle, one, _aliases(one), (one.name, one.first_name)) for one in self]

    def _me(self, me: "Identity | None") -> Person:
        if me is None:
            raise NotFoundError(
                "Git does not know who you are.",
                hint='git config user.name "Your Name"; git config user.email you@example.org',
            )
        handle = self._with_email(me.email) or self._only(me.name) or self.of_email(me.email)
        if handle:
            return self._people[handle]
        raise NotFoundError(
            f"Nobody on the team matches your git identity, {me.name} <{me.email}>.",
            hint="Add yourself: teamkit people add HANDLE --name NAME --alias ALIAS",
        )

    def _with_email(self, email: str) -> str:
        known = (p.handle for p in self if email.lower() in (own.lower() for own in p.emails))
        return next(known, "") if email else ""

    def _only(self, name: str) -> str:
        """The one handle *name* means; empty when it means nobody or several."""
        fitting = self.called(name)
        return fitting[0] if len(fitting) == 1 else ""

    @cached_property
    def _by_first_name(self) -> dict[str, tuple[str, ...]]:
        """Folded first name -> the handles of everybody called so."""
        names: dict[str, tuple[str, ...]] = {}
        for person in self:
            key = fold(person.first_name)
            names[key] = (*names.get(key, ()), person.handle)
        return names

    @cached_property
    def _by_name(self) -> dict[str, tuple[str, ...]]:
        """Folded handle, name or alias -> the handles it means."""
        names: dict[str, tuple[str, ...]] = {}
        for person in self:
            for key in {fold(n) for n in (person.handle, person.name, *_aliases(person))}:
                names[key] = (*names.get(key, ()), person.handle)
        return names


def directory(team: Team) -> Directory:
    """Everybody in *team*'s people folder."""
    people = (read_person(document) for document in team.documents("people"))
    return Directory({person.handle: person for person in people})


def _aliases(person: Person) -> tuple[str, ...]:
    return tuple(alias.lstrip("@") for alias in person.aliases)
