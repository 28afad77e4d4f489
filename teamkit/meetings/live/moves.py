"""Going through the plan: persons, then items; back, across, and who is there at all.

Each gives the events and what is said, or None where the line means something else.
"""

from collections.abc import Sequence
from datetime import datetime

from teamkit.errors import UsageError
from teamkit.finder import Named, matching
from teamkit.meetings.live import prompts
from teamkit.meetings.live.events import Event
from teamkit.meetings.live.script import ROUND
from teamkit.meetings.live.state import State, apply

#: Events to keep, and sentences.
Found = tuple[Sequence[Event], Sequence[str]]


def onward(state: State, _: str, now: datetime) -> Found:
    """The next person; after the last one the next item."""
    return _onward(state, now, "heard")


def passed(state: State, _: str, now: datetime) -> Found:
    """Whoever has the turn passes."""
    if not state.who:
        return (), ("Nobody has a turn here; n continues.",)
    return _onward(state, now, "passed")


def skip(state: State, _: str, now: datetime) -> Found:
    """The next item, whoever still had a turn."""
    following = _following(state)
    if following is None:
        return (), (_last(state),)
    return _to(state, following, now)


def back(state: State, _: str, now: datetime) -> Found:
    """The person before; before the first one the item before."""
    earlier = _before(state)
    if earlier:
        return _moved(state, state.item, earlier, now, mark="again", of=earlier)
    places = [at for at in range(state.item) if at not in state.displaced]
    if not places:
        return (), ("This is the beginning.",)
    place = places[-1]
    there = [one for one in state.order(place) if one not in state.departed]
    who = there[-1] if there else ""
    return _moved(state, place, who, now, mark="again" if who else "", of=who)


def go(state: State, rest: str, now: datetime) -> Found | None:
    """The item with that number, or with these words in its title."""
    items = state.script.items
    if rest.isascii() and rest.isdigit() and len(rest) < 5:  # noqa: PLR2004  # no plan is longer
        places = [int(rest) - 1] if 0 < int(rest) <= len(items) else []
    else:
        titled = (Named(item.title, at) for at, item in enumerate(items))
        places = [one.value for one in matching(rest, titled)]
    if places == [state.item] and state.now_on.kind != ROUND:
        return (), (f"This is where we are: {prompts.where(state, now)[0]}",)
    if len(places) == 1:
        return _to(state, places[0], now)
    if not places and " " in rest and state.now_on.kind == ROUND:
        return None
    fitting = places or range(len(items))
    listed = "; ".join(f"{at + 1} {items[at].title}" for at in fitting)
    if places and rest:
        raise UsageError(f"'{rest}' fits several items.", hint=f"Type go and a number: {listed}")
    raise UsageError(f"There is no item '{rest}'.", hint=f"Type go and a number: {listed}")


def arrived(state: State, handle: str, name: str, now: datetime) -> Found:
    """Somebody is here after all; they speak last."""
    if not handle:
        raise UsageError("Who came in?", hint="Type in and a person: in @ana")
    if handle in state.here:
        return (), (f"{name} is here already.",)
    event = Event(now, "arrived", {"who": handle, "name": name})
    after = apply(state, event)
    told = prompts.turn(after) if after.who != state.who else ""
    return (event,), tuple(filter(None, (f"{name} is in.", told)))


def departed(state: State, handle: str, name: str, now: datetime) -> Found:
    """Somebody went, or is not here."""
    if not handle:
        raise UsageError("Who went?", hint="Type out and a person: out @ana")
    if handle not in state.here:
        return (), (f"{name} is not here anyway.",)
    event = Event(now, "departed", {"who": handle})
    after = apply(state, event)
    told = prompts.turn(after) if after.who != state.who else ""
    return (event,), tuple(filter(None, (f"{name} is out.", told)))


def _onward(state: State, now: datetime, mark: str) -> Found:
    mark = mark if state.who else ""
    rest = state.after(state.who) if state.who else ()
    if rest:
        return _moved(state, state.item, rest[0], now, mark=mark, of=state.who)
    following = _following(state)
    if following is None:
        if not state.who:
            return (), (_last(state),)
        events, _ = _moved(state, state.item, "", now, mark=mark, of=state.who)
        return events, (_last(state),)
    return _moved(state, following, _first(state, following), now, mark=mark, of=state.who)


def _to(state: State, place: int, now: datetime) -> Found:
    """To the beginning of an item, or to where its round was left."""
    waiting = [
        one
        for one in state.order(place)
        if one not in state.departed and (place, one) not in state.marks
    ]
    return _moved(state, place, waiting[0] if waiting else "", now)


def _moved(
    state: State, place: int, who: str, now: datetime, *, mark: str = "", of: str = ""
) -> Found:
    event = Event(now, "moved", {"item": place, "who": who, "mark": mark, "of": of})
    after = apply(state, event)
    same = place == state.item
    return (event,), (prompts.turn(after),) if same else prompts.begun(after)


def _following(state: State) -> int | None:
    """The place of the next item that was not displaced."""
    places = range(state.item + 1, len(state.script.items))
    return next((at for at in places if at not in state.displaced), None)


def _first(state: State, place: int) -> str:
    return next((one for one in state.order(place) if one not in state.departed), "")


def _before(state: State) -> str:
    """Who had the turn before; empty at the beginning of a round."""
    order = state.order(state.item)
    end = order.index(state.who) if state.who in order else len(order)
    return next((one for one in reversed(order[:end]) if one not in state.departed), "")


def _last(state: State) -> str:
    return f"{state.now_on.title} is the last item: end closes the meeting, b goes back."
