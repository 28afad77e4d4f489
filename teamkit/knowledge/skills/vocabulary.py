"""The words for skills: one more entry in the catalog, other names for one, two made one."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from teamkit.errors import ConflictError, UnknownError, UsageError, did_you_mean
from teamkit.finder import fold
from teamkit.markdown import mappings
from teamkit.markdown.document import Document
from teamkit.output.shell import argument
from teamkit.people.catalog import Catalog, Skill
from teamkit.store import files, layout
from teamkit.store.change import Change, Write, edit
from teamkit.team import Team

_ROOT = "skills"


class SkillWanted(NamedTuple):
    """A skill as somebody wants it in the catalog.

    Attributes:
        name: its title; its key instead, where *title* says another.
        slug: its key, where it shall not come from the name.
        field: the group it belongs to; empty where nobody said.
        needs: skills one should know first, by any of their names.
    """

    name: str
    slug: str = ""
    title: str = ""
    field: str = ""
    aliases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class Worded(NamedTuple):
    """A change of the vocabulary, and the skill it is about."""

    change: Change
    skill: Skill


def add(team: Team, catalog: Catalog, wanted: SkillWanted, *, is_new: bool = False) -> Worded:
    """The change that adds a skill to the catalog; what stands there already changes nothing.

    Args:
        team: whose catalog; made from the template where there is none.
        catalog: what it says now.
        wanted: the skill.
        is_new: somebody has said that it is another one than those that are close.

    Raises:
        UnknownError: known ones are close and nobody said it *is_new*; or a need is no skill.
        ConflictError: a name of it is another skill's, or it stands there with other facts.
        UsageError: a name has no letters.
        BadDocumentError: the catalog cannot be read.
    """
    text = _text(team)
    skill = _skill(catalog, wanted)
    standing = _standing(catalog, wanted, skill)
    if standing is not None:
        same = _same(standing, wanted, skill)
        return Worded(Change(f"Add the skill {same.title}", "skills add"), same)
    close = catalog.close(wanted.name)
    if close and not is_new:
        hint = f"{did_you_mean(close)} If it really is a new one, add: --new"
        raise UnknownError("skill", wanted.name, hint=hint)
    for alias in skill.aliases:
        _mind(catalog, alias, skill)
    beside = [other.slug for other in catalog if skill.field and other.field == skill.field]
    fields = {
        "title": skill.title,
        "field": skill.field,
        "aliases": skill.aliases,
        "needs": skill.needs,
    }
    below = beside[-1] if beside else ""
    after = mappings.add_entry(text, (_ROOT, skill.slug), fields, below=below)
    change = Change(f"Add the skill {skill.title}", "skills add", _writes(team, after))
    return Worded(change, skill)


def alias(team: Team, catalog: Catalog, name: str, aliases: Iterable[str]) -> Worded:
    """The change that gives a skill more names; names that it has already change nothing.

    Raises:
        UnknownError: the catalog has no such skill.
        AmbiguousError: a name fits several.
        ConflictError: one is the name of another skill.
        UsageError: one has no letters.
    """
    skill = known(catalog, name)
    new = _distinct(aliases, but=catalog.names(skill.slug))
    for word in new:
        _mind(catalog, word, skill)
    text = _text(team)
    after = _listed(text, skill.slug, "aliases", (*skill.aliases, *new)) if new else text
    message = f"Let {', '.join(new)} mean {skill.title}"
    return Worded(Change(message, "skills alias", _writes(team, after)), skill)


def unalias(team: Team, catalog: Catalog, name: str, aliases: Iterable[str]) -> Worded:
    """The change that takes names away from a skill.

    Raises:
        UnknownError: the catalog has no such skill, or the skill no such alias.
        AmbiguousError: the skill's name fits several.
    """
    skill = known(catalog, name)
    gone = set()
    for word in aliases:
        if fold(word) not in map(fold, skill.aliases):
            raise UnknownError(f"alias of {skill.title}", word, skill.aliases)
        gone.add(fold(word))
    left = [word for word in skill.aliases if fold(word) not in gone]
    after = _listed(_text(team), skill.slug, "aliases", left)
    taken = [word for word in skill.aliases if fold(word) in gone]
    message = f"Let {', '.join(taken)} no longer mean {skill.title}"
    return Worded(Change(message, "skills alias", _writes(team, after)), skill)


def without(
    team: Team, catalog: Catalog, old: str, words: AbstractSet[str], new: Skill
) -> tuple[Write, ...]:
    """The write of the catalog where *old* is no skill of its own, and its names are *new*'s.

    Args:
        team: whose catalog.
        catalog: what it says now.
        old: its slug, or a word that the catalog does not have.
        words: every name of it, folded.
        new: a skill of the catalog.
    """
    text, skill = _text(team), catalog.get(old)
    names = (skill.title, skill.slug, *skill.aliases) if skill else (old,)
    more = _distinct(names, but=catalog.names(new.slug))
    if more:
        text = _listed(text, new.slug, "aliases", (*new.aliases, *more))
    for other in catalog:
        if other.slug != old and not words.isdisjoint(map(fold, other.needs)):
            needs = (new.slug if fold(need) in words else need for need in other.needs)
            left = [need for need in dict.fromkeys(needs) if need != other.slug]
            text = _listed(text, other.slug, "needs", left)
    if skill is not None:
        text = mappings.remove(text, (_ROOT, old))
    return _writes(team, text)


def known(catalog: Catalog, name: str) -> Skill:
    """The catalog's skill that *name* means.

    Raises:
        UnknownError: it has none; says the closest.
        AmbiguousError: the name fits several.
    """
    hint = f"Add it first: teamkit skills add {argument(name)}"
    slug = catalog.find(name, hint=hint)
    return next(skill for skill in catalog if skill.slug == slug)


def slug_for(title: str) -> str:
    """The key for a title; the signs that tell C, C++ and C# apart become words."""
    said = title.strip()
    said = f"dot {said[1:]}" if said.startswith(".") else said
    return layout.slug(said.replace("+", " plus ").replace("#", " sharp "))


def _skill(catalog: Catalog, wanted: SkillWanted) -> Skill:
    """What the entry would say."""
    title = " ".join((wanted.title or wanted.name).split())
    slug = wanted.slug or slug_for(wanted.name)
    for word in (title, slug, *wanted.aliases):
        _has_letters(word)
    if slug.split() != [slug]:
        raise UsageError(f"The key '{slug}' has spaces.", hint=f"--slug {slug_for(slug)}")
    needs = tuple(dict.fromkeys(known(catalog, need).slug for need in wanted.needs))
    aliases = _distinct(wanted.aliases, but=(slug, title))
    return Skill(slug, title, aliases, needs, " ".join(wanted.field.split()))


def _standing(catalog: Catalog, wanted: SkillWanted, skill: Skill) -> Skill | None:
    """The entry of that very skill, where the catalog has it.

    Raises:
        ConflictError: one of the names is another skill's.
    """
    found: dict[str, str] = {}
    for name in (wanted.name, skill.title, skill.slug):
        slug = catalog.exact(name)
        if slug is not None:
            found.setdefault(slug, name)
    if not found:
        return None
    slug, name = next(iter(found.items()))
    own = {fold(slug), fold(catalog.title(slug))}
    if len(found) > 1 or fold(wanted.name) not in own:
        raise _taken(catalog, name, slug)
    return catalog.get(slug)


def _same(standing: Skill, wanted: SkillWanted, skill: Skill) -> Skill:
    """The entry that stands, when it says all that is wanted.

    Raises:
        ConflictError: it does not.
    """
    names = set(map(fold, (standing.slug, standing.title, *standing.aliases)))
    differs = [
        word
        for word, is_other in (
            ("key", bool(wanted.slug) and wanted.slug != standing.slug),
            ("title", bool(wanted.title) and skill.title != standing.title),
            ("field", bool(wanted.field) and skill.field != standing.field),
            ("aliases", not names.issuperset(map(fold, skill.aliases))),
            ("needs", not set(standing.needs).issuperset(skill.needs)),
        )
        if is_other
    ]
    if differs:
        raise ConflictError(
            f"{standing.title} already exists, with different facts: {', '.join(differs)}.",
            hint=f"More names: teamkit skills alias {standing.slug} NAME; the rest by hand.",
        )
    return standing


def _mind(catalog: Catalog, word: str, skill: Skill) -> None:
    """Refuse a word that is the name of another skill than this one."""
    _has_letters(word)
    slug = catalog.exact(word)
    if slug is not None and slug != skill.slug:
        raise _taken(catalog, word, slug, skill.slug if catalog.get(skill.slug) else "")


def _taken(catalog: Catalog, word: str, slug: str, other: str = "") -> ConflictError:
    """The refusal of a word that names *slug*; *other* is a known skill that wants it too."""
    hint = "Use that one, or choose another."
    if other:
        hint = f"Are they one skill? teamkit skills merge {other} {slug}"
    elif fold(word) not in {fold(slug), fold(catalog.title(slug))}:
        hint = f"Use that one; or first: teamkit skills alias {slug} --un {argument(word)}"
    return ConflictError(
        f"'{word}' is a name of {catalog.title(slug)} ({slug}) already.", hint=hint
    )


def _has_letters(word: str) -> None:
    if not any(map(str.isalnum, word)):
        raise UsageError(f"'{word}' names no skill.", hint="Give it letters: rust")


def _distinct(words: Iterable[str], *, but: Iterable[str]) -> tuple[str, ...]:
    """The words, each once whatever its spelling, without those in *but*."""
    seen, found = set(map(fold, but)), []
    for word in (" ".join(word.split()) for word in words):
        if fold(word) not in seen:
            seen.add(fold(word))
            found.append(word)
    return tuple(found)


def _listed(text: str, slug: str, key: str, items: Sequence[str]) -> str:
    """*text* with another list in an entry, which may be a bare title so far."""
    path = (_ROOT, slug)
    opened = mappings.as_mapping(text, path, "title") if items else text
    after = mappings.set_list(opened, (*path, key), items)
    return text if after == opened else after


def _text(team: Team) -> str:
    """The catalog as it stands, or the template for a first one."""
    path = layout.catalog(team.config)
    team.settings_of(path)
    data = files.read(team.folder, path)
    return team.template("catalog.yml", {}) if data is None else data.decode("utf-8")


def _writes(team: Team, text: str) -> tuple[Write, ...]:
    """The write of the catalog; nothing when nothing changes."""
    path = layout.catalog(team.config)
    data = files.read(team.folder, path)
    if data is None:
        return (Write(path, text),)
    return edit(Document(path, data.decode("utf-8"), {}, {}, 0), text)
