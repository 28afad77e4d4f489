"""Who knows a skill best: one documented formula, pure.

    score = says + shown
    says  = level x freshness x closeness            (one's own answer, 0 to 4)
    shown = CAP x (1 - 2^(-sum / CAP)),  sum of part x amount x age x fit over the evidence

`freshness` and `age` halve: an answer every `ANSWER_HALF_LIFE` days but never below a half (a
level is not unlearnt by silence), evidence every `EVIDENCE_HALF_LIFE` days. `closeness` is 1 for
the skill itself, `NEEDING` for one that cannot be had without it, `NEEDED` for one it needs, and
`NAMED` for one that free words name. `part` is what somebody did (`PARTS`), `amount` how much of
such a part it was: 1, but for commits, of which `repositories.evidence` says how far they count.
`fit` is 1 where the evidence is about the skill; for free words it is how well the document fits
them, 0 to 1.
`shown` grows with every piece and never passes `CAP`, so that much talk cannot beat knowing.
Ties go to whoever said or showed something last, then by handle.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from teamkit.facts import Evidence
from teamkit.people.abilities import Ability

#: Days after which an answer counts half as fresh.
ANSWER_HALF_LIFE = 730
#: Days after which evidence counts half.
EVIDENCE_HALF_LIFE = 365
#: How much a part in something shows.
PARTS: Mapping[str, float] = {
    "owns": 1.0,
    "presented": 1.0,
    "brought": 0.6,
    "named": 0.6,
    "decided": 0.5,
    "acted": 0.4,
    # At most, however many commits: changing files shows less than deciding or taking something on.
    "committed": 0.3,
    "spoke": 0.2,
    "present": 0.05,
}
#: Parts that alone do not make anybody a person to ask: sitting there is not knowing.
SILENT = frozenset(["present"])
#: What evidence without a day counts, as if it were this old.
UNDATED = EVIDENCE_HALF_LIFE
#: The most that evidence can add to a level.
CAP = 2.0
#: Closeness of a skill that needs the one asked for.
NEEDING = 0.6
#: Closeness of a skill that the one asked for needs.
NEEDED = 0.3
#: Closeness of a skill that stands among free words.
NAMED = 0.5
#: From this level on somebody can be asked without anything else to show.
ASKABLE = 2


class OwnAnswer(NamedTuple):
    """One's own answer, and how much of it counts.

    Attributes:
        closeness: 1 for the skill asked for.
        worth: level x freshness x closeness.
    """

    ability: Ability
    closeness: float
    worth: float


class Shown(NamedTuple):
    """One piece of evidence, and how much of it counts."""

    evidence: Evidence
    worth: float


class Knower(NamedTuple):
    """Somebody who can be asked, and all that speaks for it.

    Attributes:
        score: says + shown.
        answers: their own rows, the closest first.
        shown: evidence, the weightiest first.
    """

    person: str
    score: float
    answers: tuple[OwnAnswer, ...]
    shown: tuple[Shown, ...]

    @property
    def spoken(self) -> tuple[Shown, ...]:
        """What they showed by more than being there, the weightiest first."""
        return tuple(one for one in self.shown if one.evidence.part not in SILENT)

    @property
    def last(self) -> date | None:
        """The newest day among all that speaks for them; having been there does not."""
        days = [a.ability.updated for a in self.answers] + [s.evidence.on for s in self.spoken]
        return max((day for day in days if day), default=None)


def rank(
    abilities: Iterable[Ability],
    evidence: Iterable[Evidence],
    closeness: Mapping[str, float],
    today: date,
    fits: Mapping[Evidence, float] | None = None,
) -> list[Knower]:
    """Who knows, best first.

    Args:
        abilities: everybody's rows.
        evidence: of this skill alone; what is dated after *today* is not used.
        closeness: slug of each skill that counts, 1 for the one asked for.
        today: the day of asking.
        fits: how well what a piece comes from fits the question; 1 where nothing is said.

    Returns:
        Everybody with a level of `ASKABLE` or more, or with more to show than having been there.
    """
    answers: dict[str, list[OwnAnswer]] = {}
    for ability in abilities:
        near = closeness.get(ability.skill, 0.0)
        if near and ability.level:
            worth = ability.level * freshness(ability.updated, today) * near
            answers.setdefault(ability.person, []).append(OwnAnswer(ability, near, worth))
    shown: dict[str, list[Shown]] = {}
    for piece in evidence:
        if piece.on is None or piece.on <= today:
            fit = 1.0 if fits is None else fits.get(piece, 1.0)
            worth = weight(piece.part) * piece.amount * age(piece.on, today) * fit
            shown.setdefault(piece.person, []).append(Shown(piece, worth))
    known = [
        _knower(person, answers.get(person, ()), shown.get(person, ()))
        for person in answers.keys() | shown.keys()
    ]
    return sorted(filter(_can_be_asked, known), key=_order)


def weight(part: str) -> float:
    """How much that part shows; one nobody has heard of counts as speaking."""
    return PARTS.get(part, PARTS["spoke"])


def freshness(updated: date | None, today: date) -> float:
    """How much an answer of that day counts: 1 down to a half; undated counts a half."""
    if updated is None:
        return 0.5
    return max(0.5, _halved((today - updated).days, ANSWER_HALF_LIFE))


def age(on: date | None, today: date) -> float:
    """How much evidence of that day counts: 1 down to 0."""
    return _halved(UNDATED if on is None else (today - on).days, EVIDENCE_HALF_LIFE)


def _halved(days: int, half_life: int) -> float:
    return math.exp2(-max(0, days) / half_life)


def _knower(person: str, answers: Iterable[OwnAnswer], shown: Iterable[Shown]) -> Knower:
    own = tuple(sorted(answers, key=lambda a: (-a.closeness, a.ability.skill)))
    pieces = tuple(sorted(shown, key=lambda s: (-s.worth, s.evidence.path, s.evidence.line)))
    says = max((answer.worth for answer in own), default=0.0)
    total = sum(piece.worth for piece in pieces)
    return Knower(person, says + CAP * (1 - math.exp2(-total / CAP)), own, pieces)


def _can_be_asked(knower: Knower) -> bool:
    return bool(knower.spoken) or any(a.ability.level >= ASKABLE for a in knower.answers)


def _order(knower: Knower) -> tuple[float, int, str]:
    last = knower.last or date.min
    return (-round(knower.score, 9), -last.toordinal(), knower.person)
