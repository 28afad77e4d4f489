"""Rules about skills: the catalog itself, people's own tables, and the skills other files name."""

from collections.abc import Iterator

from teamkit.check import similar
from teamkit.check.scope import Scope
from teamkit.errors import AmbiguousError, BadDocumentError
from teamkit.facts import Finding
from teamkit.finder import fold
from teamkit.kinds import KINDS, SKILLS
from teamkit.markdown.outline import Outline
from teamkit.people import abilities
from teamkit.store import files, layout


def rows(reading: Scope) -> list[Finding]:
    """The rows of people's own tables that cannot be read, or name no skill of the catalog."""
    found: list[Finding] = []
    for document in reading.documents("skills"):
        page = Outline(document)
        found += abilities.SKILLS.check(page)
        for line, word in abilities.SKILLS.cells(page, "Skill"):
            found += named(reading, document.path, line, word)
    return found


def unknown(reading: Scope) -> list[Finding]:
    """The skills that files name and the catalog does not have; nothing without a catalog."""
    return [
        finding
        for noun, kind in KINDS.items()
        for key in kind.naming(SKILLS)
        for document in reading.documents(noun)
        for word in document.texts(key)
        for finding in named(reading, document.path, document.line_of(key), word)
    ]


def named(reading: Scope, path: str, line: int, word: str) -> Iterator[Finding]:
    """What is wrong with *word* as the name of a skill."""
    known = reading.catalog
    if not list(known):
        return
    try:
        slug = known.exact(word)
    except AmbiguousError as error:
        yield Finding(path, line, error.message.rstrip("."), "write the skill's key", "skill")
        return
    if slug is None:
        close = known.close(word)
        where = layout.catalog(reading.team.config)
        hint = f"did you mean {close[0]}?" if close else f"add it to {where}"
        yield Finding(path, line, f"the catalog has no skill '{word}'", hint, "skill")


def catalog(reading: Scope) -> list[Finding]:
    """The catalog's aliases that mean two skills, needs that it does not have, near-duplicates."""
    path = layout.catalog(reading.team.config)
    if not reading.covers(path):
        return []
    try:
        _, lines = reading.team.settings_of(path)
    except BadDocumentError:
        reading.catalog  # noqa: B018  # reading it is what notes why it cannot be read
        return []
    text = (files.read(reading.team.folder, path) or b"").decode("utf-8")
    told = [("catalog", *told) for told in _contradictions(reading)]
    told += [("near-duplicate", *told) for told in _near_duplicates(reading)]
    return [
        Finding(path, _line(text, slug, lines.get("skills", 0)), message, hint, rule)
        for rule, slug, message, hint in told
    ]


def _contradictions(reading: Scope) -> Iterator[tuple[str, str, str]]:
    """(slug, message, hint) of what does not fit within the catalog."""
    known = reading.catalog
    slugs_by_word: dict[str, list[str]] = {}
    for skill in known:
        for word in {fold(name) for name in known.names(skill.slug)}:
            slugs_by_word.setdefault(word, []).append(skill.slug)
        for need in skill.needs:
            if known.get(need) is None:
                close = known.close(need)
                hint = f"did you mean {close[0]}?" if close else "add it, or write another key"
                yield skill.slug, f"'{skill.slug}' needs '{need}', which is not a skill here", hint
    for word, slugs in slugs_by_word.items():
        if len(slugs) > 1:
            hint = "so it is taken for none"
            yield slugs[-1], f"'{word}' means several skills: {', '.join(slugs)}", hint


def _near_duplicates(reading: Scope) -> Iterator[tuple[str, str, str]]:
    """(slug, message, hint) of each two skills with names that look like one."""
    # An own name that is another skill's too is a contradiction, and told as one.
    words: dict[str, tuple[str, str]] = {}
    for skill in reading.catalog:
        for name in (skill.title, *reading.catalog.names(skill.slug)):
            words.setdefault(fold(name), (skill.slug, name))
    told = set()
    for one, other in similar.pairs(words):
        (first, name), (second, twin) = words[one], words[other]
        if first != second and (first, second) not in told:
            told.add((first, second))
            message = f"'{twin}' ({second}) looks like '{name}' ({first})"
            yield second, message, f"if they are one: teamkit skills merge {second} {first}"


def _line(text: str, slug: str, otherwise: int) -> int:
    """The line where the skill's entry begins; a nested key's place is nowhere kept."""
    for number, line in enumerate(text.split("\n"), 1):
        key = line.strip().partition(":")[0].strip("\"'")
        if number > otherwise and key == slug and line[:1] in {" ", "\t"}:
            return number
    return otherwise
