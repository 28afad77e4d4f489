"""Deciding what changes in people's files: somebody joins, is away, is back, leaves."""

from collections.abc import Sequence
from datetime import date, timedelta

from teamkit.days import read_interval, spell_interval
from teamkit.errors import UnknownError, UsageError, did_you_mean
from teamkit.markdown.document import Document
from teamkit.markdown.front_matter import set_key
from teamkit.people import handles
from teamkit.people.person import Person
from teamkit.store.change import Change, edit
from teamkit.team import Team


def add(
    team: Team,
    handle: str,
    *,
    name: str = "",
    areas: Sequence[str] = (),
    aliases: Sequence[str] = (),
    joined: date | None = None,
    github: str = "",
) -> Change:
    """The change that adds somebody.

    Raises:
        UsageError: the handle is none, or an area is not one of the team's.
    """
    handle = handle.lstrip("@")
    if why := handles.wrong(handle):
        close = handles.meant(handle, name)
        raise UsageError(
            f"'{handle}' cannot be a handle: {why}.",
            hint=did_you_mean([close] if close else []) or "For instance ana",
        )
    check_areas(team, areas)
    name = " ".join(name.split()) or handle.capitalize()
    meta = {
        "name": name,
        "areas": sorted(set(areas)),
        "github": github or None,
        "aliases": list(aliases),
        "joined": joined,
    }
    body = team.template("person.md", {"name": name, "body": ""})
    return Change(f"Welcome {name}", "people add", (team.new("people", handle, meta, body),))


def file(team: Team, person: Person) -> Document:
    """The file of *person*.

    Raises:
        UnknownError: it has gone since everybody was read.
    """
    document = team.read(person.path)
    if document is None:
        raise UnknownError("person", person.handle)
    return document


def away(document: Document, person: Person, start: date, end: date) -> Change:
    """The change that notes an absence from *start* to *end*, both included."""
    spelt = spell_interval(start, end)
    text = _with_intervals(document, [*document.texts("away"), spelt])
    return Change(
        f"{person.first_name} is away {_words(start, end)}", "people away", edit(document, text)
    )


def back(document: Document, person: Person, today: date) -> Change:
    """The change that ends the absence around *today* on the day before; later ones stay.

    Who is here today and has one absence to come is not away after all: that one goes.
    """
    if person.away_until(today) is None:
        return _not_after_all(document, person, today)
    kept = [_ended(written, today) for written in document.texts("away")]
    text = _with_intervals(document, [written for written in kept if written])
    return Change(f"{person.first_name} is back", "people back", edit(document, text))


def leave(document: Document, person: Person, day: date) -> Change:
    """The change that notes that *day* is the first one without them; their file stays."""
    text = set_key(document.text, "left", day)
    return Change(f"{person.first_name} leaves on {day}", "people leave", edit(document, text))


def check_areas(team: Team, areas: Sequence[str]) -> None:
    """Refuse an area that the settings do not have, unless they have none at all.

    Raises:
        UsageError: says the team's areas.
    """
    known = team.config.areas
    for area in areas:
        if known and area not in known:
            raise UsageError(f"There is no area '{area}'.", hint=f"Areas: {', '.join(known)}")


def _not_after_all(document: Document, person: Person, today: date) -> Change:
    coming = [(start, end) for start, end in person.away if start > today]
    if not coming:
        raise UsageError(f"Nothing says {person.first_name} is away.", where=person.path)
    if len(coming) > 1:
        raise UsageError(
            f"{person.first_name} is not away today and has several absences coming up.",
            where=person.path,
            hint="Remove the one you mean from 'away' there; then: teamkit save",
        )
    kept = [w for w in document.texts("away") if read_interval(w) != coming[0]]
    words = f"{person.first_name} is not away {_words(*coming[0])} after all"
    return Change(words, "people back", edit(document, _with_intervals(document, kept)))


def _ended(written: str, today: date) -> str:
    """The interval, ended yesterday when it covers *today*; empty when nothing is left of it."""
    interval = read_interval(written)
    if interval is None or not interval[0] <= today <= interval[1]:
        return written
    start, yesterday = interval[0], today - timedelta(days=1)
    return spell_interval(start, yesterday) if start <= yesterday else ""


def _with_intervals(document: Document, written: Sequence[str]) -> str:
    return set_key(document.text, "away", sorted(set(written)))


def _words(start: date, end: date) -> str:
    return f"on {start}" if start == end else f"from {start} to {end}"
