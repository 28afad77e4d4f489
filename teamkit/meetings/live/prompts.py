"""What is said to whoever runs a meeting: short sentences that begin with the thing itself."""

from datetime import datetime

from teamkit.errors import TeamkitError
from teamkit.meetings.live import clock
from teamkit.meetings.live.script import ScriptItem
from teamkit.meetings.live.state import CapturedLine, State
from teamkit.meetings.notes.capture import HELP

#: The words that guide the meeting, beside those that note something.
GUIDING = (
    ("n, or Enter", "next: the next person, then the next item"),
    ("b", "one step back"),
    ("-", "pass: the next person, and nobody asks why"),
    ("+, + @WHO", "somebody wants more of this item"),
    ("deep MINUTES", "give the item more time; says what that displaces"),
    ("follow KIND [TITLE]", "leave a follow-up: topic, talk, guideline, solution, pairing, post"),
    ("skip", "the next item"),
    ("go NUMBER, go WORDS", "to that item"),
    ("time MINUTES", "change the item's minutes"),
    ("in @WHO, out @WHO", "somebody comes or goes"),
    ("u", "take back the last line noted"),
    ("status", "where we are"),
    ("end", "close the meeting"),
    ("quit", "leave it open, to continue later"),
)


def prompt(state: State, now: datetime) -> str:
    """Where the meeting is, in a few words: `[Wins 2:10 of 8, Ana] > `."""
    spent = clock.digits(clock.item_time(state, now))
    turn = f", {state.name(state.who)}" if state.who else ""
    return f"[{state.now_on.title} {spent} of {state.minutes_of(state.item)}{turn}] > "


def begun(state: State) -> tuple[str, ...]:
    """The item that begins, and who speaks first."""
    item, minutes = state.now_on, state.minutes_of(state.item)
    by = f", with {state.name(item.by)}" if item.by else ""
    asked = f" {item.prompt}" if item.prompt else ""
    head = f"{item.title}, {minutes} min{by}.{asked}"
    return (head, turn(state)) if state.who else (head,)


def turn(state: State) -> str:
    """Whose turn it is, and who is next."""
    if not state.who:
        return f"Everybody had their turn in {state.now_on.title}; n continues."
    rest = state.after(state.who)
    then = f", then {state.name(rest[0])}" if rest else ", the last in this round"
    return f"{state.name(state.who)}'s turn{then}."


def where(state: State, now: datetime) -> tuple[str, ...]:
    """Where we are: the item, the meeting, the plan."""
    spent, whole = (
        clock.digits(clock.item_time(state, now)),
        clock.digits(clock.meeting_time(state, now)),
    )
    count = len(state.standing)
    said = [
        f"{state.now_on.title}: {spent} of {state.minutes_of(state.item)} min.",
        f"Meeting: {whole} of {state.script.minutes} min; {lines(count)} noted.",
    ]
    if state.who:
        said.append(turn(state))
    return (*said, *(_planned(state, place, item) for place, item in enumerate(state.script.items)))


def _planned(state: State, place: int, item: ScriptItem) -> str:
    mark = ""
    if place == state.item:
        mark = ", now"
    elif place in state.displaced:
        mark = f", not today: {state.displaced[place]}"
    elif place in state.reached:
        mark = ", done"
    return f"{place + 1} {item.title}, {state.minutes_of(place)} min{mark}"


def helped() -> tuple[str, ...]:
    """Every word that may be typed."""
    both = (*GUIDING, *HELP)
    width = max(len(word) for word, _ in both)
    return tuple(f"{word:<{width}}  {meaning}" for word, meaning in both)


def refused(error: TeamkitError, typed: str) -> tuple[str, ...]:
    """A refusal in the meeting: what, the way out, and what was typed, so that nothing is lost."""
    more = (error.where, error.hint, f"You typed: {typed}")
    return (error.message, *filter(None, more))


def lost(line: CapturedLine) -> str:
    """A line that was noted and is not in the notes any more, in full."""
    return f"No longer in the notes, changed or lost: {line.line} (under {line.heading})"


def changed(line: CapturedLine) -> str:
    """A line that is taken back and cannot be taken out, since it is not found as it was."""
    how = "It was changed or removed in the notes; edit it there"
    return f"{how}, under {line.heading}: {line.line}"


def lines(count: int) -> str:
    """So many lines."""
    return "1 line" if count == 1 else f"{count} lines"
