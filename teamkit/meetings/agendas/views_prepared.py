"""What people and programs see of an agenda that is compiled."""

from collections.abc import Sequence
from typing import NamedTuple

from teamkit.meetings.actions.views import ACTION, Dated
from teamkit.meetings.agendas.prepare import Prepared
from teamkit.meetings.attendance import Role, missing
from teamkit.meetings.model import Topic
from teamkit.meetings.topics.carry_over import Return, ordinal
from teamkit.meetings.topics.plan import PlanItem
from teamkit.meetings.views_shared import AGENDA_ITEM, OBJECTION
from teamkit.output import fields
from teamkit.output.common import DUE
from teamkit.output.fields import (
    CLOCK,
    COUNT,
    DAY,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Page,
    Record,
    a,
    many,
    optional,
)
from teamkit.output.shapes import Lines
from teamkit.people.directory import Directory

PLAN = Record[Prepared](
    "plan",
    "The plan of one meeting.",
    (
        Field("meeting", lambda p: p.stem, SLUG, "Which meeting."),
        Field("series", lambda p: p.series.slug, SLUG, "Its series."),
        Field("date", lambda p: p.day, DAY, "Its day."),
        Field("start", lambda p: p.series.start, CLOCK, "When it starts."),
        Field("facilitator", lambda p: p.facilitator, optional(HANDLE), "Who leads it."),
        Field("timekeeper", lambda p: p.timekeeper, optional(HANDLE), "Who keeps the time."),
        Field("planned", lambda p: p.plan.planned, COUNT, "Minutes planned."),
        Field("available", lambda p: p.plan.available, COUNT, "Minutes of the meeting."),
    ),
)
_LEFT_OUT = Record[tuple[Topic, str]](
    "left_out_topic",
    "A topic that the agenda leaves out.",
    (
        Field("topic", lambda it: it[0].stem, SLUG, "Which topic."),
        Field("title", lambda it: it[0].title, TEXT, "Its title."),
        Field("because", lambda it: it[1], TEXT, "Why it is left out."),
        Field("path", lambda it: it[0].path, PATH, "Its file."),
    ),
)
_RETURNING = Record[Return](
    "returning_topic",
    "A topic that was planned for earlier meetings.",
    (
        Field("topic", lambda r: r.topic.stem, SLUG, "Which topic."),
        Field("title", lambda r: r.topic.title, TEXT, "Its title."),
        Field("times", lambda r: r.times, COUNT, "How many meetings did not get to it."),
        Field("because", lambda r: r.because, TEXT, "What happened at the last of them."),
        Field("asks", lambda r: r.asks, YES, "Whether somebody should decide about it."),
        Field("path", lambda r: r.topic.path, PATH, "Its file."),
    ),
)


class Compiled(NamedTuple):
    """A compiled agenda: its path, and the blocks that were left as somebody edited them."""

    page: Prepared
    path: str
    kept: Sequence[str]


_COMPILED = Record[Compiled](
    "compiled",
    "",
    (
        Field("path", lambda c: c.path, PATH, "The agenda."),
        Field("plan", lambda c: c.page, a(PLAN), "The plan of the meeting."),
        Field("kept_blocks", lambda c: c.kept, many(TEXT), "Blocks edited by hand, which stay."),
        Field("left_out", lambda c: c.page.plan.left_out, many(_LEFT_OUT), "What does not fit."),
        Field("returning", lambda c: c.page.returning, many(_RETURNING), "What comes back."),
        Field(
            "actions",
            lambda c: [Dated(one, c.page.day) for one in c.page.actions],
            many(ACTION),
            "Open actions of earlier meetings.",
        ),
        Field("objections", lambda c: c.page.objections, many(OBJECTION), "Open objections."),
        Field("reviews", lambda c: c.page.reviews or (), many(DUE), "What is due for a review."),
    ),
)
_NEW = Page("agenda.new", "The items of the agenda.", AGENDA_ITEM, _COMPILED, writes=True)


def prepared(page: Prepared, path: str, kept: Sequence[str] = ()) -> Lines:
    """The path of a compiled agenda; what is on it, and the blocks *kept*, as facts."""
    return fields.lines(_NEW, (path,), page.plan.items, whole=Compiled(page, path, kept))


def explained(page: Prepared, people: Directory, kept: Sequence[str] = ()) -> list[str]:
    """What was carried onto the agenda and why, and who leads it."""
    said = [
        f"The block '{name}' was edited by hand and stays as it is; --regenerate replaces it."
        for name in kept
    ]
    if not page.is_regular:
        said.append(
            f"The rule of '{page.series.slug}' has no meeting on {page.day}; "
            "created anyway, as you asked."
        )
    said += _led(page, people)
    said += [
        f"{_NOUNS[item.kind]}: {item.what} ({item.minutes} min, {_because(item, page, people)})."
        for item in page.plan.items
        if item.kind in _NOUNS
    ]
    said += [sentence for one in page.returning for sentence in _carried(one)]
    for action in page.actions:
        who = ", ".join(map(people.first_name, action.owners)) or "nobody"
        said.append(f"Open action since {action.since}: {action.what} ({who}).")
    for objection in page.objections:
        who = people.first_name(objection.person) if objection.person else "somebody"
        said.append(
            f"Unanswered since {objection.since}: {who} on {objection.topic or 'no topic'}."
        )
    for review in page.reviews or ():
        who = people.first_names(review.who) or "nobody"
        said.append(f"Wanted on {review.on or review.since}: {review.what} ({who}).")
    return said


#: What an item of the plan is called; the rounds speak for themselves.
_NOUNS = {"standing": "Standing item", "topic": "Topic"}


def _led(page: Prepared, people: Directory) -> list[str]:
    """Who leads and keeps the time, and why; or why whoever stands there cannot."""
    said = []
    if page.undecided:
        places = ", ".join(page.undecided)
        said.append(f"No role was given to anybody, because these cannot be read: {places}.")
        said.append("  Fix them, then: teamkit notes rotate --role facilitator")
    for role, name in ((Role.FACILITATOR, page.facilitator), (Role.TIMEKEEPER, page.timekeeper)):
        choice = page.chosen.get(role)
        if choice and choice.picks:
            pick = choice.picks[0]
            said.append(f"{role.capitalize()}: {people.first_name(pick.name)} ({pick.because}).")
        elif name and (why := missing(people, name, page.day)):
            path = page.standing.path if page.standing else "teamkit.yml"
            who = people.first_name(name)
            said.append(f"The {role}, {who}, is missing: {why}. Name another in {path}")
    return said


def _because(item: PlanItem, page: Prepared, people: Directory) -> str:
    """Why it is on, and whether whoever brings it will be there."""
    why = missing(people, item.owner, page.day) if item.owner else ""
    return f"{item.because}; {people.first_name(item.owner)}: {why}" if why else item.because


def _carried(one: Return) -> list[str]:
    """That a topic comes back, and why; after the third time also what to do about it."""
    said = f"Back for the {ordinal(one.times)} time: {one.topic.title} ({one.because})."
    if not one.asks:
        return [said]
    return [
        said,
        f"  Keep or drop it, or handle it outside: teamkit agenda keep|drop|async {one.topic.stem}",
    ]
