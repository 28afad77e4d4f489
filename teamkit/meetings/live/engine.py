"""What one typed line means in a running meeting: events to keep, and what is said.

Nothing is read, written or shown here, and the clock comes in. A front end keeps the events,
applies them, and shows what is said; every decision is made here.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from teamkit.errors import TeamkitError, UsageError
from teamkit.meetings.live import clock, moves, prompts, replan
from teamkit.meetings.live.events import Event
from teamkit.meetings.live.script import ROUND
from teamkit.meetings.live.state import State, apply
from teamkit.meetings.live.values import one_line
from teamkit.meetings.notes.capture import capture
from teamkit.people.directory import Directory

#: A longer line is no note any more.
_LONGEST = 2_000


class Interpreted(NamedTuple):
    """What a typed line comes to.

    Attributes:
        events: to be kept, in order.
        said: sentences, at least one.
        is_over: the front end ends now; the meeting itself may stay open.
    """

    events: tuple[Event, ...] = ()
    said: tuple[str, ...] = ()
    is_over: bool = False


class Typed(NamedTuple):
    """One typed line, and all that may be known when it is decided.

    Attributes:
        rest: what stands after the first word.
        labels: those that exist beside the built-in ones.
        changed: numbers of the lines that stand differently in the notes now.
    """

    state: State
    now: datetime
    text: str
    rest: str
    people: Directory
    labels: Collection[str] = ()
    changed: Collection[int] = ()


def decide(
    state: State,
    typed: str,
    now: datetime,
    people: Directory,
    labels: Collection[str] = (),
    *,
    changed: Collection[int] = (),
) -> Interpreted:
    """What *typed* means; a line that means nothing is said and changes nothing.

    *changed* are the numbers of the noted lines that stand differently in the notes now.
    """
    jumped = clock.jump(state, now)
    first: tuple[Event, ...] = ()
    told: tuple[str, ...] = ()
    if jumped is not None:
        first, told = (jumped[0],), (jumped[1],)
        state = apply(state, jumped[0])
    word, _, rest = typed.strip().partition(" ")
    line = Typed(state, now, typed.strip(), rest.strip(), people, labels, changed)
    try:
        decision = _decided(line, word.lower())
    except TeamkitError as error:
        decision = Interpreted(said=prompts.refused(error, line.text))
    return decision._replace(events=(*first, *decision.events), said=(*told, *decision.said))


def left(state: State, now: datetime) -> Interpreted:
    """The terminal is closed; the meeting stays open."""
    script = state.script
    again = f"teamkit meeting run {script.series} --date {script.day}"
    said = f"The meeting stays open, and every line is kept. Continue with: {again}"
    return Interpreted((Event(now, "left"),), (said,), is_over=True)


def _decided(line: Typed, word: str) -> Interpreted:
    if len(line.text) > _LONGEST:
        raise UsageError(
            f"That line has {len(line.text)} characters; nothing was noted.",
            hint=f"Type it in pieces of at most {_LONGEST}",
        )
    meant = _ALONE.get(word) if not line.rest else None
    if meant is None and len(line.rest.split()) <= 1:
        meant = _WITH_ONE.get(word)
    if meant is None:
        meant = _WITH_WORDS.get(word)
    decision = meant(line) if meant else None
    return _captured(line) if decision is None else decision


def _captured(line: Typed) -> Interpreted:
    """A line for the notes, under the current item."""
    state = line.state
    item = state.now_on
    found = capture(
        line.text,
        people=line.people,
        today=state.script.day,
        label=item.label if item.kind == ROUND else "",
        speaker=state.who,
        labels=line.labels,
    )
    event = Event(
        line.now,
        "captured",
        {
            "id": len(state.lines) + 1,
            "item": state.item,
            "heading": item.title,
            "line": found.line,
            "label": found.label,
            "people": list(found.people),
            "who": state.who,
        },
    )
    return Interpreted((event,), (found.echo,))


def _taken_back(line: Typed) -> Interpreted:
    standing = line.state.standing
    if not standing:
        return Interpreted(said=("No line was noted that could be taken back.",))
    last = standing[-1]
    event = Event(line.now, "undone", {"id": last.number})
    said = f"Taken back, under {last.heading}: {last.line}"
    if last.number in line.changed:
        said = prompts.changed(last)
    return Interpreted((event,), (said,))


def _helped(_: Typed) -> Interpreted:
    return Interpreted(said=prompts.helped())


def _where(line: Typed) -> Interpreted:
    return Interpreted(said=prompts.where(line.state, line.now))


def _ended(line: Typed) -> Interpreted:
    state = line.state
    whole = clock.spoken(clock.meeting_time(state, line.now))
    said = [f"The meeting is over after {whole}; {prompts.lines(len(state.standing))} noted."]
    missed = replan.not_reached(state)
    if missed:
        said.append(f"Not reached: {'; '.join(state.script.items[at].title for at in missed)}.")
    said.append(f"Next: teamkit notes wrap {state.script.series}")
    return Interpreted((Event(line.now, "ended"),), tuple(said), is_over=True)


def _left(line: Typed) -> Interpreted:
    return left(line.state, line.now)


def _answer(
    decide_it: Callable[[State, str, datetime], tuple[Sequence[Event], Sequence[str]] | None],
) -> Callable[[Typed], Interpreted | None]:
    """A move or a change of the plan, as an answer to a typed line."""

    def answer(line: Typed) -> Interpreted | None:
        found = decide_it(line.state, line.rest, line.now)
        return None if found is None else Interpreted(tuple(found[0]), tuple(found[1]))

    return answer


def _about_somebody(
    decide_it: Callable[[State, str, str, datetime], tuple[Sequence[Event], Sequence[str]]],
) -> Callable[[Typed], Interpreted]:
    """The same, about a person that *rest* names."""

    def answer(line: Typed) -> Interpreted:
        person = line.people.find(line.rest) if line.rest else None
        handle, name = (person.handle, one_line(person.first_name)) if person else ("", "")
        events, said = decide_it(line.state, handle, name, line.now)
        return Interpreted(tuple(events), tuple(said))

    return answer


_Answer = Callable[[Typed], Interpreted | None]
#: Words that mean something alone.
_ALONE: Mapping[str, _Answer] = {
    "": _answer(moves.onward),
    "n": _answer(moves.onward),
    "b": _answer(moves.back),
    "-": _answer(moves.passed),
    "skip": _answer(moves.skip),
    "u": _taken_back,
    "?": _helped,
    "help": _helped,
    "status": _where,
    "end": _ended,
    "quit": _left,
}
#: Words that take one more word, or say which.
_WITH_ONE: Mapping[str, _Answer] = {
    "+": _about_somebody(replan.interest),
    "deep": _answer(replan.deep),
    "time": _answer(replan.time),
    "in": _about_somebody(moves.arrived),
    "out": _about_somebody(moves.departed),
}
#: Words that take several; what they cannot mean may still be a line for the notes.
_WITH_WORDS: Mapping[str, _Answer] = {"go": _answer(moves.go), "follow": _answer(replan.follow)}
