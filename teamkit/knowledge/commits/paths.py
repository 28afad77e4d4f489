"""`paths.yml`: which paths of a code repository stand for which skills.

A pattern is read as in `.gitignore`: `*` is anything within one folder's or file's name, `?` one
letter of it, `**` any folders; with a slash at its start or inside it begins at the repository's
root, else it fits at any depth; what names a folder stands for all below it. Everything else,
brackets too, is itself. All patterns that fit count, and there is no "not".
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from teamkit.errors import AmbiguousError, NotFoundError, UsageError
from teamkit.facts import Finding
from teamkit.knowledge.skills.set import skill_named
from teamkit.markdown.document import Value, parse_yaml, yaml_text
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog

#: What a finding about the map is called.
_RULE = "paths"
_CACHED = 1 << 14


class Pattern(NamedTuple):
    """One line of the map.

    Attributes:
        text: as written.
        skills: slugs, each once.
    """

    text: str
    skills: tuple[str, ...]


class PathMap(NamedTuple):
    """A map that was read.

    Attributes:
        patterns: those that stand for some skill, in the file's order.
        findings: what could not be used.
    """

    patterns: tuple[Pattern, ...]
    findings: tuple[Finding, ...]


def read_map(name: str, data: bytes, catalog: Catalog, abilities: Sequence[Ability]) -> PathMap:
    """What the file *name* says; a skill that nobody knows is a finding, and the rest is used.

    Raises:
        BadDocumentError: it is not strict YAML with patterns as keys.
        UsageError: nothing of it can be used.
    """
    values, lines = parse_yaml(name, yaml_text(name, data))
    patterns, findings = [], []
    for text, value in values.items():
        skills, wrong = _skills(value, catalog, abilities)
        if _is_odd(text):
            skills, wrong = [], [(f"'{text}' is not a path pattern", "for instance api/uploads/")]
        findings += [Finding(name, lines[text], *said, _RULE) for said in wrong]
        if skills:
            patterns.append(Pattern(text, tuple(dict.fromkeys(skills))))
    if not patterns:
        where = f"{name}:{findings[0].line}" if findings else name
        why = f"{findings[0].message}; " if findings else ""
        raise UsageError(
            "No path in the map is assigned to a skill.",
            where=where,
            hint=f"{why}api/uploads/: queues",
        )
    return PathMap(tuple(patterns), tuple(findings))


class Fitting:
    """Which of some patterns a path fits; what was asked before is remembered for a while."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        compiled = [(number, regex(pattern.text)) for number, pattern in enumerate(patterns)]

        def fitting(path: str) -> tuple[int, ...]:
            return tuple(number for number, one in compiled if one.match(path))

        self.of = lru_cache(maxsize=_CACHED)(fitting)


def regex(pattern: str) -> re.Pattern[str]:
    """What matches the paths, from the repository's root, that *pattern* stands for."""
    bare = pattern.strip("/")
    parts = bare.split("/")
    if not pattern.startswith("/") and len(parts) == 1:
        parts = ["**", *parts]
    is_all = parts[-1] == "**"
    while parts and parts[-1] == "**":
        parts.pop()
    found = "".join(_part(part) for at, part in enumerate(parts) if not _again(parts, at))
    if pattern.endswith("/"):
        found += "[^/]+/" if is_all else ""
    elif not is_all:
        found = found.removesuffix("/") + r"(?:/|\Z)"
    return re.compile(found)


def _part(part: str) -> str:
    """One name of a pattern and the slash behind it."""
    if part == "**":
        return "(?:[^/]+/)*"
    first, *others = (_letters(piece) for piece in re.split(r"\*+", part))
    if not others:
        return f"{first}/"
    # Each star takes as little as it can and never gives back: no pattern takes long.
    inner = "".join(f"(?>[^/]*?{piece})" for piece in others[:-1])
    return f"{first}{inner}[^/]*{others[-1]}/"


def _letters(text: str) -> str:
    return "".join("[^/]" if letter == "?" else re.escape(letter) for letter in text)


def _again(parts: Sequence[str], at: int) -> bool:
    return at > 0 and parts[at] == parts[at - 1] == "**"


def _is_odd(text: str) -> bool:
    names = text.strip("/").split("/")
    return text.startswith("!") or any(name in {"", ".", ".."} for name in names)


def _skills(
    value: Value, catalog: Catalog, abilities: Sequence[Ability]
) -> tuple[list[str], list[tuple[str, str]]]:
    """The skills that are named, and (message, hint) for what names none."""
    words = value if isinstance(value, tuple) else (value,)
    found, wrong = [], []
    for word in words:
        if not isinstance(word, str) or not word.strip():
            wrong.append(("there is no skill here", "a skill, or a list: [postgres, queues]"))
            continue
        try:
            found.append(skill_named(catalog, abilities, word.strip()))
        except (AmbiguousError, NotFoundError) as error:
            wrong.append((error.message.rstrip("."), error.hint or ""))
    return found, wrong or ([] if words else [("there is no skill here", "")])
