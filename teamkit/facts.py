"""What the record rooms tell each other, as plain values; they never import each other.

A room offers `evidence(team)` (who has shown what) and `due(team, today)` (what waits for
somebody); `gather` concatenates them and a command hands them over.
"""

from datetime import date
from typing import NamedTuple


class Evidence(NamedTuple):
    """Somebody took a visible part in something.

    Attributes:
        person: handle.
        part: what they did: owns, presented, brought, named, decided, acted, spoke, committed,
            present; `wants` is no part but somebody who would like to hear about it.
        about: the words it was about (a heading, a need, a skill), as written.
        skills: skill slugs named outright; may be empty.
        on: when; None when the file carries no date.
        path: relative to the team's folder; for committed the repository and its commit.
        line: 1-based line in that file; 0 for committed.
        amount: how much of such a part it was, 0 to 1; all of it, unless it was counted.
    """

    person: str
    part: str
    about: str
    skills: frozenset[str]
    on: date | None
    path: str
    line: int
    amount: float = 1.0


class Due(NamedTuple):
    """Something waits for somebody.

    Attributes:
        what: one sentence.
        who: handles; empty when nobody owns it.
        on: the day it is or was due; None when it has none.
        since: the day it began to wait.
        remedy: what to type or do.
        path: relative to the team's folder.
        line: 1-based line in that file.
        kind: action, objection, review, ...
    """

    what: str
    who: tuple[str, ...]
    on: date | None
    since: date
    remedy: str
    path: str
    line: int
    kind: str


class Risk(NamedTuple):
    """What may go wrong with a solution, and how often it did.

    Attributes:
        phrase: as the solution's row says it.
        happened: the jobs on record in which it did.
        jobs: the jobs on record of that solution.
        learnt: what was learnt from those in which it happened, newest first; how to soften it.
    """

    phrase: str
    happened: int
    jobs: int
    learnt: tuple[str, ...] = ()


class Offer(NamedTuple):
    """One way to meet a need, as the solutions offer it to who plans with them.

    Attributes:
        need: the slug of the need's file.
        title: the need, in the client's words.
        status: owned, trying, missing or retired.
        owner: handle; empty when nobody owns it.
        solution: its name; empty when the need has none.
        when: in which case to use it; may be empty.
        low: working days, P20 of such jobs; None when nobody has said.
        high: working days, P80.
        basis: one phrase that says where the range comes from: "4 jobs", "stated, ...".
        jobs: how many finished jobs with an actual time are on record.
        is_measured: the range is that of finished jobs, not what somebody thought.
        risks: as the solution's row has them, then others that happened.
        who: handles of those who can say more, the owner not repeated.
        skills: slugs of the catalog, or words as written where it has none; sorted.
        tags: sorted.
        path: relative to the team's folder.
        line: 1-based line of the solution's row, or of the title.
        stated: the time as the solution's row has it; empty when it has none.
        ratio: median of actual over estimated time of the jobs; None when none has both.
    """

    need: str
    title: str
    status: str
    owner: str
    solution: str
    when: str
    low: float | None
    high: float | None
    basis: str
    jobs: int
    is_measured: bool
    risks: tuple[Risk, ...]
    who: tuple[str, ...]
    skills: tuple[str, ...]
    tags: tuple[str, ...]
    path: str
    line: int
    stated: str = ""
    ratio: float | None = None


class Finding(NamedTuple):
    """Something in a file that somebody should look at; nothing stops because of it.

    Attributes:
        path: relative to the team's folder.
        line: 1-based, 0 when no single line is to blame.
        message: what is wrong, one sentence.
        hint: what would mend it; empty when that is plain.
        rule: the rule's name, so that people can look it up.
        is_error: teamkit cannot use the file (or that part of it) as it stands.
    """

    path: str
    line: int
    message: str
    hint: str = ""
    rule: str = ""
    is_error: bool = False

    def __str__(self) -> str:
        """`path:line: message (hint)`."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.message}" + (f" ({self.hint})" if self.hint else "")
