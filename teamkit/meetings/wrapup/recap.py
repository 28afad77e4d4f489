"""Reading a meeting back at its end: what was agreed, what stays open, what was not reached."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from teamkit.choice import Choice
from teamkit.config import Series
from teamkit.errors import NotFoundError
from teamkit.markdown import blocks, links
from teamkit.markdown.outline import Outline
from teamkit.markdown.sections import Section
from teamkit.meetings import archive, calendar, objections
from teamkit.meetings.actions import agreements
from teamkit.meetings.actions.agreements import Action
from teamkit.meetings.archive import Meetings
from teamkit.meetings.attendance import Role
from teamkit.meetings.bullets import Bullet, bullets, folded, known, plain_title
from teamkit.meetings.discussed import TOPIC_LEVEL, met, was_discussed
from teamkit.meetings.discussed import discussed as last_discussed
from teamkit.meetings.model import Notes, Topic
from teamkit.meetings.notes import conclusions
from teamkit.meetings.objections import Objection
from teamkit.meetings.turns import roles
from teamkit.store import layout


class Next(NamedTuple):
    """The series' next meeting, and who has which role there, with the reason."""

    day: date
    by_role: Mapping[Role, Choice]


class Recap(NamedTuple):
    """What one meeting's notes say at its end.

    Attributes:
        notes: with who was there and who had which role filled in.
        decisions: as labelled lines.
        actions: its open ones; some may lack an owner or a day.
        commitments: its open ones.
        objections: raised there, and unanswered.
        questions: that no answer follows on the same line.
        inconclusive: headings of topics that were talked about and have no conclusion.
        discussed: open topics with content under their heading.
        missed: open topics that were planned, and have none.
        unfiled: headings without content that are no topic's.
        others: further topics whose title is a heading.
        coming: the next meeting; None where the series has none.
    """

    series: Series
    notes: Notes
    decisions: tuple[Bullet, ...]
    actions: tuple[Action, ...]
    commitments: tuple[Action, ...]
    objections: tuple[Objection, ...]
    questions: tuple[Bullet, ...]
    inconclusive: tuple[Section, ...]
    discussed: tuple[Topic, ...]
    missed: tuple[Topic, ...]
    unfiled: tuple[str, ...]
    others: tuple[Topic, ...]
    coming: Next | None


def recap(meetings: Meetings, series: Series, one: Notes) -> Recap:
    """The meeting that the notes *one* are of, read back."""
    resolve = meetings.people.resolve
    found = Outline(one.document).sections
    told = lines(meetings, found)
    topics = archive.topics(meetings.team, meetings.people)
    headings = met([one])[0].headings
    last = {title: one.day for title, is_said in headings.items() if is_said}
    open_ = [topic for topic in topics if topic.status == "open"]
    discussed = [topic for topic in open_ if was_discussed(topic, last)]
    missed = list(_missed(meetings, series, one, open_, headings))
    shown = {topic.path for topic in (*discussed, *missed)}
    related = [
        n for n in meetings.held if n.series in calendar.related(meetings.team.config, series)
    ]
    return Recap(
        series=series,
        notes=one,
        decisions=tuple(line for line in told if line.label == "decision"),
        actions=tuple(it for it in agreements.actions([one], resolve) if it.is_open),
        commitments=tuple(it for it in agreements.commitments([one], resolve) if it.is_open),
        objections=tuple(
            objection
            for objection in objections.open_objections(related, resolve)
            if objection.path == one.path
        ),
        questions=tuple(line for line in told if line.label == "question" and _is_open(line.text)),
        inconclusive=tuple(
            conclusions.open_ended(found, {folded(topic.title) for topic in topics})
        ),
        discussed=tuple(discussed),
        missed=tuple(missed),
        unfiled=tuple(_unfiled(series, found, {folded(topic.title) for topic in topics})),
        others=tuple(t for t in topics if folded(t.title) in headings and t.path not in shown),
        coming=_coming(meetings, series, one),
    )


def lines(meetings: Meetings, found: Collection[Section]) -> list[Bullet]:
    """The labelled lines of these sections, those of the series' rounds too."""
    return bullets(found, known(meetings.team.config.rounds))


def _is_open(question: str) -> bool:
    """Whether nothing is said after the question mark."""
    return not question.rpartition("?")[2].strip() or "?" not in question


def _missed(
    meetings: Meetings,
    series: Series,
    one: Notes,
    open_: Collection[Topic],
    headings: Mapping[str, bool],
) -> Iterator[Topic]:
    """The open topics that were meant for the meeting, and that nobody wrote about.

    Meant is what has a heading in the notes, was promised, or was typed into the agenda; what an
    agenda's generated plan says is never read back.
    """
    last = last_discussed(meetings.met)
    agenda = meetings.agenda(series, one.day)
    page = links.path(blocks.strip(agenda.document.body)) if agenda else ""
    meeting = layout.dated(one.day, series.slug)
    for topic in open_:
        title = folded(topic.title)
        brought = topic.day is None or topic.day <= one.day
        meant = title in headings or topic.meeting == meeting or f"{topic.stem}.md" in page
        if brought and meant and not headings.get(title) and not was_discussed(topic, last):
            yield topic


def _unfiled(series: Series, found: Collection[Section], titles: Collection[str]) -> Iterator[str]:
    """Headings that somebody typed for a topic without a file, and nobody wrote under."""
    own = {folded(r.name) for r in series.rounds} | {folded(s.title) for s in series.standing}
    for section in found:
        is_empty = not any(line.text.strip() and not line.hidden for line in section.lines)
        if (
            section.level == TOPIC_LEVEL
            and is_empty
            and folded(section.title) not in {*own, *titles}
        ):
            yield plain_title(section.title)


def _coming(meetings: Meetings, series: Series, one: Notes) -> Next | None:
    """The next meeting and its roles, with this one's turns counted as filled in."""
    team, people = meetings.team, meetings.people
    after = one.day + timedelta(days=1)
    try:
        day = calendar.next_meeting(team.config, series, meetings.agendas, after, held=())
    except NotFoundError:
        return None
    taken = [one if n.path == one.path else n for n in meetings.held]
    by_role = roles.next_for_all(taken, people, series, day, agendas=meetings.agendas)
    return Next(day, by_role)
