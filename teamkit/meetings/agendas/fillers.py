"""What could fill a thin agenda: what lies open in the records, the longest waiting first."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from teamkit.facts import Due
from teamkit.meetings.agendas.prepare import MeetingOutline, Prepared

#: So many days ahead an agenda is looked at for being thin.
NEAR = timedelta(days=2)
#: From so many free minutes on it is.
THIN = 15
#: Younger actions are left in peace.
_AGEING = timedelta(days=28)
_SHOWN = 4


class Filler(NamedTuple):
    """Something that could be talked about.

    Attributes:
        what: one sentence.
        because: how long it waits.
        path, line: where it stands.
    """

    what: str
    because: str
    path: str
    line: int


def is_thin(prepared: MeetingOutline | Prepared, today: date) -> bool:
    """Whether the meeting is two days ahead, or nearer, and has a quarter of an hour to spare."""
    return timedelta() <= prepared.day - today <= NEAR and prepared.plan.free >= THIN


def fillers(prepared: Prepared, dues: Sequence[Due], today: date) -> list[Filler]:
    """What could be taken up: ageing actions, late advice, and all else that waits; at most four.

    Open objections of the meeting's own agenda are there already.
    """
    known = {(o.path, o.line) for o in prepared.objections}
    waiting = [
        due
        for due in dues
        if (due.path, due.line) not in known
        and (due.kind != "action" or today - due.since >= _AGEING)
        and (due.kind != "advice" or (due.on is not None and due.on < today))
    ]
    waiting.sort(key=lambda due: (due.since, due.path, due.line))
    return [Filler(d.what, _because(d), d.path, d.line) for d in waiting[:_SHOWN]]


def _because(due: Due) -> str:
    wanted = f", due {due.on.isoformat()}" if due.on else ""
    return f"{due.kind}, open since {due.since.isoformat()}{wanted}"
