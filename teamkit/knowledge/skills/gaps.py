"""Skills that are needed and that one person alone, or nobody, can do; and what would help."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from shlex import quote
from typing import NamedTuple

from teamkit.finder import fold
from teamkit.knowledge.skills import demand
from teamkit.knowledge.skills.demand import Naming
from teamkit.people.abilities import Ability
from teamkit.people.catalog import ALONE, Catalog
from teamkit.people.person import Person, listed

#: Who is away for more days than this teaches nobody for now.
_LONG = 14
#: More proposals of one kind than this are no help.
_MOST = 3


class Gap(NamedTuple):
    """A skill that is needed, and who covers it.

    Attributes:
        skill: the catalog's slug, or the words as written.
        reasons: why it is needed, in words.
        alone: rows of those who can do it alone, by handle.
        leaving: handle -> the day they leave, of those who can do it alone.
        away: handle -> last day away, of those who can do it alone.
        remedies: what would help; empty when two or more who stay can do it alone.
    """

    skill: str
    title: str
    reasons: tuple[str, ...]
    alone: tuple[Ability, ...]
    leaving: Mapping[str, date]
    away: Mapping[str, date]
    remedies: tuple[str, ...]

    @property
    def staying(self) -> list[str]:
        """Who can do it alone and does not leave."""
        return [own.person for own in self.alone if own.person not in self.leaving]

    @property
    def is_covered(self) -> bool:
        """Whether two or more who stay can do it alone."""
        return len(self.staying) > 1


def gaps(
    catalog: Catalog,
    members: Sequence[Person],
    abilities: Iterable[Ability],
    records: Sequence[Naming],
    *,
    today: date,
    others: Iterable[Person] = (),
) -> list[Gap]:
    """Every skill that is needed: those nobody can do alone, those one person can, the others.

    Args:
        catalog: for titles; skills stand in its order.
        members: whose answers count.
        abilities: everybody's rows.
        records: what names skills, from `demand.records`.
        today: who is away then, or leaves, teaches nobody.
        others: who may teach *members* besides; their own answers do not count.
    """
    counted = {person.handle for person in members}
    by_handle = {person.handle: person for person in (*others, *members)}
    answers: dict[str, dict[str, Ability]] = {}
    for ability in abilities:
        if ability.person in by_handle:
            answers.setdefault(fold(ability.skill), {})[ability.person] = ability
    named: dict[str, list[Naming]] = {}
    for record in records:
        named.setdefault(record.skill, []).append(record)
    found = []
    for skill, why in demand.reasons(records, catalog).items():
        own = [one for _, one in sorted(answers.get(fold(skill), {}).items())]
        alone = tuple(one for one in own if one.person in counted and one.level >= ALONE)
        left = {one.person: by_handle[one.person].left for one in alone}
        until = {one.person: by_handle[one.person].away_until(today) for one in alone}
        gap = Gap(skill, catalog.title(skill), why, alone, _said(left), _said(until), ())
        help_ = _Help(gap, own, counted, by_handle, today)
        remedies = () if gap.is_covered else tuple(_remedies(help_, named[skill]))
        found.append(gap._replace(remedies=remedies))
    return sorted(found, key=lambda gap: min(len(gap.staying), 2))


def _said(days: Mapping[str, date | None]) -> dict[str, date]:
    return {handle: day for handle, day in days.items() if day}


def asking(question: str) -> str:
    """How to bring a question to the next meeting."""
    return f"Bring it up: teamkit agenda add {quote(question)} --aim help"


class _Help(NamedTuple):
    """What every remedy needs to know."""

    gap: Gap
    answers: Sequence[Ability]
    counted: Collection[str]
    people: Mapping[str, Person]
    today: date

    def first_name(self, handle: str) -> str:
        return self.people[handle].first_name

    def can_teach(self, own: Ability) -> bool:
        """Whether they know it, stay, and are not away for long."""
        until = self.people[own.person].away_until(self.today)
        is_near = until is None or until <= self.today + timedelta(days=_LONG)
        return own.level >= ALONE and is_near and self.people[own.person].left is None

    def can_learn(self, own: Ability) -> bool:
        """Whether they want more of it, need help with it, and stay."""
        is_staying = self.people[own.person].left is None
        return own.want == "more" and own.level < ALONE and is_staying


def _remedies(help_: _Help, records: Iterable[Naming]) -> Iterator[str]:
    """Who could learn from whom; then the talk, the page, the draft that would help."""
    teachers = sorted(filter(help_.can_teach, help_.answers), key=lambda own: -own.level)
    learners = [
        own for own in help_.answers if own.person in help_.counted and help_.can_learn(own)
    ]
    yield from _lessons(help_, teachers, learners)
    yield from _pages(help_, teachers, records)


def _lessons(
    help_: _Help, teachers: Sequence[Ability], learners: Sequence[Ability]
) -> Iterator[str]:
    title, name = help_.gap.title, help_.first_name
    if teachers and learners:
        best = teachers[0].person
        for own in learners[:_MOST]:
            line = f"- [ ] @{own.person} Pair with @{best} on {title}"
            yield f"{name(own.person)} learns it from {name(best)}: {line}"
    elif teachers:
        question = f"Who would like to learn {title} from {name(teachers[0].person)}?"
        yield f"Nobody wants more of it yet. {asking(question)}"
    elif learners:
        together = listed([name(own.person) for own in learners[:_MOST]])
        wants = "want" if len(learners) > 1 else "wants"
        yield f"{together} {wants} more of it. {asking(f'How do we learn {title}?')}"
    else:
        yield f"Nobody to learn it from. {asking(f'How do we learn {title}?')}"


def _pages(help_: _Help, teachers: Sequence[Ability], records: Iterable[Naming]) -> Iterator[str]:
    speaker = help_.first_name(teachers[0].person) if teachers else ""
    for record in records:
        match record.kind, record.status:
            case "talk", demand.TALK_WANTED if speaker:
                yield f"{speaker} could give the talk; note it in {record.path}"
            case "talk", demand.TALK_WANTED:
                yield f"Find somebody from outside for the talk in {record.path}"
            case "guideline", "draft":
                yield f"Finish the draft: {record.path}"
            case "solution", "missing" if record.is_thin:
                yield f"Write down what was tried so far: {record.path}"
            case "solution", status if record.is_thin and status != "retired":
                yield f"{_writer(help_, record, speaker)} how it is done: {record.path}"


def _writer(help_: _Help, record: Naming, speaker: str) -> str:
    owner = help_.people.get(record.owner)
    name = owner.first_name if owner else speaker
    return f"{name} could write down" if name else "Write down"
