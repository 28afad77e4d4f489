"""How a meeting that runs, or will, looks on the page."""

from datetime import datetime

from teamkit.meetings.live import clock, rounds
from teamkit.meetings.live.state import State
from teamkit.output.shapes import Card, Column, Lines, Table


def order(state: State, name: str | None, *, for_host: bool) -> Table:
    """Who speaks when in each round; the reasons for the host alone.

    Args:
        state: of the meeting, begun or not.
        name: the round, its name or a part of it; None for all.
        for_host: whether the reasons are shown.
    """
    rows, items = [], []
    for place, item in enumerate(state.script.items):
        if name is not None and name.casefold() not in item.title.casefold():
            continue
        there = (one for one in state.order(place) if one not in state.departed)
        for turn, handle in enumerate(there, 1):
            because = rounds.reason(handle, state.script.heard, state.script.of)
            row = (item.title, str(turn), state.name(handle))
            fact = {"round": item.title, "turn": turn, "handle": handle}
            rows.append((*row, because) if for_host else row)
            items.append({**fact, "because": because} if for_host else fact)
    columns = (Column("Round", style="bold"), Column("Turn", right=True), Column("Who"))
    return Table(
        "meeting.order",
        (*columns, Column("Because")) if for_host else columns,
        tuple(rows),
        tuple(items),
        title=f"Order of speakers, {state.script.stem}",
        empty=f"No round is called '{name}'." if name else "This meeting has no rounds.",
    )


def standing(state: State | None, now: datetime, held_by: str) -> Card | Lines:
    """Where the last meeting begun here stands; a sentence when there is none.

    Args:
        state: of that meeting.
        now: this moment, in the zone to show.
        held_by: the meeting that runs in some terminal right now; may be empty.
    """
    if state is None:
        return Lines("meeting.state", (), (), empty="No meeting was begun here.")
    now = state.last.astimezone(now.tzinfo) if state.is_ended else now
    spent, count = clock.meeting_time(state, now), len(state.standing)
    runs = "ended" if state.is_ended else "open"
    runs = "running" if held_by == state.script.stem and not state.is_ended else runs
    begun = state.started.astimezone(now.tzinfo)
    fields = (
        ("State", runs),
        ("Begun", f"{begun:%Y-%m-%d %H:%M}"),
        ("Item", state.now_on.title),
        ("Turn", state.name(state.who) if state.who else ""),
        (
            "Item time",
            f"{clock.digits(clock.item_time(state, now))} of {state.minutes_of(state.item)}",
        ),
        ("Meeting time", f"{clock.digits(spent)} of {state.script.minutes}"),
        ("Lines", str(count)),
    )
    fact = {
        "meeting": state.script.stem,
        "state": runs,
        "begun": begun.isoformat(timespec="seconds"),
        "item": state.now_on.title,
        "turn": state.who,
        "item_seconds": int(clock.item_time(state, now).total_seconds()),
        "meeting_seconds": int(spent.total_seconds()),
        "lines": count,
    }
    return Card("meeting.state", state.script.stem, fields, (fact,))
