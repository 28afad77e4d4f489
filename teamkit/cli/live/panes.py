"""What stands in each part of the full screen: state and time in, words out.

Every string passes the gate here, and none is read as markup. Colour only repeats what words say.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from textual.content import Content

from teamkit.cli.live.keys import SHORT
from teamkit.meetings.live import clock, prompts
from teamkit.meetings.live.script import ROUND
from teamkit.meetings.live.state import State
from teamkit.output.gate import safe_line

QUIET, STRONG, NEAR = "$secondary", "bold", "bold $warning"
_NOTHING = timedelta()


def top(state: State, now: datetime, width: int) -> Content:
    """The meeting on the left, its clock on the right; a long title gives way."""
    spent = clock.digits(clock.meeting_time(state, now))
    style = NEAR if {"meeting soon", "meeting over"} & state.warned else STRONG
    whole = (("meeting ", QUIET), (spent, style), (f" of {state.script.minutes} min", QUIET))
    right = Content.assemble(*whole)
    left = f"{safe_line(state.script.title)}, {state.script.day}"
    room = max(0, width - right.cell_length - 2)
    return Content.assemble(
        Content.styled(left, STRONG).truncate(room, ellipsis=True, pad=True), "  ", right
    )


def plan(state: State, width: int, height: int) -> Content:
    """The items: which is now, which are done, which make room, and their minutes."""
    room = max(1, height - 2)
    folded = [_planned(state, at, width) for at in range(len(state.script.items))]
    if sum(map(len, folded)) > room:
        folded = [rows[:1] for rows in folded]
    first = min(max(0, state.item - room // 2), max(0, len(folded) - room))
    rows = [row for one in folded[first:] for row in one]
    return _rows([Content.styled("Plan", QUIET), Content(), *rows[:room]])


def place(state: State) -> Content:
    """Which item of how many, and what kind."""
    at = f"{state.item + 1} of {len(state.script.items)}"
    return Content.styled(f"{state.now_on.kind.capitalize()}, {at}", QUIET)


def title(state: State) -> Content:
    """The current item."""
    return Content.styled(safe_line(state.now_on.title), "bold $text-primary")


def asked(state: State) -> Content:
    """The question of a round, and how many want more; who brings a topic."""
    count = sum(at == state.item for at, _ in state.interest)
    want = {0: "", 1: "1 wants more of it."}.get(count, f"{count} want more of it.")
    by = state.now_on.by
    brought = f"{safe_line(state.name(by))} brings it." if by and state.now_on.kind != ROUND else ""
    return Content("  ".join(filter(None, (safe_line(state.now_on.prompt), brought, want))))


def turn(state: State) -> Content:
    """Whose turn it is, and who comes after; nothing outside of rounds."""
    if not state.who:
        is_round = state.now_on.kind == ROUND
        said = f"{safe_line(prompts.turn(state))}" if is_round else ""
        return Content(said)
    rest = [safe_line(state.name(one)) for one in state.after(state.who)]
    then = f"then {', '.join(rest)}" if rest else "the last in this round"
    who = f"{safe_line(state.name(state.who))}'s turn"
    return Content.assemble((who, STRONG), "\n", (then, QUIET))


def spent(state: State, now: datetime) -> str:
    """The clock of the item, in digits."""
    return clock.digits(clock.item_time(state, now))


def left(state: State, now: datetime) -> Content:
    """What remains of the item's minutes, in words and digits."""
    minutes = state.minutes_of(state.item)
    if not minutes:
        return Content()
    remaining = timedelta(minutes=minutes) - clock.item_time(state, now)
    how = "left" if remaining >= _NOTHING else "over"
    style = NEAR if is_near(state) else ""
    rest = (f"{clock.digits(abs(remaining))} {how}", style)
    return Content.assemble((f"of {minutes} min", QUIET), "\n", rest)


def in_a_row(state: State, now: datetime) -> Content:
    """The clock of the item and what remains, where there is no room for large digits."""
    first, *rest = left(state, now).split()
    more = [Content.assemble(", ", one) for one in rest]
    return Content.assemble((spent(state, now), STRONG), " ", first, *more)


def bar(state: State, now: datetime, width: int) -> Content:
    """How much of the item's minutes is gone."""
    minutes = state.minutes_of(state.item)
    if not minutes:
        return Content()
    part = clock.item_time(state, now) / timedelta(minutes=minutes)
    full = round(min(1.0, part) * width)
    style = "$warning" if is_near(state) else "$primary"
    return Content.assemble(("━" * full, style), ("─" * (width - full), "$foreground 25%"))


def noted(state: State, width: int, height: int) -> Content:
    """The last lines captured under the current item, as many as fit."""
    head = Content.styled("Noted here", QUIET)
    lines = [line.line for line in state.standing if line.item == state.item]
    rows: list[Content] = []
    for line in reversed(lines):
        bullet = _bullet(safe_line(line), width)
        if rows and len(bullet) + len(rows) > height - 1:
            break
        rows = [*bullet, *rows]
    return _rows([head, *(rows or [Content.styled("Nothing yet.", QUIET)])])


def said(before: Iterable[str], last: Iterable[str], width: int, height: int) -> Content:
    """What was said, the newest last; what was said before it is quiet."""
    old = [row for one in before for row in wrapped(one, width, QUIET)]
    new = [row for one in last for row in wrapped(one, width)]
    return _rows([*old, *new][-max(1, height) :])


def page(lines: Iterable[str]) -> Content:
    """A longer answer."""
    close = Content.styled("Esc or Enter closes this; PgUp and PgDn turn it.", QUIET)
    return _rows([close, Content(), *(Content(safe_line(line)) for line in lines)])


def keys(width: int) -> Content:
    """The line of keys, as many as fit."""
    both = [part for key in SHORT for part in ((key[0], STRONG), (f" {key[1]}   ", QUIET))]
    return Content.assemble(*both).rstrip().truncate(max(1, width), ellipsis=True)


def wrapped(sentence: str, width: int, style: str = "") -> list[Content]:
    """One sentence in rows of at most *width* columns."""
    return Content.styled(safe_line(sentence), style).wrap(max(1, width)) if sentence else []


def is_near(state: State) -> bool:
    """Whether the clock has had a word to say about the current item."""
    return bool({f"{state.item} soon", f"{state.item} over"} & state.warned)


def _planned(state: State, at: int, width: int) -> list[Content]:
    """One item of the plan: mark, number, title, minutes; a long title in further rows."""
    gone, is_now = at in state.displaced, at == state.item
    is_done = at in state.reached and not is_now and not gone
    mark = "▶" if is_now else "✓" if is_done else "·" if gone else " "
    style = STRONG if is_now else QUIET if is_done or gone else ""
    head = f"{mark} {at + 1} "
    right = "not today" if gone else f"{state.minutes_of(at)} min"
    room = max(1, width - len(head) - len(right) - 1)
    rows = wrapped(state.script.items[at].title, room, style) or [Content()]
    first = Content.assemble((head, style), rows[0].truncate(room, pad=True), " ", (right, QUIET))
    return [first, *(Content(" " * len(head)) + row for row in rows[1:])]


def _bullet(line: str, width: int) -> list[Content]:
    """A line of the notes, its further rows set in."""
    rows = Content(line.removeprefix("- ")).wrap(max(1, width - 2))
    return [Content("- " if number == 0 else "  ") + row for number, row in enumerate(rows)]


def _rows(rows: Sequence[Content]) -> Content:
    return Content("\n").join(rows)
