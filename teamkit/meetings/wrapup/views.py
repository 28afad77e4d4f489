"""What people and programs see at the end of a meeting."""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.choice import Pick
from teamkit.markdown.sections import Section
from teamkit.meetings.actions.agreements import Action
from teamkit.meetings.actions.views import ACTION, Dated
from teamkit.meetings.attendance import Role
from teamkit.meetings.bullets import Bullet, plain_title
from teamkit.meetings.live.outcome import Outcome
from teamkit.meetings.model import Topic
from teamkit.meetings.notes.views import NOTES, Kept
from teamkit.meetings.topics.fates import FATES
from teamkit.meetings.turns.roles import WORDS
from teamkit.meetings.views_shared import OBJECTION
from teamkit.meetings.wrapup.from_run import Lost
from teamkit.meetings.wrapup.recap import Recap
from teamkit.meetings.wrapup.wrap import Fate
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    Field,
    Page,
    Record,
    many,
    one_of,
    optional,
)
from teamkit.output.shapes import Card, Column, Stack, Table
from teamkit.output.shell import argument
from teamkit.people.directory import Directory
from teamkit.store.change import Change

#: Part, words, and what else there is to say: what the table shows.
Row = tuple[str, str, str]


class Wrapped(NamedTuple):
    """A meeting that is wrapped up.

    Attributes:
        decided: the path of a topic -> what becomes of it.
        created: the files that the wrap-up starts.
        lost: lines that were noted in the meeting and are no longer in the notes.
    """

    recap: Recap
    decided: Mapping[str, Fate]
    created: tuple[str, ...]
    lost: Sequence[Lost]
    people: Directory


_LINE = Record[Bullet](
    "note",
    "A labelled line of the notes.",
    (
        Field("text", lambda b: b.text, TEXT, "What was said."),
        Field("people", lambda b: b.people, many(HANDLE), "Who is named."),
        Field("heading", lambda b: b.topic, TEXT, "The heading it is under."),
        Field("line", lambda b: b.line, COUNT, "The line in the notes."),
    ),
)
_SECTION = Record[Section](
    "section",
    "A section of the notes.",
    (
        Field("heading", lambda s: plain_title(s.title), TEXT, "Its heading."),
        Field("line", lambda s: s.line, COUNT, "The line in the notes."),
    ),
)
_FATE = Record[tuple[Topic, Fate | None]](
    "topic_fate",
    "What becomes of a topic.",
    (
        Field("topic", lambda it: it[0].stem, SLUG, "Which topic."),
        Field("title", lambda it: it[0].title, TEXT, "Its title."),
        Field(
            "fate",
            lambda it: FATES[it[1].how].status if it[1] else "discussed",
            one_of("discussed", *(fate.status for fate in FATES.values())),
            "What becomes of it.",
        ),
        Field("because", lambda it: it[1] and it[1].because, optional(TEXT), "Why."),
        Field("path", lambda it: it[0].path, PATH, "Its file."),
    ),
)
_NEXT = Record[tuple[date, Role, Pick]](
    "next_turn",
    "Somebody who has a role at the next meeting.",
    (
        Field("date", lambda it: it[0], DAY, "The day of the next meeting."),
        Field("role", lambda it: it[1].value, one_of(*Role), "The role."),
        Field("person", lambda it: it[2].name, HANDLE, "Who."),
        Field("because", lambda it: it[2].because, TEXT, "Why."),
    ),
)
_LOST = Record[Lost](
    "lost_line",
    "A line that was noted in the meeting and is no longer in the notes.",
    (
        Field("heading", lambda it: it.heading, optional(TEXT), "The heading it was under."),
        Field("text", lambda it: it.line, TEXT, "The Markdown line."),
    ),
)
_WHOLE = Record[Wrapped](
    "wrapped",
    "",
    (
        Field("decisions", lambda w: _known(w, w.recap.decisions), many(_LINE), "Decisions."),
        Field(
            "actions",
            lambda w: [Dated(one, w.recap.notes.day) for one in w.recap.actions],
            many(ACTION),
            "Its open actions.",
        ),
        Field(
            "commitments",
            lambda w: [Dated(one, w.recap.notes.day) for one in w.recap.commitments],
            many(ACTION),
            "Its open commitments.",
        ),
        Field("objections", lambda w: w.recap.objections, many(OBJECTION), "Open objections."),
        Field("questions", lambda w: _known(w, w.recap.questions), many(_LINE), "Open questions."),
        Field(
            "without_conclusion",
            lambda w: w.recap.inconclusive,
            many(_SECTION),
            "What was discussed without a conclusion.",
        ),
        Field("fates", lambda w: _settled(w.recap, w.decided), many(_FATE), "Its topics."),
        Field(
            "not_reached",
            lambda w: w.recap.unfiled,
            many(TEXT),
            "Headings without notes that are no file's title.",
        ),
        Field("created", lambda w: w.created, many(PATH), "Files that were started."),
        Field("lost", lambda w: w.lost, many(_LOST), "Lines that are no longer in the notes."),
        Field("next_turns", lambda w: _turns(w.recap), many(_NEXT), "Who has which role next."),
    ),
)
_WRAP = Page("notes.wrap", "The notes of the meeting.", NOTES, _WHOLE, writes=True)


def _known(one: Wrapped, lines: Iterable[Bullet]) -> list[Bullet]:
    """Lines that name people by handle, however they are written."""
    resolve = one.people.resolve
    return [line._replace(people=tuple(map(resolve, line.people))) for line in lines]


def wrapped(
    told: Recap,
    decided: Mapping[str, Fate],
    people: Directory,
    change: Change,
    gone: Sequence[Lost] = (),
) -> Stack:
    """The meeting read back, what becomes of its topics, and who has which role next."""
    one = told.notes
    head = (
        ("Notes", one.path),
        ("Facilitator", one.facilitator),
        ("Notes by", ", ".join(one.note_takers)),
        ("Time kept by", one.timekeeper),
        ("Present", ", ".join(one.present or ())),
        ("Regrets", ", ".join(one.regrets)),
    )
    title = f"{told.series.title}, {one.day}"
    card = Card(_WRAP.kind, title, tuple(line for line in head if line[1]), ())
    begun = tuple(write.path for write in change.writes if write.seen is None)
    rows = (
        *_said(told, people),
        *_topics(told, decided),
        *(("begun", path, "") for path in begun),
        *_next(told),
    )
    facts = _WRAP.facts(Wrapped(told, decided, begun, gone, people))
    return Stack(_WRAP.kind, (card, _table(rows)), _WRAP.items((Kept(one, is_taken=True),)), facts)


def said(told: Recap, people: Directory) -> list[str]:
    """What was said alone, a sentence each: to be looked at before anything is asked."""
    return [
        f"{part.capitalize()}: {what}{f' ({more})' if more else ''}"
        for part, what, more in _said(told, people)
    ]


def wrapped_told(told: Recap, outcome: Outcome | None, gone: Sequence[Lost]) -> list[str]:
    """What somebody should look at, in sentences for stderr."""
    sentences = []
    if outcome and not outcome.is_ended:
        sentences.append("The meeting was left open; it is wrapped up all the same.")
    sentences += [_put_back(one, told) for one in gone]
    if not told.notes.note_takers:
        sentences.append(
            "Nobody is named as note-taker; turns are counted from there: --notes-by PERSON"
        )
    return sentences


def _put_back(gone: Lost, told: Recap) -> str:
    """One lost line in full, and the command that notes it again."""
    day = ["--series", told.series.slug, "--date", str(told.notes.day)]
    under = ["--under", gone.heading] if gone.heading else []
    words = gone.line.removeprefix("-").strip()
    command = shlex.join(["teamkit", "notes", "add", *day, *under, words])
    where = f" (under {gone.heading})" if gone.heading else ""
    return (
        f"Noted in the meeting, and no longer in the notes: {gone.line}{where}. "
        f"Put it back: {command}"
    )


def _table(rows: tuple[Row, ...]) -> Table:
    return Table(
        kind=_WRAP.kind,
        columns=(Column("Part", style="bold"), Column("What"), Column("More", style="dim")),
        rows=rows,
        items=(),
    )


def _said(told: Recap, people: Directory) -> Iterator[Row]:
    path = told.notes.path
    for line in told.decisions:
        yield "decided", line.text, line.topic
    for action in told.actions:
        yield _action(action, people)
    for promise in told.commitments:
        yield "commitment", promise.what, _who_and_when(promise, people)
    for one in told.objections:
        who = people.first_name(one.person) if one.person else "somebody"
        yield "open objection", f"{who}: {one.text}", one.topic
    for line in told.questions:
        yield "question", _with_names(line, people), line.topic
    for section in told.inconclusive:
        yield "no conclusion", plain_title(section.title), f"{path}:{section.line}"


def _topics(told: Recap, decided: Mapping[str, Fate]) -> Iterator[Row]:
    for topic, fate in _settled(told, decided):
        yield (
            (FATES[fate.how].status if fate else "discussed"),
            topic.title,
            fate.because if fate else "",
        )
    for title in told.unfiled:
        yield "not reached", title, f"in no file; bring it: teamkit agenda add {argument(title)}"


def _next(told: Recap) -> Iterator[Row]:
    for day, role, pick in _turns(told):
        yield f"{WORDS[role].does} next", pick.name, f"on {day}: {pick.because}"


def _turns(told: Recap) -> list[tuple[date, Role, Pick]]:
    """Who has which role at the next meeting; empty when the series has none."""
    if told.coming is None:
        return []
    day, by_role = told.coming
    return [(day, role, pick) for role, choice in by_role.items() for pick in choice.picks]


def _settled(told: Recap, decided: Mapping[str, Fate]) -> list[tuple[Topic, Fate | None]]:
    """The meeting's topics and what becomes of each; None where it was discussed."""
    found: list[tuple[Topic, Fate | None]] = [(t, decided.get(t.path)) for t in told.discussed]
    found += [(topic, decided.get(topic.path, Fate("carry"))) for topic in told.missed]
    return found + [(t, decided[t.path]) for t in told.others if t.path in decided]


def _action(action: Action, people: Directory) -> Row:
    """An action; with the place of its line where something is missing there."""
    if lacking := _lacking(action):
        return lacking, action.what, f"{action.path}:{action.line}"
    return "action", action.what, _who_and_when(action, people)


def _who_and_when(action: Action, people: Directory) -> str:
    due = [f"due {action.due}"] if action.due else []
    return ", ".join([*map(people.first_name, action.owners), *due])


def _lacking(action: Action) -> str:
    lacks = (("no owner", action.owners), ("no date", action.due))
    return ", ".join(word for word, value in lacks if not value)


def _with_names(line: Bullet, people: Directory) -> str:
    names = ", ".join(people.first_name(people.resolve(name)) for name in line.people)
    return f"{names}: {line.text}" if names else line.text
