"""What people and programs see of a meeting that was moved or cancelled."""

from teamkit.meetings.agendas.move import Rescheduled
from teamkit.meetings.attendance import missing
from teamkit.meetings.topics.views import topic_item
from teamkit.output.shapes import Lines
from teamkit.people.directory import Directory


def rescheduled(kind: str, outcome: Rescheduled) -> Lines:
    """The path of the page that says so; what else follows from it as facts."""
    page = outcome.page
    item = {
        "date": page.day,
        "series": page.series,
        "cancelled": page.is_cancelled,
        "because": page.document.text_of("because"),
        "moved_from": page.moved_from,
        "path": page.path,
        "topics": [topic_item(topic) for topic in outcome.topics],
        "others": [
            {"series": series, "date": day, "meets": meets} for series, day, meets in outcome.others
        ],
    }
    return Lines(kind, (page.path,), (item,))


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
        said.append("What was promised to it waits with the others: teamkit agenda keep TOPIC")
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
