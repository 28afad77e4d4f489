"""What people and programs see of a meeting that was moved or cancelled."""

from datetime import date

from teamkit.meetings.agendas.move import Rescheduled
from teamkit.meetings.agendas.views import AGENDA
from teamkit.meetings.attendance import missing
from teamkit.meetings.topics.views import TOPIC
from teamkit.output import fields
from teamkit.output.fields import DAY, SLUG, YES, Field, Page, Record, many
from teamkit.output.shapes import Lines
from teamkit.people.directory import Directory
from teamkit.store import layout

_REPLACED = Record[tuple[str, date, bool]](
    "replaced_meeting",
    "A meeting of another series that gives way, or takes place again.",
    (
        Field("meeting", lambda it: layout.dated(it[1], it[0]), SLUG, "Which meeting."),
        Field("series", lambda it: it[0], SLUG, "Its series."),
        Field("date", lambda it: it[1], DAY, "Its day."),
        Field("meets", lambda it: it[2], YES, "Whether it takes place."),
    ),
)
_FOLLOWS = Record[Rescheduled](
    "rescheduled",
    "",
    (
        Field("topics", lambda it: it.topics, many(TOPIC), "The topics promised to it."),
        Field("other_meetings", lambda it: it.others, many(_REPLACED), "Of other series."),
    ),
)
_PAGES = {
    word: Page(f"agenda.{word}", f"The meeting that is {done}.", AGENDA, _FOLLOWS, writes=True)
    for word, done in (("move", "moved"), ("cancel", "cancelled"))
}


def rescheduled(word: str, outcome: Rescheduled) -> Lines:
    """The path of the page that says so; what else follows from it as facts."""
    page = outcome.page
    return fields.lines(_PAGES[word], (page.path,), (page,), whole=outcome)


def told(outcome: Rescheduled, people: Directory) -> list[str]:
    """What else people should know, in sentences."""
    page, before = outcome.page, outcome.before
    said = [f"It {_now(outcome)} already."] if not outcome.change.writes else []
    fate = "waits again" if page.is_cancelled else "moves along"
    said += [f"Topic: {topic.title} {fate}." for topic in outcome.topics]
    said += [
        f"The {series} meeting of {day} {'takes place again' if meets else 'gives way'}."
        for series, day, meets in outcome.others
    ]
    if before and before.is_cancelled and not page.is_cancelled and outcome.change.writes:
        said.append("Topics promised to it are open again: teamkit agenda keep TOPIC")
    if not page.is_cancelled:
        asked = dict.fromkeys((page.facilitator, *page.note_takers, page.timekeeper))
        said += [
            f"{people.first_name(handle)} has a role there and is missing: {why}."
            for handle in asked
            if handle and (why := missing(people, handle, page.day))
        ]
    if outcome.notes:
        said.append(f"Notes were started, and stay: {outcome.notes}")
    if before and outcome.change.writes and (day := before.document.day("announced")):
        said.append(f"It was announced on {day}; tell people.")
    return said


def _now(outcome: Rescheduled) -> str:
    return "is cancelled" if outcome.page.is_cancelled else "is planned"
