"""Rules about file names that other systems cannot have, or take for one another."""

from collections.abc import Iterator

from teamkit.check.scope import Scope
from teamkit.facts import Finding
from teamkit.kinds import KINDS
from teamkit.people import handles
from teamkit.store import layout


def portable(reading: Scope) -> list[Finding]:
    """The names that not every system can check out, and a person called as nobody can be."""
    return [
        Finding(path, 0, why, "rename the file", "name")
        for kind in KINDS
        for path, name in _named(reading, kind)
        if (why := layout.problem(name) or (kind == "people" and _person(name)))
    ]


def twins(reading: Scope) -> list[Finding]:
    """The names in one folder that are one file where case or accents do not count."""
    found = []
    for kind in KINDS:
        known: dict[str, str] = {}
        for path, name in _named(reading, kind):
            first = known.setdefault(layout.twin_key(name), name)
            if first != name:
                why = f"on some systems it is the same file as {first}"
                found.append(Finding(path, 0, why, "rename one of them", "name"))
    return found


def _named(reading: Scope, kind: str) -> Iterator[tuple[str, str]]:
    """The path and the name of each record; what cannot be read has its own finding."""
    for path, why in reading.entries(kind):
        if not why:
            yield path, path.rpartition("/")[2]


def _person(name: str) -> str:
    stem = name.removesuffix(".md")
    return handles.wrong(stem) if stem == handles.ME else ""
