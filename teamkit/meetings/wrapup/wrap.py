"""Closing a meeting: who was there, what becomes of its topics, its whole notes in one commit."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from teamkit.errors import AmbiguousError, ConflictError, NotFoundError, UsageError
from teamkit.finder import Named, find
from teamkit.markdown.front_matter import New, set_keys
from teamkit.markdown.outline import Outline
from teamkit.meetings import attendance, calendar
from teamkit.meetings.archive import Meetings
from teamkit.meetings.live.outcome import Outcome
from teamkit.meetings.model import Notes, Topic, dated
from teamkit.meetings.topics import fates as deciding
from teamkit.meetings.wrapup import from_run, recap
from teamkit.meetings.wrapup.recap import Recap
from teamkit.people.person import Person
from teamkit.store import layout
from teamkit.store.change import Change, Write, edit

#: How many days later a meeting is still the one that is meant.
RECENT = timedelta(days=7)
# These lines name people who need not have been there.
_ABOUT = frozenset({"pairing", "shoutout", "answered", "withdrawn"})


class Fate(NamedTuple):
    """What becomes of one topic.

    Attributes:
        how: carry, park, async or drop.
        because: the reason; what is carried with one is promised to the next meeting.
    """

    how: str
    because: str = ""


def choose(meetings: Meetings, name: str | None, day: date | None, today: date) -> Notes:
    """The notes to be wrapped: of *day*; else today's; else the last ones that are not wrapped yet.

    Without *day* they are at most a week old. Where all are wrapped, it is the last ones.

    Raises:
        UnknownError: no series is called so.
        NotFoundError: no notes stand.
        AmbiguousError: two series' notes are meant as well.
        ConflictError: nothing was noted yet.
        BadDocumentError: notes of these days cannot be read.
    """
    slug = calendar.slug_of(meetings.team.config, name)
    first, last = (day, day) if day else (today - RECENT, today)
    _refuse_unreadable(meetings, slug, first, last)
    found = [n for n in meetings.notes if first <= n.day <= last and slug in {"", n.series}]
    if not found:
        when = f"of {day}" if day else "of the last 7 days"
        hint = "Name another day: --date 2026-12-04" if day else "Name the day: --date 2026-12-04"
        raise NotFoundError(f"There are no notes {when}.", hint=f"{hint}. See: teamkit notes list")
    taken = {one.path for one in meetings.held}
    edited = {status.path for status in meetings.team.repo.status([one.path for one in found])}

    def rank(one: Notes) -> tuple[bool, bool, bool, date]:
        wrapped = one.present is not None and one.path not in edited
        return one.day == today, one.path in taken, not wrapped, one.day

    best = max(map(rank, found))
    meant = [one for one in found if rank(one) == best]
    if len(meant) > 1:
        raise AmbiguousError("meetings", str(best[-1]), [one.series for one in meant])
    if meant[0].path not in taken:
        raise ConflictError(
            "Nothing was noted yet, so there is nothing to wrap up.",
            where=meant[0].path,
            hint="Write a line under a heading and save the file, or name a day: --date 2026-12-04",
        )
    return meant[0]


def filled(
    meetings: Meetings,
    one: Notes,
    *,
    present: Sequence[Person] | None = None,
    regrets: Sequence[Person] = (),
    notes_by: Sequence[Person] = (),
    outcome: Outcome | None = None,
) -> Notes:
    """*one* with who was there and who had which role, where the notes do not say.

    Present are those who were there when the meeting was run; without that, those expected and
    not away; and whoever said something. Missing are those who were expected and were not there,
    or away. *present* and *regrets* overrule both, and *notes_by* who is named as note-taker.

    Raises:
        UsageError: somebody was there and was not.
    """
    _refuse_both(present or (), regrets)
    series = calendar.series_named(meetings.team.config, one.series)
    given = {person.handle for person in regrets}
    said_no = given or set(one.regrets)
    if present is not None:
        here = {person.handle for person in present}
    elif one.present is not None:
        here = set(one.present) - given
    else:
        guess = one._replace(regrets=tuple(said_no))
        came = outcome.present if outcome else attendance.present(guess, series, meetings.people)
        here = {*came, *_heard(meetings, one)} - said_no
    if given or not one.regrets:
        said_no |= {
            p.handle
            for p in meetings.people
            if p.is_expected(one.day, series.areas) and p.away_until(one.day)
        } | set(outcome.absent if outcome else ())
    agenda = meetings.agenda(series, one.day)
    return one._replace(
        present=tuple(sorted(here)),
        regrets=tuple(sorted(said_no - here)),
        facilitator=one.facilitator or (agenda.facilitator if agenda else ""),
        note_takers=tuple(p.handle for p in notes_by)
        or one.note_takers
        or (agenda.note_takers if agenda else ()),
        timekeeper=one.timekeeper or (agenda.timekeeper if agenda else ""),
    )


def fates(told: Recap, asked: Mapping[str, Sequence[str]], because: str) -> dict[str, Fate]:
    """What becomes of the topics that were named, by their file's path.

    Args:
        told: the meeting's topics.
        asked: what becomes of them (carry, park, async, drop) -> unique parts of their titles.
        because: why; of a topic that was not reached, that is reason enough.

    Raises:
        UnknownError: no topic of the meeting is called so.
        AmbiguousError: several are.
        UsageError: two things shall become of the same topic.
    """
    found: dict[str, Fate] = {}
    for how, names in asked.items():
        for name in names:
            topic = _named(told, name)
            if found.get(topic.path, Fate(how)).how != how:
                before = _word(found[topic.path].how)
                raise UsageError(
                    f"'{topic.title}' cannot be both {before} and {_word(how)}.",
                    hint="Leave one of the two flags out",
                )
            found[topic.path] = fate(told, how, because)
    return found


def fate(told: Recap, how: str, because: str = "") -> Fate:
    """That fate; without a reason it is that the meeting did not come to it."""
    if how == "carry":
        return Fate(how)
    return Fate(how, " ".join(because.split()) or f"not reached on {told.notes.day}")


def put_off(told: Recap, outcome: Outcome | None) -> dict[str, Fate]:
    """What becomes of the topics that had to make room: carried, with the reason."""
    displaced = dict(outcome.displaced) if outcome else {}
    return {
        topic.path: Fate("carry", displaced[topic.title])
        for topic in told.missed
        if topic.title in displaced
    }


def wrap(
    meetings: Meetings, told: Recap, decided: Mapping[str, Fate], outcome: Outcome | None = None
) -> Change:
    """The change that closes the meeting; empty where all of it is done.

    The notes are part of it even where only people's own lines in them are not committed yet.
    """
    team, one = meetings.team, told.notes
    before = next(n for n in meetings.notes if n.path == one.path)
    text = set_keys(one.document.text, _missing(before, one))
    text, begun = from_run.begin(meetings, told, outcome, text)
    writes: list[Write] = [*edit(one.document, text), *begun]
    if not writes and team.repo.status([one.path]):
        writes.append(Write(one.path, text, one.document.digest))
    for topic in (*told.discussed, *told.missed, *told.others):
        writes += _settled(meetings, told, topic, decided.get(topic.path), outcome)
    return Change(f"Wrap up the {told.series.title} of {one.day}", "notes wrap", tuple(writes))


def _refuse_both(present: Sequence[Person], regrets: Sequence[Person]) -> None:
    for person in present:
        if person in regrets:
            raise UsageError(
                f"{person.first_name} cannot have been there and have sent regrets.",
                hint=f"Name {person.handle} in --present or in --regrets",
            )


def _missing(before: Notes, after: Notes) -> dict[str, New]:
    """The keys whose values are new; the same people in another order are not."""
    keys = ("facilitator", "note_takers", "timekeeper", "present", "regrets")
    values: dict[str, New] = {}
    for key in keys:
        old, new = getattr(before, key), getattr(after, key)
        if old != new and set(old or ()) != set(new):
            values[key] = list(new) if isinstance(new, tuple) else new
    return values


def _settled(
    meetings: Meetings, told: Recap, topic: Topic, decided: Fate | None, outcome: Outcome | None
) -> tuple[Write, ...]:
    """What is written into one topic's file: what was decided, else that it was discussed."""
    document = meetings.team.read(topic.path)
    if document is None:  # pragma: no cover  # it was read a moment ago
        return ()
    text = from_run.wanted(topic, outcome, document.text)
    if decided is None:
        if topic in told.discussed:
            text = set_keys(text, {"status": "discussed"})
        return edit(document, text)
    if decided.how == "carry":
        return edit(document, _carried(told, topic, decided, text))
    team, people = meetings.team, meetings.people
    aside = deciding.put_aside(team, people, document, decided.how, decided.because)
    return aside.change.writes


def _carried(told: Recap, topic: Topic, decided: Fate, text: str) -> str:
    """The *text* of a topic that waits for the next time.

    What was talked about comes back only where it is promised anew, and so does what made room.
    """
    if told.coming is None or (topic in told.missed and not decided.because):
        return text
    values: dict[str, New] = {"meeting": layout.dated(told.coming.day, told.series.slug)}
    if decided.because:
        values["because"] = decided.because
    if topic.status != "open":
        values |= {"status": "open", "because": decided.because or None}
    return set_keys(text, values)


def _word(how: str) -> str:
    return deciding.FATES[how].status


def _named(told: Recap, name: str) -> Topic:
    every = {topic.path: topic for topic in (*told.missed, *told.discussed, *told.others)}
    known = [Named(one.stem, one, titles=(one.title,)) for one in every.values()]
    titles = "; ".join(topic.title for topic in every.values())
    hint = f"The meeting's topics: {titles}" if titles else None
    return find(name, known, "topic of the meeting", hint=hint)


def _heard(meetings: Meetings, one: Notes) -> set[str]:
    """Everybody on the team whose name stands beside something they said."""
    found = Outline(one.document).sections
    named = {
        meetings.people.resolve(name)
        for line in recap.lines(meetings, found)
        if line.label not in _ABOUT
        for name in line.people
    }
    return {name for name in named if name in meetings.people}


def _refuse_unreadable(meetings: Meetings, slug: str, first: date, last: date) -> None:
    """Raise what is wrong with notes of these days; they would be passed over otherwise."""
    folder = layout.folder(meetings.team.config, "notes")
    for finding in meetings.team.unreadable:
        place, _, name = finding.path.rpartition("/")
        day, rest = dated(name.removesuffix(".md"))
        if place == folder and day and first <= day <= last and slug in {"", rest}:
            meetings.team.read(finding.path)
