"""Rules about people's names: nobody's, and those that mean two."""

from collections.abc import Iterable, Iterator

from teamkit.check.scope import Scope
from teamkit.config import FILE
from teamkit.errors import BadDocumentError
from teamkit.facts import Finding
from teamkit.kinds import KINDS, PEOPLE
from teamkit.markdown.document import Document
from teamkit.meetings.bullets import bullets
from teamkit.store import files


def unknown(reading: Scope) -> list[Finding]:
    """The names that are nobody's; nothing while the team has no people's files."""
    return strangers(reading, _named(reading))


def strangers(reading: Scope, named: Iterable[tuple[str, int, str]]) -> list[Finding]:
    """Those of (path, line, name as written) that are nobody's."""
    if not list(reading.people):
        return []
    broken = _broken(reading)
    found = [
        (path, line, name)
        for path, line, name in named
        if (handle := reading.people.resolve(name)) not in reading.people
        and not any(handle == stem or name in text for stem, text in broken.items())
    ]
    # Looking for the closest name is slow, and who has left is named in many files.
    hints = {name: _close(name, reading) for name in {name for _, _, name in found}}
    return [
        Finding(path, line, f"nobody here is called '{name}'", hints[name], "person")
        for path, line, name in found
    ]


def twofold(reading: Scope) -> list[Finding]:
    """The names and aliases that mean two people, so that teamkit takes them for neither."""
    found = []
    for document in reading.documents("people"):
        names = [("name", document.text_of("name") or "")]
        names += [("aliases", alias) for alias in document.texts("aliases")]
        for key, name in names:
            others = _others(reading, document.stem, name)
            if others:
                message = f"'{name}' could also mean {', '.join(others)}"
                hint = "write another alias"
                found.append(Finding(document.path, document.line_of(key), message, hint, "alias"))
    return found


def _named(reading: Scope) -> Iterator[tuple[str, int, str]]:
    """Everywhere a person is named: path, line, the name as written."""
    yield from _in_settings(reading)
    for document in reading.documents("skills"):
        yield document.path, 0, document.stem
    for noun, kind in KINDS.items():
        keys = kind.naming(PEOPLE)
        for document in reading.documents(noun) if keys else ():
            for key in keys:
                for name in document.handles(key):
                    yield document.path, document.line_of(key), name
            if kind.has_actions:
                yield from _in_body(reading, document)


def _in_settings(reading: Scope) -> Iterator[tuple[str, int, str]]:
    """Who holds a role, and who facilitates a series."""
    config = reading.team.config
    if not reading.covers(FILE):
        return
    _, lines = reading.team.settings_of(FILE)
    for handles in config.roles.values():
        for name in handles:
            yield FILE, lines.get("roles", 0), name
    for one in config.series.values():
        if one.facilitator not in {"rotate", ""}:
            yield FILE, lines.get("series", 0), one.facilitator


def _in_body(reading: Scope, document: Document) -> Iterator[tuple[str, int, str]]:
    """The owners of actions, and whom labelled lines name."""
    sections, tasks = reading.body(document)
    for task in tasks:
        for name in task.owners:
            yield document.path, task.line, name
    for bullet in bullets(sections, reading.labels):
        for name in bullet.people:
            yield document.path, bullet.line, name


def _broken(reading: Scope) -> dict[str, str]:
    """Handle to text of the people whose files stand, but cannot be read: they are known, too."""
    stems = {
        entry.path.rpartition("/")[2].removesuffix(".md"): entry.path
        for entry in reading.entries("people")
    }
    return {
        stem: _text(reading, path) for stem, path in stems.items() if stem not in reading.people
    }


def _text(reading: Scope, path: str) -> str:
    try:
        return (files.read(reading.team.folder, path) or b"").decode(errors="replace")
    except BadDocumentError:
        return ""


def _close(name: str, reading: Scope) -> str:
    """The hint: who is called nearly so."""
    close = reading.people.close(name)
    return f"did you mean {close[0]}?" if close else "add them: teamkit people add"


def _others(reading: Scope, handle: str, name: str) -> list[str]:
    """Whom else *name*, written in *handle*'s file, could mean."""
    people = reading.people
    meant = (name,) if name in people else people.called(name)
    return [one for one in meant if one != handle]
