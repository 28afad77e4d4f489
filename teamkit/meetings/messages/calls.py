"""The call for input before a meeting, and the announcement of its agenda."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from teamkit.config import FILE, Series
from teamkit.days import is_time
from teamkit.errors import ConflictError
from teamkit.kinds import KINDS
from teamkit.markdown.front_matter import set_key
from teamkit.meetings import attendance
from teamkit.meetings.agendas import new, prepare
from teamkit.meetings.agendas.prepare import Prepared
from teamkit.meetings.archive import Meetings
from teamkit.meetings.messages import deadline, web
from teamkit.meetings.messages.forms import (
    Message,
    Paragraph,
    Points,
    TextRun,
    Verbatim,
    bold,
    paragraph,
    points,
)
from teamkit.meetings.messages.web import TopicPage
from teamkit.meetings.model import Agenda
from teamkit.meetings.topics import plan as planning
from teamkit.people.directory import Directory
from teamkit.store.change import Change, edit

_INVITED = (
    " A question, something half-finished, something you need a hand with: one line is enough,"
    " no slides needed. You do not have to present it yourself."
)
_ANSWER = "Just answer this message; one line is enough, and it will be put on the agenda for you."


class Call(NamedTuple):
    """The call for input.

    Attributes:
        page: what is on the agenda so far.
        deadline: when it closes; None when nobody set that, or it has passed.
        said: sentences for whoever sends it.
    """

    message: Message
    page: Prepared
    deadline: datetime | None
    link: str
    said: tuple[str, ...]


class Announcement(NamedTuple):
    """The announcement of an agenda.

    Attributes:
        change: notes its day in the agenda; empty when that is noted already.
        link: the agenda's page on the web; empty when the forge is not known.
        said: sentences for whoever sends it.
    """

    change: Change
    message: Message
    page: Prepared
    path: str
    link: str
    said: tuple[str, ...]


def ask(meetings: Meetings, series: Series, day: date, today: date) -> Call:
    """The call for input for the meeting of *series* on *day*.

    Raises:
        ConflictError: that meeting is cancelled.
    """
    page = _prepared(meetings, series, day)
    topic_page = web.for_topic(meetings.team, series, today)
    closes = deadline.deadline(series.input_by, day)
    is_open = closes is not None and closes.date() >= today
    said = [topic_page.why, _about_deadline(series, closes, is_open=is_open)]
    said.append("Put what people answer on the agenda: teamkit agenda add -")
    still = closes if is_open else None
    message = _call(page, topic_page, still, meetings.people)
    return Call(message, page, still, topic_page.link, tuple(filter(None, said)))


def announce(meetings: Meetings, series: Series, day: date, today: date) -> Announcement:
    """The announcement of the agenda that stands for *series* on *day*.

    Raises:
        NotFoundError: there is no agenda.
        ConflictError: the meeting is cancelled.
    """
    agenda = meetings.needed(series, day)
    page = _prepared(meetings, series, day)
    topic_page = web.for_topic(meetings.team, series, today)
    link = web.of_file(meetings.team, agenda.path)
    message = _announcement(page, agenda, link, topic_page, meetings.people)
    before = agenda.document.day("announced")
    text = set_key(agenda.document.text, "announced", today)
    title = f"Announce the agenda of {series.title} for {day}"
    change = Change(title, "agenda announce", edit(agenda.document, text))
    said = [f"It was announced before, on {before}."] if before not in {None, today} else []
    said += [topic_page.why, *_missing(agenda, meetings.people)]
    said += new.told(meetings.team, prepare.prepare(meetings, series, agenda.day))
    return Announcement(change, message, page, agenda.path, link, tuple(filter(None, said)))


def _call(
    page: Prepared, topic_page: TopicPage, closes: datetime | None, people: Directory
) -> Message:
    topics = [item for item in page.plan.items if item.kind == "topic"]
    so_far = [_listed(item, people) for item in topics]
    until: list[TextRun | str] = []
    if closes is not None:
        until = ["Please reply by ", bold(deadline.moment(closes)), ". "]
    return Message(
        _subject(page),
        (
            paragraph(bold("What would you like to talk about?"), _INVITED),
            paragraph(*until, _room(page)),
            *_with_heading("On the agenda so far:", points(so_far)),
            *_ways(topic_page),
        ),
    )


def _announcement(
    page: Prepared, agenda: Agenda, link: str, topic_page: TopicPage, people: Directory
) -> Message:
    left_out = [_topic(t.title, t.by, planning.usual(t), people) for t, _ in page.plan.left_out]
    plan = [f"{item.start} {_listed(item, people)}" for item in page.plan.items]
    return Message(
        f"Agenda of {_subject(page)}",
        (
            paragraph(_hours(page)),
            *_with_heading("", points(_roles(agenda, people))),
            *_with_heading("The plan:", points(plan)),
            *_with_heading("What does not fit this time:", points(left_out)),
            paragraph("The agenda: ", TextRun(agenda.path, link)),
            *_ways(topic_page),
        ),
    )


def _prepared(meetings: Meetings, series: Series, day: date) -> Prepared:
    """What is on; when and how long, as the agenda that stands says it."""
    agenda = meetings.agenda(series, day)
    if agenda is None:
        return prepare.prepare(meetings, series, day)
    if agenda.is_cancelled:
        raise ConflictError(
            f"The meeting of {series.slug} on {day} is cancelled.",
            where=agenda.path,
            hint=f"Name another day: --date {day + timedelta(days=7)}",
        )
    start = agenda.document.text_of("start") or ""
    minutes = KINDS["agendas"].number(agenda.document, "minutes") or 0
    start = start if is_time(start) else series.start
    here = series._replace(start=start, minutes=minutes if minutes > 0 else series.minutes)
    return prepare.prepare(meetings, here, day)


def _subject(page: Prepared) -> str:
    return f"{page.series.title}: {deadline.named(page.day)}, {page.series.start}"


def _hours(page: Prepared) -> str:
    start, minutes = page.series.start, page.series.minutes
    hours = f"{start} to {planning.clock(start, minutes)}"
    return f"{deadline.named(page.day)}, {hours} ({minutes} minutes)"


def _room(page: Prepared) -> str:
    free, minutes = page.plan.free, page.plan.available
    if free > 0:
        return f"{free} of the {minutes} minutes are still free."
    full = f"The {minutes} minutes are full"
    return f"{full}; what does not fit comes up again for the next meeting."


def _listed(item: planning.PlanItem, people: Directory) -> str:
    if item.kind == "round":
        return f"{item.what} (everyone, {item.minutes} min)"
    aim = item.topic.aim if item.topic else ""
    return _topic(item.what, item.owner, item.minutes, people, aim)


def _topic(title: str, by: str, minutes: int, people: Directory, aim: str = "") -> str:
    about = [people.first_name(by) if by else "", f"{minutes} min", aim]
    return f"{title} ({', '.join(filter(None, about))})"


def _with_heading(heading: str, listed: Points) -> list[Paragraph | Points]:
    """A list below its heading; nothing at all when it has no lines."""
    if not listed.lines:
        return []
    return [paragraph(heading), listed] if heading else [listed]


def _ways(page: TopicPage) -> list[Paragraph | Points | Verbatim]:
    """How to bring something without git and without teamkit."""
    heading, answer = paragraph("How to add something:"), (TextRun(_ANSWER),)
    if not page.link:
        return [heading, Points((answer,))]
    if not page.text:
        how = ": give it a title, put your name and its subject into the file's name, and save."
        begun = TextRun("Open a page that is already started", page.link)
        return [heading, Points(((begun, TextRun(f"{how} No git needed.")), answer))]
    how = (
        ", paste the lines below, give it a title, and save it with your name and its subject"
        f" in the file's name: {page.path}. No git needed."
    )
    opened = TextRun("Open a page for it", page.link)
    return [heading, Points(((opened, TextRun(how)), answer)), Verbatim(page.text)]


def _about_deadline(series: Series, closes: datetime | None, *, is_open: bool) -> str:
    if closes is None:
        said = f"'{series.input_by}' cannot be read" if series.input_by else "none is set"
        where = f"Set it in {FILE}, under series, {series.slug}"
        return f"The message has no deadline: {said}. {where}: input_by: Thu 18:00"
    return "" if is_open else f"The message has no deadline: it was {deadline.moment(closes)}."


def _roles(agenda: Agenda, people: Directory) -> list[str]:
    roles = (
        ("Facilitator", (agenda.facilitator,)),
        ("Notes", agenda.note_takers),
        ("Timekeeper", (agenda.timekeeper,)),
    )
    return [
        f"{role}: {', '.join(map(people.first_name, filter(None, names)))}"
        for role, names in roles
        if any(names)
    ]


def _missing(agenda: Agenda, people: Directory) -> Iterable[str]:
    """Who has a role that day and is not there, and which roles nobody has."""
    named = [(agenda.facilitator, "facilitates"), (agenda.timekeeper, "keeps the time")]
    named += [(taker, "takes notes") for taker in agenda.note_takers]
    for handle, role in named:
        if handle and (why := attendance.missing(people, handle, agenda.day)):
            yield f"{people.first_name(handle)} {role}, but is missing: {why}."
    if not agenda.facilitator:
        yield f"Nobody facilitates yet; name somebody in {agenda.path}"
    if not agenda.note_takers:
        yield f"Nobody takes notes yet: teamkit notes rotate {agenda.series} --date {agenda.day}"
