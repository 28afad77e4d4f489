"""Summing up a repository's history: who committed under the paths of which skill, by month.

A commit counts one for each skill that its paths stand for, whoever wrote it with whom. Of one
that changes more than `FEW` files only the share of the files that stand for the skill counts, of
one with more than `MOST` nothing: renaming everything is not knowing everything.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from teamkit.knowledge.commits.authors import Authors, is_bot
from teamkit.knowledge.commits.model import CommitMonth, Shown, Summary
from teamkit.knowledge.commits.paths import Fitting, Pattern
from teamkit.people.directory import Directory
from teamkit.repo import Identity
from teamkit.repo.authorship import MOST_PATHS, Clone, Commit, commits

#: Up to so many files a commit counts whole.
FEW = 10
#: A commit of more files counts nothing.
MOST = MOST_PATHS
#: Older commits are not read: with evidence halved each year they would count a thirty-second.
YEARS = 5


class Left(NamedTuple):
    """How many commits were left out, and why; of those whose paths stand for a skill.

    Attributes:
        ignored: named in the repository's `.git-blame-ignore-revs`.
        mass: of more than `MOST` files, whatever their paths.
        bots: written by programs alone.
        nobody: written by nobody here.
    """

    ignored: int = 0
    mass: int = 0
    bots: int = 0
    nobody: int = 0


class HistoryReading(NamedTuple):
    """What one run has read.

    Attributes:
        summary: what is to be kept.
        commits: how many were read.
        left: how many of them count nothing.
        strangers: authors who are nobody here, whoever committed last first.
        unused: patterns that no commit's paths fit.
        is_shallow: only the newest part of the history is here.
    """

    summary: Summary
    commits: int
    left: Left
    strangers: tuple[Identity, ...]
    unused: tuple[str, ...]
    is_shallow: bool


def read(
    clone: Clone, patterns: tuple[Pattern, ...], people: Directory, today: date, name: str = ""
) -> HistoryReading:
    """What the history of *clone* shows, summed up.

    Args:
        clone: whose history.
        patterns: which paths stand for which skills.
        people: who the authors may be.
        today: the day of reading; `YEARS` before it the reading ends.
        name: what to call it; else the name of its folder.
    """
    count = _Count(patterns, Authors(people), clone.ignored)
    count.take(commits(clone, _years_before(today)))
    summary = Summary(
        name=name or clone.name,
        common_dir=str(clone.common_dir),
        head=clone.head,
        until=count.until,
        read=today,
        shown=count.shown(),
    )
    return HistoryReading(
        summary=summary,
        commits=count.commits,
        left=Left(**count.left),
        strangers=tuple(sorted(count.strangers, key=lambda who: (-count.strangers[who], who))),
        unused=tuple(p.text for at, p in enumerate(patterns) if at not in count.used),
        is_shallow=clone.is_shallow,
    )


class _Sum:
    """What one person did in one month for one skill."""

    __slots__ = ("commits", "last", "places", "worth")

    def __init__(self, day: date) -> None:
        self.last, self.commits, self.worth = day, 0, 0.0
        self.places: Counter[str] = Counter()


class _Count:
    """One reading under way."""

    def __init__(
        self, patterns: tuple[Pattern, ...], authors: Authors, ignored: frozenset[str]
    ) -> None:
        self.commits = 0
        self.until: date | None = None
        self.left: Counter[str] = Counter()
        self.strangers: dict[Identity, int] = {}
        self.used: set[int] = set()
        self._patterns, self._authors, self._ignored = patterns, authors, ignored
        self._fitting = Fitting(patterns)
        self._sums: dict[tuple[str, str], dict[str, _Sum]] = {}

    def take(self, found: Iterable[Commit]) -> None:
        """Count these in."""
        for commit in found:
            self.commits += 1
            self.until = max(self.until or commit.day, commit.day)
            if commit.files > MOST:
                self.left["mass"] += 1
            elif hits := self._hits(commit.paths):
                if commit.id in self._ignored:
                    self.left["ignored"] += 1
                else:
                    self._credit(commit, hits)

    def shown(self) -> Shown:
        """The months of each person and skill, oldest first."""
        return {
            key: tuple(_month(months[month]) for month in sorted(months))
            for key, months in sorted(self._sums.items())
        }

    def _hits(self, paths: tuple[str, ...]) -> Counter[int]:
        """How many of the paths fit each pattern."""
        hits = Counter(number for path in paths for number in self._fitting.of(path))
        self.used |= hits.keys()
        return hits

    def _credit(self, commit: Commit, hits: Counter[int]) -> None:
        handles = set()
        strangers = []
        for who in commit.people:
            if handle := self._authors.handle(who):
                handles.add(handle)
            elif not is_bot(who):
                strangers.append(who)
        for who in strangers:
            self.strangers[who] = max(commit.day.toordinal(), self.strangers.get(who, 0))
        if not handles:
            self.left["nobody" if strangers else "bots"] += 1
        for skill, (worth, place) in self._worth(commit, hits).items():
            for handle in handles:
                self._add(handle, skill, commit.day, worth, place)

    def _worth(self, commit: Commit, hits: Counter[int]) -> dict[str, tuple[float, str]]:
        """For each skill how much the commit counts, and where most of it was."""
        found: dict[str, tuple[float, str]] = {}
        for number, _ in hits.most_common():
            for skill in self._patterns[number].skills:
                if skill not in found:
                    found[skill] = 1.0, self._patterns[number].text
        if commit.files <= FEW:
            return found
        fitting: Counter[str] = Counter()
        for path in commit.paths:
            numbers = self._fitting.of(path)
            fitting.update({s for number in numbers for s in self._patterns[number].skills})
        return {s: (fitting[s] / commit.files, place) for s, (_, place) in found.items()}

    def _add(self, handle: str, skill: str, day: date, worth: float, place: str) -> None:
        months = self._sums.setdefault((handle, skill), {})
        one = months.setdefault(day.isoformat()[:7], _Sum(day))
        one.last = max(one.last, day)
        one.commits += 1
        one.worth += worth
        one.places[place] += 1


def _month(one: _Sum) -> CommitMonth:
    place = min(one.places, key=lambda place: (-one.places[place], place))
    return CommitMonth(one.last, one.commits, one.worth, place)


def _years_before(day: date) -> date:
    return date(day.year - YEARS, day.month, 1)
