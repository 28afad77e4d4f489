"""Deciding which needs the team cannot safely meet, and what would help.

Somebody knows a need when they own it, are named with one of its solutions, or can do all the
skills it takes alone (level 3 or more). Who has left, or is about to, does not count.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from teamkit.finder import fold
from teamkit.knowledge.solutions.facts import waits_since
from teamkit.knowledge.solutions.model import Need
from teamkit.output.shell import quoted
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from teamkit.people.person import Person

#: The level from which on somebody does it alone, and so could teach it.
ALONE = 3
#: Why a need is listed, the gravest first.
KINDS = ("missing", "trying", "owner", "alone", "review")
#: More learners than these are not named in a question.
_MOST = 2


class LackReason(NamedTuple):
    """Why a need is listed, and what would help.

    Attributes:
        kind: one of `KINDS`.
        words: a phrase.
        remedy: a sentence that ends in a command to type.
    """

    kind: str
    words: str
    remedy: str


class SkillPart(NamedTuple):
    """One skill that a need takes, and who has to do with it; handles, in their order.

    Attributes:
        skill: the catalog's slug, or the words as written.
        wanting: who wants more of it and does not know the need yet.
        teaching: who can do it alone.
    """

    skill: str
    wanting: tuple[str, ...]
    teaching: tuple[str, ...]


class Lack(NamedTuple):
    """A need that the team cannot safely meet.

    Attributes:
        reasons: the gravest first.
        parts: its skills, in the order of its file.
        knowing: handles of those who know it, in their order.
        named: handles of its owner and of those named in it, in their order.
        away: handle -> last day away, of the people here who are away today.
        leaving: handle -> the day they leave, of the people here.
    """

    need: Need
    reasons: tuple[LackReason, ...]
    parts: tuple[SkillPart, ...]
    knowing: tuple[str, ...]
    named: tuple[str, ...]
    away: Mapping[str, date]
    leaving: Mapping[str, date]

    @property
    def staying(self) -> list[str]:
        """Who knows it and does not leave."""
        return [who for who in self.knowing if who not in self.leaving]

    @property
    def learners(self) -> list[str]:
        """Who wants more of any of its skills, does not leave, and is here today."""
        every = {who for part in self.parts for who in part.wanting}
        return sorted(every - self.away.keys() - self.leaving.keys())


def lacks(
    needs: Iterable[Need],
    people: Directory,
    catalog: Catalog,
    abilities: Iterable[Ability],
    today: date,
) -> list[Lack]:
    """The needs without an owned solution, those one person knows, those to be reviewed.

    In this order, then by file; retired needs rest.
    """
    here = {person.handle: person for person in people if person.is_member(today)}
    answers: dict[str, dict[str, Ability]] = {}
    for ability in abilities:
        if ability.person in here:
            answers.setdefault(fold(ability.skill), {})[ability.person] = ability
    found = []
    for need in needs:
        slugs = dict.fromkeys(catalog.slug_of(word) or word for word in need.skills)
        known = {slug: answers.get(fold(slug), {}) for slug in slugs}
        lack = _lack(need, known, here, today)
        reasons = tuple(_reasons(lack, people, today)) if need.status != "retired" else ()
        found += [lack._replace(reasons=reasons)] if reasons else []
    return sorted(found, key=lambda lack: KINDS.index(lack.reasons[0].kind))


def _lack(
    need: Need,
    known: Mapping[str, Mapping[str, Ability]],
    here: Mapping[str, Person],
    today: date,
) -> Lack:
    """Who has to do with the need, without reasons yet; *known* holds the answers by skill."""
    able = {
        skill: {who for who, own in answers.items() if own.level >= ALONE}
        for skill, answers in known.items()
    }
    named = {
        need.owner,
        *(who for solution in need.solutions for who in solution.who),
    } & here.keys()
    knowing = named | (set.intersection(*able.values()) if able else set())
    parts = []
    for skill, answers in known.items():
        wanting = {who for who, own in answers.items() if own.want == "more"} - knowing
        parts.append(SkillPart(skill, tuple(sorted(wanting)), tuple(sorted(able[skill]))))
    told = sorted({*knowing, *(who for part in parts for who in (*part.wanting, *part.teaching))})
    return Lack(
        need=need,
        reasons=(),
        parts=tuple(parts),
        knowing=tuple(sorted(knowing)),
        named=tuple(sorted(named)),
        away={who: until for who in told if (until := here[who].away_until(today))},
        leaving={who: day for who in told if (day := here[who].left)},
    )


def _reasons(lack: Lack, people: Directory, today: date) -> Iterator[LackReason]:
    need = lack.need
    if need.status == "missing" or not need.solutions:
        words = "its contents are a guess" if need.solutions else "no solution is written down"
        yield LackReason("missing", words, _bring(f"How do we meet this: {need.title}?"))
    elif need.status == "trying":
        yield LackReason("trying", "we are trying it, and do not own it yet", _after_a_job(need))
    if need.status != "missing":
        yield from _unowned(need, people, today)
        yield from _alone(lack, people)
    if day := waits_since(need, today):
        look = f"Look at its times and risks: teamkit solutions review {need.stem}"
        yield LackReason("review", f"its review was due on {day}", look)


def _unowned(need: Need, people: Directory, today: date) -> Iterator[LackReason]:
    """That nobody owns it, or somebody who has left."""
    owner = people.get(need.owner)
    if need.owner and (owner is None or owner.is_member(today)):
        return
    words = f"{owner.first_name}, who owned it, has left" if owner else "nobody owns it"
    yield LackReason("owner", words, f"Name one: teamkit solutions edit {need.stem} --owner PERSON")


def _alone(lack: Lack, people: Directory) -> Iterator[LackReason]:
    """That one person knows it, or nobody; who of them leaves is said."""
    if len(lack.staying) > 1:
        return
    leaving = ((who, day) for who, day in lack.leaving.items() if who in lack.knowing)
    gone = "".join(f"; {people.first_name(who)} leaves on {day}" for who, day in leaving)
    knower = people.first_names(lack.staying)
    nobody = "nobody who stays knows it" if lack.knowing else "nobody here knows it"
    words = f"{knower} alone knows it" if knower else nobody
    yield LackReason(
        "alone", f"{words}{gone}", _bring(f"{_lesson(lack, people)}: {lack.need.title}?")
    )


def _lesson(lack: Lack, people: Directory) -> str:
    """The question to ask, without what it is about."""
    teachers = people.first_names(lack.staying or lack.knowing)
    learners = lack.learners[:_MOST]
    if not teachers:
        return "Who knows how we do this"
    if not learners:
        return f"Who would learn this from {teachers}"
    do = "do" if len(learners) > 1 else "does"
    return f"How {do} {people.first_names(learners)} learn this from {teachers}"


def _after_a_job(need: Need) -> str:
    solution = quoted(need.solutions[0].name)
    use = f"teamkit solutions use {need.stem} --solution {solution} --project NAME --actual 7d"
    return f"After the next job: {use}"


def _bring(question: str) -> str:
    return f"Bring it up: teamkit agenda add {quoted(question)} --aim help"
