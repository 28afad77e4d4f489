"""When a meeting is not on its usual day, or not at all: its agenda's page says so.

The page of the old day stays where links point to, cancelled; the new day's page carries
`moved_from`. What was promised to the meeting moves along, or waits again, in the same change.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from teamkit.config import Series
from teamkit.errors import ConflictError, EditRefusedError, NotFoundError, UsageError
from teamkit.markdown import blocks
from teamkit.markdown.document import parse
from teamkit.markdown.front_matter import New, set_key, set_keys
from teamkit.markdown.links import link
from teamkit.meetings import archive, calendar, schedule
from teamkit.meetings.agendas import new as compiling
from teamkit.meetings.agendas.prepare import prepare
from teamkit.meetings.archive import Meetings
from teamkit.meetings.model import Agenda, Topic, read_agenda
from teamkit.store import layout
from teamkit.store.change import Change, Write, edit


class Rescheduled(NamedTuple):
    """What became of one meeting.

    Attributes:
        change: the pages and the topics, in one; empty when they say so already.
        page: the agenda as it will be.
        before: the agenda of the day that was named, as it was; None when there was none.
        topics: promised to the meeting: they move along, or wait again.
        others: (series, day, meets) of the series it replaces, where that changes.
        notes: the path of notes that were started for the old day; empty when there are none.
    """

    change: Change
    page: Agenda
    before: Agenda | None
    topics: tuple[Topic, ...] = ()
    others: tuple[tuple[str, date, bool], ...] = ()
    notes: str = ""


def move(
    meetings: Meetings, series: Series, old: date, new: date, today: date, *, because: str
) -> Rescheduled:
    """The change that puts the meeting of *old* on *new*.

    Raises:
        UsageError: both are the same day, or *new* is past.
        NotFoundError: the series does not meet on *old*; names the next ones.
        ConflictError: it took place, or the series meets on *new* already.
        AlreadyThereError: the page of *new* stands.
    """
    if old == new:
        raise UsageError(f"The meeting is on {old} already.", hint="Name the day it is moved to")
    schedule.must_meet(meetings, series, old, today)
    schedule.must_be_open(meetings, series, old)
    schedule.must_be_open(meetings, series, new)
    if new < today:
        raise UsageError(f"{new} is past.", hint="Name a day from today on")
    target = schedule.free_page(meetings, series, new)
    before = meetings.agenda(series, old)
    because = " ".join(because.split())
    origin = before.moved_from if before and before.moved_from else old
    keys: dict[str, New] = {
        "moved_from": None if origin == new else origin,
        "because": because or None,
    }
    made = _carried(before, series, new, keys) if before else _fresh(meetings, series, new, keys)
    path = target.path if target else meetings.team.path("agendas", _stem(series, new))
    writes = [Write(path, made, target.document.digest if target else None)]
    if before:
        writes += _left_behind(before, path, new, because)
    topics = _promised(meetings, series, old)
    writes += _promises(meetings, topics, _stem(series, new))
    message = f"Move the {series.title} from {old} to {new}"
    change = Change(message, "agenda move", tuple(writes), details=because)
    return _outcome(meetings, series, change, before, topics=topics, days=(old, new))


def cancel(meetings: Meetings, series: Series, day: date, today: date, because: str) -> Rescheduled:
    """The change that cancels the meeting of *day*; its page is made when none stands."""
    because = schedule.reason(because)
    before = meetings.agenda(series, day)
    if before is None or not before.is_cancelled or schedule.moved_away(before):
        schedule.must_meet(meetings, series, day, today)
        schedule.must_be_open(meetings, series, day)
    keys: dict[str, New] = {"status": "cancelled", "because": because}
    text = set_keys(before.document.text, keys) if before else _fresh(meetings, series, day, keys)
    text = _told_instead(text, f"This meeting does not take place: {because}")
    path = meetings.team.path("agendas", _stem(series, day))
    writes = [*edit(before.document, text)] if before else [Write(path, text)]
    topics = _promised(meetings, series, day)
    writes += _promises(meetings, topics, None)
    message = f"Cancel the {series.title} of {day}"
    change = Change(f"{message}: {because}", "agenda cancel", tuple(writes))
    return _outcome(meetings, series, change, before, topics=topics, days=(day,))


def take_place(meetings: Meetings, series: Series, day: date) -> Rescheduled:
    """The change that takes a cancelling back: the meeting is planned again.

    Raises:
        NotFoundError: no page says that it is cancelled.
        ConflictError: it was moved; says where to.
    """
    before = meetings.agenda(series, day)
    if moved := schedule.moved_to(meetings, series, day):
        raise ConflictError(
            f"The {series.slug} meeting of {day} was moved to {moved.day}.",
            where=moved.path,
            hint=f"Move it back: teamkit agenda move {moved.day} {day} {series.slug}",
        )
    if before is None:
        raise NotFoundError(f"Nothing says that the {series.slug} meeting of {day} is cancelled.")
    message = f"The {series.title} of {day} takes place after all"
    text = before.document.text
    if before.is_cancelled:
        text = set_keys(text, {"status": None, "because": None})
        page = _read(meetings, Write(before.path, text))
        prepared = prepare(meetings, series, day)._replace(standing=page)
        compiled, _ = compiling.new_agenda(meetings.team, prepared)
        text = compiled.writes[0].text if compiled.writes else text
    change = Change(message, "agenda cancel", edit(before.document, text))
    return _outcome(meetings, series, change, before, topics=(), days=(day,))


def _stem(series: Series, day: date) -> str:
    return layout.dated(day, series.slug)


# ---- the pages ----------------------------------------------------------------------------


def _fresh(meetings: Meetings, series: Series, day: date, keys: Mapping[str, New]) -> str:
    """The text of a new agenda, with *keys*."""
    prepared = prepare(meetings, series, day)._replace(standing=None)
    change, _ = compiling.new_agenda(meetings.team, prepared)
    return set_keys(change.writes[0].text, keys)


def _carried(before: Agenda, series: Series, new: date, keys: Mapping[str, New]) -> str:
    """The text of *before*, for another day: what people wrote in it comes along."""
    document, old, iso = before.document, before.day.isoformat(), new.isoformat()
    title = document.text_of("title") or ""
    meta: dict[str, New] = {"title": title.replace(old, iso)} if old in title else {}
    meta |= {"date": new, "series": series.slug, "status": None, "announced": None, **keys}
    text = set_keys(document.text, meta)
    body = parse(document.path, text.encode()).body
    lines = body.split("\n")
    at = next((at for at, line in enumerate(lines) if line.startswith("# ")), None)
    if at is not None:
        lines[at] = lines[at].replace(old, iso)
    return text.removesuffix(body) + "\n".join(lines)


def _left_behind(before: Agenda, path: str, new: date, because: str) -> tuple[Write, ...]:
    """The page of the old day: it says where the meeting went."""
    why = f": {because}" if because else ""
    # One meeting has one `moved_from`: it went to the new page.
    keys: dict[str, New] = {
        "status": "cancelled",
        "because": f"{schedule.MOVED}{new}{why}",
        "moved_from": None,
    }
    place = link(str(new), layout.link(before.path, path))
    told = f"This meeting moved to {place}{why}"
    text = _told_instead(set_keys(before.document.text, keys), told)
    return edit(before.document, text)


def _told_instead(text: str, sentence: str) -> str:
    """*text* with the generated plan replaced by *sentence*; one edited by hand stays."""
    if "plan" in blocks.names(text):
        with suppress(EditRefusedError):  # broken markers are no reason to let a meeting stand
            return blocks.put(text, "plan", f"{sentence.rstrip('.')}.")[0]
    return text


# ---- what was promised ---------------------------------------------------------------------


def _promised(meetings: Meetings, series: Series, day: date) -> tuple[Topic, ...]:
    """The open topics promised to that meeting."""
    found = archive.topics(meetings.team, meetings.people)
    stem = _stem(series, day)
    return tuple(t for t in found if t.meeting == stem and t.status == "open")


def _promises(meetings: Meetings, topics: Sequence[Topic], meeting: str | None) -> list[Write]:
    """The topics' files, promised to *meeting*; to none without one."""
    paths = {topic.path for topic in topics}
    documents = [one for one in meetings.team.documents("topics") if one.path in paths]
    edits = (edit(one, set_key(one.text, "meeting", meeting)) for one in documents)
    return [write for writes in edits for write in writes]


# ---- what comes of it ----------------------------------------------------------------------


def _outcome(
    meetings: Meetings,
    series: Series,
    change: Change,
    before: Agenda | None,
    *,
    topics: tuple[Topic, ...],
    days: Sequence[date],
) -> Rescheduled:
    folder = layout.folder(meetings.team.config, "agendas")
    pages = [_read(meetings, w) for w in change.writes if w.path.startswith(f"{folder}/")]
    written = {page.path for page in pages}
    after = [*pages, *(a for a in meetings.agendas if a.path not in written)]
    page = next(a for a in after if a.series == series.slug and a.day == days[-1])
    started = (n.path for n in meetings.notes if (n.day, n.series) == (days[0], series.slug))
    return Rescheduled(
        change=change,
        page=page,
        before=before,
        topics=topics,
        others=_others(meetings, series, after, days),
        notes=next(started, ""),
    )


def _others(
    meetings: Meetings, series: Series, after: Sequence[Agenda], days: Sequence[date]
) -> tuple[tuple[str, date, bool], ...]:
    """Which of the series that *series* replaces meet now on one of *days*, or no longer."""
    config = meetings.team.config
    found = []
    for other in (config.series[slug] for slug in series.replaces if slug in config.series):
        for day in sorted(days):
            met = calendar.meetings(config, other, meetings.agendas, day, day)
            meet = calendar.meetings(config, other, after, day, day)
            found += [(other.slug, day, bool(meet))] if met != meet else []
    return tuple(found)


def _read(meetings: Meetings, write: Write) -> Agenda:
    page = read_agenda(parse(write.path, write.text.encode()), meetings.people.resolve)
    if page is None:  # pragma: no cover  # every page we write says its day and its series
        raise ConflictError(
            "The agenda would no longer say which meeting it is for.", where=write.path
        )
    return page
