"""What is kept of one code repository: who committed to what, by month; handles, no addresses."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

_VERSION = 1


class CommitMonth(NamedTuple):
    """What one person did in one month under the paths of one skill.

    Attributes:
        last: the day of the last commit in it; the month counts from then on.
        commits: how many.
        worth: how much they count; mass edits count less than one each.
        place: the pattern of the paths that most of it was under.
    """

    last: date
    commits: int
    worth: float
    place: str


#: (handle, skill) -> the months in which something was committed, oldest first.
Shown = Mapping[tuple[str, str], tuple[CommitMonth, ...]]


class Summary(NamedTuple):
    """One repository, summed up.

    Attributes:
        name: what it is called.
        common_dir: its git directory on this machine, to know it again.
        head: the commit it was read at.
        until: the day of the newest commit that was read; None when none was.
        read: the day of reading.
    """

    name: str
    common_dir: str
    head: str
    until: date | None
    read: date
    shown: Shown

    @property
    def skills(self) -> list[str]:
        """The skills that somebody's commits stand for, by slug."""
        return sorted({skill for _, skill in self.shown})


def page(summary: Summary) -> dict[str, object]:
    """The summary as it is kept."""
    people: dict[str, dict[str, list[object]]] = {}
    for (person, skill), months in summary.shown.items():
        rows = [[m.last.isoformat(), m.commits, round(m.worth, 3), m.place] for m in months]
        people.setdefault(person, {})[skill] = [*rows]
    return {
        "v": _VERSION,
        "name": summary.name,
        "common_dir": summary.common_dir,
        "head": summary.head,
        "until": summary.until and summary.until.isoformat(),
        "read": summary.read.isoformat(),
        "shown": people,
    }


def summary(page: Mapping[str, object]) -> Summary | None:
    """The summary that was kept as *page*; None when it is none, or of another version."""
    try:
        return _summary(page)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _summary(page: Mapping[str, object]) -> Summary | None:
    people = page["shown"]
    if page["v"] != _VERSION or not isinstance(people, Mapping):
        return None
    return Summary(
        name=str(page["name"]),
        common_dir=str(page["common_dir"]),
        head=str(page["head"]),
        until=date.fromisoformat(str(page["until"])) if page["until"] else None,
        read=date.fromisoformat(str(page["read"])),
        shown={
            (str(person), str(skill)): tuple(_months(rows))
            for person, skills in people.items()
            for skill, rows in skills.items()
        },
    )


def _months(rows: Iterable[tuple[str, int, float, str]]) -> Iterator[CommitMonth]:
    for last, commits, worth, place in rows:
        yield CommitMonth(date.fromisoformat(last), int(commits), float(worth), str(place))
