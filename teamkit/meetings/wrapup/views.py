"""What people and programs see at the end of a meeting."""

import shlex
from collections.abc import Iterator, Mapping, Sequence

from teamkit.meetings.actions.agreements import Action
from teamkit.meetings.actions.views import item as action_item
from teamkit.meetings.attendance import Role
from teamkit.meetings.bullets import Bullet, plain_title
from teamkit.meetings.live.outcome import Outcome
from teamkit.meetings.model import Topic
from teamkit.meetings.turns.roles import WORDS
from teamkit.meetings.wrapup.from_run import Lost
from teamkit.meetings.wrapup.recap import Recap
from teamkit.meetings.wrapup.wrap import FATES, Fate
from teamkit.output.shapes import Card, Column, Stack, Table
from teamkit.output.shell import argument
from teamkit.people.directory import Directory
from teamkit.store.change import Change

#: Part, words, and what else there is to say: what the table shows.
Row = tuple[str, str, str]


def wrapped(
    told: Recap,
    decided: Mapping[str, Fate],
    people: Directory,
    change: Change,
    gone: Sequence[Lost] = (),
) -> Stack:
    """The meeting read back, what becomes of its topics, and who has which role next."""
    one = told.notes
    card = Card(
        kind="notes.wrap",
        title=f"{told.series.title}, {one.day}",
        fields=(
            ("Notes", one.path),
            ("Facilitator", one.facilitator),
            ("Notes by", ", ".join(one.note_takers)),
            ("Time kept by", one.timekeeper),
            ("Present", ", ".join(one.present or ())),
            ("Regrets", ", ".join(one.regrets)),
        ),
        items=(),
    )
    begun = [write.path for write in change.writes if write.seen is None]
    rows = (
        *_said(told, people),
        *_topics(told, decided),
        *(("begun", path, "") for path in begun),
        *_next(told),
    )
    card = card._replace(fields=tuple(field for field in card.fields if field[1]))
    items = tuple({"part": part, "what": what, "more": more or None} for part, what, more in rows)
    facts = _facts(told, decided) | {"begun": begun, "lost": [one._asdict() for one in gone]}
    return Stack("notes.wrap", (card, _table(rows)), items, facts)


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
        kind="notes.wrap",
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
        yield (FATES[fate.how] if fate else "discussed"), topic.title, fate.because if fate else ""
    for title in told.unfiled:
        yield "not reached", title, f"in no file; bring it: teamkit agenda add {argument(title)}"


def _next(told: Recap) -> Iterator[Row]:
    if told.coming is None:
        return
    for role, choice in told.coming.by_role.items():
        for pick in choice.picks:
            because = f"on {told.coming.day}: {pick.because}"
            yield f"{WORDS[role].does} next", pick.name, because


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
    words = [", ".join(map(people.first_name, action.owners))]
    words += [f"due {action.due}"] if action.due else []
    return ", ".join(filter(None, words))


def _lacking(action: Action) -> str:
    words = (("no owner", action.owners), ("no date", action.due))
    return ", ".join(word for word, value in words if not value)


def _with_names(line: Bullet, people: Directory) -> str:
    names = ", ".join(people.first_name(people.resolve(name)) for name in line.people)
    return f"{names}: {line.text}" if names else line.text


def _facts(told: Recap, decided: Mapping[str, Fate]) -> dict[str, object]:
    one = told.notes
    return {
        "date": one.day, "series": told.series.slug, "path": one.path,
        "facilitator": one.facilitator or None, "note_takers": one.note_takers,
        "timekeeper": one.timekeeper or None, "present": one.present, "regrets": one.regrets,
        "decisions": [_line(line) for line in told.decisions],
        "actions": [action_item(action, one.day) for action in told.actions],
        "commitments": [action_item(action, one.day) for action in told.commitments],
        "objections": [
            {"person": o.person or None, "text": o.text, "topic": o.topic, "line": o.line}
            for o in told.objections
        ],
        "questions": [_line(line) for line in told.questions],
        "without_conclusion": [
            {"title": plain_title(s.title), "line": s.line} for s in told.inconclusive
        ],
        "topics": [
            {"title": topic.title, "path": topic.path,
             "fate": FATES[fate.how] if fate else "discussed",
             "because": (fate.because or None) if fate else None}
            for topic, fate in _settled(told, decided)
        ],
        "not_reached": told.unfiled,
        "next": _roles(told),
    }  # fmt: skip


def _line(line: Bullet) -> dict[str, object]:
    return {"text": line.text, "people": line.people, "topic": line.topic, "line": line.line}


def _roles(told: Recap) -> dict[str, object] | None:
    if told.coming is None:
        return None
    keys = {role: WORDS[role].key for role in Role}
    return {
        "date": told.coming.day,
        **{
            keys[role]: [{"person": p.name, "because": p.because} for p in choice.picks]
            for role, choice in told.coming.by_role.items()
        },
    }
