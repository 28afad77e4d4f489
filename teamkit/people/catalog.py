"""The vocabulary of skills: titles, aliases, and what needs what."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from teamkit.errors import AmbiguousError, BadDocumentError
from teamkit.facts import Finding
from teamkit.finder import OFFERED, Fit, Named, find, fold, matching, nearest_keys
from teamkit.markdown.document import Value
from teamkit.markdown.scalars import one_line
from teamkit.store import layout
from teamkit.team import Team

#: The five levels, in words, where the catalog does not say its own.
LEVELS = (
    "not yet",
    "I have seen it",
    "I can do it with help",
    "I can do it alone",
    "I can teach it",
)
TOP = len(LEVELS) - 1
#: From this level on somebody needs no help with it.
ALONE = 3


class Skill(NamedTuple):
    """One word of the vocabulary.

    Attributes:
        slug: its key.
        needs: slugs of what one must know for it.
        field: what group it belongs to; may be empty.
    """

    slug: str
    title: str
    aliases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    field: str = ""


class Catalog:
    """The skills by slug, and the words for the levels."""

    def __init__(
        self,
        skills: Mapping[str, Skill],
        levels: tuple[str, ...] = LEVELS,
        broken: BadDocumentError | None = None,
    ) -> None:
        self._skills = skills
        self.levels = levels
        self._broken = broken

    def __iter__(self) -> Iterator[Skill]:
        """Skills in the catalog's order."""
        return iter(self._skills.values())

    def get(self, slug: str) -> Skill | None:
        """The skill with exactly that slug."""
        return self._skills.get(slug)

    def title(self, slug: str) -> str:
        """The skill's title; the slug itself when the catalog does not have it."""
        skill = self._skills.get(slug)
        return skill.title if skill else slug

    def slug_of(self, word: str) -> str | None:
        """The skill *word* names outright: slug, title or alias, whatever the case."""
        fitting = self._by_word.get(fold(word), ())
        return fitting[0] if len(fitting) == 1 else None

    def exact(self, word: str) -> str | None:
        """As `slug_of`, for a word that was typed; a slug means itself, whoever else is called so.

        Raises:
            AmbiguousError: it is a title or an alias of several skills.
            BadDocumentError: the catalog cannot be read, so nobody knows.
        """
        if self._broken:
            raise self._broken
        fitting = (word,) if word in self._skills else self._by_word.get(fold(word), ())
        if len(fitting) > 1:
            raise AmbiguousError("skills", word, fitting)
        return fitting[0] if fitting else None

    def find(self, word: str, *, also: Iterable[str] = (), hint: str) -> str:
        """The slug of the skill that *word*, which was typed, means.

        Args:
            word: a slug, an alias, a title, or a unique part of one.
            also: slugs that the catalog does not have.
            hint: the way out where nothing is near.

        Raises:
            UnknownError: none fits; offers the nearest.
            AmbiguousError: several fit.
            BadDocumentError: the catalog cannot be read, so nobody knows.
        """
        if self._broken:
            raise self._broken
        return find(word, self._named(also), "skill", hint=hint)

    def names(self, slug: str) -> tuple[str, ...]:
        """Every way people write the skill: slug, title, aliases."""
        skill = self._skills.get(slug)
        return (slug, skill.title, *skill.aliases) if skill else (slug,)

    def needing(self, slug: str) -> tuple[str, ...]:
        """The skills one cannot have without *slug*."""
        return tuple(skill.slug for skill in self if slug in skill.needs)

    def beside(self, slug: str) -> list[str]:
        """Up to three other skills of the same field, in the catalog's order."""
        skill = self._skills.get(slug)
        field = skill.field if skill else ""
        own = [other.slug for other in self if field and other.field == field]
        return [other for other in own if other != slug][:3]

    def close(self, word: str, also: Iterable[str] = ()) -> list[str]:
        """Up to three skills that *word* may mean: it begins a name, or is near one; nearest first.

        *also* adds slugs.
        """
        known = self._named(also)
        begun = [one.key for one in matching(word, known, Fit.WORDS)]
        return list(dict.fromkeys([*begun, *nearest_keys(word, known)]))[:OFFERED]

    def _named(self, also: Iterable[str]) -> list[Named[str]]:
        own = [Named(one.slug, one.slug, one.aliases, (one.title,)) for one in self]
        return [*own, *(Named(it, it) for it in dict.fromkeys(also) if it not in self._skills)]

    @cached_property
    def _by_word(self) -> dict[str, tuple[str, ...]]:
        words: dict[str, tuple[str, ...]] = {}
        for skill in self:
            for name in dict.fromkeys(map(fold, self.names(skill.slug))):
                words[name] = (*words.get(name, ()), skill.slug)
        return words


def slug_named(team: Team, vocabulary: Catalog, word: str) -> str:
    """The slug of the skill that *word*, which was typed, means; it has to be in the catalog.

    Raises:
        UnknownError: the catalog has none; offers the nearest.
        AmbiguousError: it has several.
    """
    return vocabulary.find(word, hint=f"Add it to {layout.catalog(team.config)}")


def catalog(team: Team) -> Catalog:
    """The team's vocabulary; empty (and a finding) where it cannot be read."""
    path = layout.catalog(team.config)
    try:
        values, _ = team.settings_of(path)
    except BadDocumentError as bad:
        finding = Finding(path, bad.line, bad.why, rule="unreadable", is_error=True)
        team.unreadable += [] if finding in team.unreadable else [finding]
        return Catalog({}, broken=bad)
    skills = values.get("skills")
    entries = skills.items() if isinstance(skills, Mapping) else ()
    return Catalog({slug: _skill(slug, value) for slug, value in entries}, _levels(values))


def _skill(slug: str, value: Value) -> Skill:
    settings = value if isinstance(value, Mapping) else {"title": value}
    title, field = settings.get("title"), settings.get("field")
    return Skill(
        slug=slug,
        title=one_line(title if isinstance(title, str) else slug),
        aliases=_words(settings.get("aliases")),
        needs=_words(settings.get("needs")),
        field=one_line(field) if isinstance(field, str) else "",
    )


def _words(value: Value) -> tuple[str, ...]:
    words = value if isinstance(value, tuple) else (value,)
    return tuple(one_line(word) for word in words if isinstance(word, str))


def _levels(values: Mapping[str, Value]) -> tuple[str, ...]:
    own = values.get("levels")
    if not isinstance(own, Mapping):
        return LEVELS
    words = (own.get(str(level)) for level in range(len(LEVELS)))
    return tuple(one_line(w) if isinstance(w, str) else LEVELS[i] for i, w in enumerate(words))
