"""The logs of this clone's meetings: which one is open, who was heard, handing one over."""

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from teamkit.config import Series
from teamkit.errors import ConflictError, UsageError
from teamkit.meetings.live import rounds
from teamkit.meetings.live.events import KINDS, Event, from_data, from_line, to_data, to_line
from teamkit.meetings.live.outcome import Heard, heard
from teamkit.meetings.live.state import State, fold
from teamkit.meetings.model import dated
from teamkit.store import logs

#: A larger file is no meeting.
LARGEST = 5 << 20
_SCHEMA, _KIND = 1, "meeting.log"
_NEAR = timedelta(days=1)


class Handed(NamedTuple):
    """A meeting on its way to another clone.

    Attributes:
        stem: `2026-12-04-friday`.
        balance: earlier meetings of the series, and who was heard in them; the newest first.
    """

    stem: str
    events: tuple[Event, ...]
    balance: tuple[tuple[str, Heard], ...] = ()


def events(common_dir: Path, stem: str) -> tuple[Event, ...]:
    """What happened in that meeting, up to the first line that cannot be read."""
    return logs.read(logs.place(common_dir, stem), from_line).entries


def unfinished(common_dir: Path, today: date, series: str | None = None) -> State | None:
    """The newest meeting that was begun within a day of *today* and not ended, or None."""
    for stem in reversed(logs.stems(common_dir)):
        day, slug = dated(stem)
        if day is None or abs(day - today) > _NEAR or series not in {None, slug}:
            continue
        state = fold(events(common_dir, stem))
        if state is not None and not state.is_ended:
            return state
    return None


def latest(common_dir: Path) -> State | None:
    """The meeting with the newest event, ended or not; None when there is none."""
    states = (fold(events(common_dir, stem)) for stem in logs.stems(common_dir))
    begun = [state for state in states if state is not None]
    return max(begun, key=lambda state: (not state.is_ended, state.last), default=None)


def history(common_dir: Path, series: Series, before: date) -> list[tuple[str, Heard]]:
    """The last eight meetings of *series* before a day, and who was heard; the newest first."""
    found = []
    for stem in reversed(logs.stems(common_dir)):
        day, slug = dated(stem)
        if day is None or day >= before or slug != series.slug:
            continue
        happened = events(common_dir, stem)
        if any(event.kind in {"started", "heard"} for event in happened):
            found.append((stem, heard(happened)))
        if len(found) == rounds.LOOKED_AT:
            break
    return found


def handed_over(common_dir: Path, stem: str, series: Series, day: date) -> dict[str, object]:
    """The meeting as plain JSON values; of earlier meetings only who was heard."""
    return {
        "schema": _SCHEMA,
        "kind": _KIND,
        "meeting": stem,
        "items": [to_data(event) for event in events(common_dir, stem)],
        "balance": [
            {"meeting": one, "spoke": sorted(who.spoke), "passed": sorted(who.passed)}
            for one, who in history(common_dir, series, day)
        ],
    }


def read_handed(data: bytes, series: Collection[str]) -> Handed:
    """A meeting that was handed over, every value looked at.

    Args:
        data: the file's bytes.
        series: the slugs there are.

    Raises:
        UsageError: it is too large, or no such meeting.
        ConflictError: a newer teamkit wrote it.
    """
    if len(data) > LARGEST:
        raise UsageError("The file is larger than 5 MB, so it is not a meeting.")
    try:
        page = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise UsageError(
            "The file is not JSON.", hint="Create it: teamkit meeting state --export FILE"
        ) from error
    if not isinstance(page, dict) or page.get("kind") != _KIND or page.get("schema") != _SCHEMA:
        raise _no_meeting(f"its kind is not {_KIND}, or its schema not {_SCHEMA}")
    stem = _stem(page.get("meeting"), series)
    items, balance = page.get("items"), page.get("balance", [])
    if not isinstance(items, list) or not isinstance(balance, list):
        raise _no_meeting("items or balance is not a list")
    found = tuple(_event(number, item) for number, item in enumerate(items, 1))
    state = fold(found)
    if state is None or state.script.stem != stem:
        raise _no_meeting("it never started, or is another one")
    return Handed(stem, found, tuple(_heard(one, series) for one in balance[: rounds.LOOKED_AT]))


def take_over(common_dir: Path, handed: Handed, now: datetime) -> None:
    """Put a meeting that was handed over into this clone's logs.

    Its lines are looked for in this clone's notes when it goes on, and written where they lack.

    Raises:
        ConflictError: it runs here, or went on here; nothing was changed.
    """
    with logs.running(common_dir, handed.stem):
        place = logs.place(common_dir, handed.stem)
        here = logs.read(place, from_line)
        known = _without_end(here.entries)
        if here.damaged or known != handed.events[: len(known)]:
            raise ConflictError(
                "The meeting continued here too; nothing was imported.",
                where=str(place),
                hint="Look at it: teamkit meeting state. To use the other: move this file away",
            )
        for stem, who in handed.balance:
            if not events(common_dir, stem):
                at = handed.events[0].at
                data = {"spoke": sorted(who.spoke), "passed": sorted(who.passed)}
                line = to_line(Event(at, "heard", data))
                logs.replace(logs.place(common_dir, stem), [line])
        logs.replace(place, map(to_line, (*handed.events, Event(now, "taken"))))


def _without_end(known: tuple[Event, ...]) -> tuple[Event, ...]:
    """*known* up to where it was last taken over, when nothing happened since."""
    return known[:-1] if known and known[-1].kind == "taken" else known


def _event(number: int, item: object) -> Event:
    try:
        event = from_data(item)
    except ValueError as error:
        raise _no_meeting(f"event {number}: {error}") from error
    if event.kind not in KINDS:
        raise _no_meeting(f"event {number}: there is no kind '{event.kind}'")
    return event


def _heard(one: Any, series: Collection[str]) -> tuple[str, Heard]:
    if not isinstance(one, dict):
        raise _no_meeting("balance has an entry that is not a meeting")
    data = {"spoke": one.get("spoke"), "passed": one.get("passed")}
    page = {"v": 1, "at": "2000-01-01T00:00:00+00:00", "kind": "heard", "data": data}
    event = _event(0, page)
    return _stem(one.get("meeting"), series), heard([event])


def _stem(name: object, series: Collection[str]) -> str:
    day, slug = dated(name) if isinstance(name, str) else (None, "")
    if day is None or slug not in series or "/" in slug:
        known: Sequence[str] = sorted(series)
        raise _no_meeting(f"it belongs to none of the series here ({', '.join(known)})")
    return str(name)


def _no_meeting(why: str) -> UsageError:
    return UsageError(
        f"The file is not an exported meeting: {why}.",
        hint="Create it: teamkit meeting state --export FILE",
    )
