"""Taking over answers from a CSV file: what fits becomes one change, what does not a finding."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import AmbiguousError, NotFoundError, TeamkitError
from teamkit.facts import Finding
from teamkit.knowledge.skills.set import skill_named
from teamkit.knowledge.survey import answer as answering
from teamkit.knowledge.survey.answer import SurveyAnswer
from teamkit.knowledge.survey.sheet import Sheet, SheetCell
from teamkit.markdown.scalars import to_day
from teamkit.people.abilities import WANTS, Ability
from teamkit.people.catalog import TOP, Catalog
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store.change import Change, Write
from teamkit.team import Team

_LEVEL = re.compile(r"([0-9]+)(?:[.,]0+)?\s*([a-z]*)")
_LETTERS = {letter: want for want in WANTS for letter in (want, want[0])}


class Imported(NamedTuple):
    """What became of a file.

    Attributes:
        change: of everybody's tables; empty when there is nothing new.
        answers: (handle, answer) of each row that changes.
        same: how many answers stand already.
        findings: what could not be taken over, in the file's order.
    """

    change: Change
    answers: tuple[tuple[str, SurveyAnswer], ...]
    same: int
    findings: tuple[Finding, ...]


class _Unfit(Exception):  # noqa: N818  # no refusal: it becomes a finding
    """Why one answer is not taken over."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def import_answers(
    team: Team,
    people: Directory,
    catalog: Catalog,
    abilities: Sequence[Ability],
    sheet: Sheet,
    *,
    today: date,
) -> Imported:
    """What *sheet* changes in people's tables: only answers that differ, or are newer.

    Args:
        team: whose files.
        people: what the persons are looked up in; nobody is guessed.
        catalog: what the skills are looked up in; none is guessed.
        abilities: everybody's rows today.
        sheet: what the file says.
        today: the day of answers that carry none.
    """
    taking = _Taking(team, people, catalog, abilities, today)
    findings = list(sheet.findings)
    told = set()
    for cell in sheet.cells:
        try:
            taking.take(cell)
        except _Unfit as unfit:
            if (cell.line, unfit.message) not in told:
                told.add((cell.line, unfit.message))
                findings.append(Finding(sheet.name, cell.line, unfit.message, unfit.hint, "csv"))
    answers = tuple(taking.answers)
    count = len({person for person, _ in answers})
    who = "1 person" if count == 1 else f"{count} people"
    message = f"Import answers to the skills survey: {who}, {_told(len(answers))}"
    change = Change(message, "skills survey import", taking.writes)
    return Imported(change, answers, taking.same, _sorted(findings))


class _Taking:
    """One import under way: everybody's files as they will be, and what was seen."""

    def __init__(
        self,
        team: Team,
        people: Directory,
        catalog: Catalog,
        abilities: Sequence[Ability],
        today: date,
    ) -> None:
        self._team = team
        self._later: dict[str, Team] = {}
        self.answers: list[tuple[str, SurveyAnswer]] = []
        self.same = 0
        self._people, self._catalog, self._abilities = people, catalog, abilities
        self._today = today
        self._last: dict[tuple[str, str], Ability] = {}
        for ability in abilities:
            self._last.setdefault((ability.person, ability.skill), ability)
        self._seen: dict[tuple[str, str], tuple[SurveyAnswer, int]] = {}
        self._skills: dict[str, str | _Unfit] = {}

    @property
    def writes(self) -> tuple[Write, ...]:
        """All that was taken, one write per file, in path order."""
        return tuple(sorted(write for team in self._later.values() for write in team.pending))

    def take(self, cell: SheetCell) -> None:
        """Count one answer in; `_Unfit` when it cannot be."""
        person = _person(self._people, cell.person, self._today)
        skill = self._skill(cell.skill)
        level, want = _answer(cell, self._catalog)
        day = _day(cell.day, self._today)
        answer = SurveyAnswer(skill, level, want)
        key = (person.handle, skill)
        before = self._seen.setdefault(key, (answer, cell.line))
        if before != (answer, cell.line):
            if before[0] == answer:
                return
            title = self._catalog.title(skill)
            raise _Unfit(f"{person.handle} answers {title} a second time; line {before[1]} counts")
        if self._is_new(cell, answer, self._last.get(key), day):
            self._keep(person, answer, (day if cell.is_dated else None) or self._today)
        else:
            self.same += 1

    def _is_new(
        self, cell: SheetCell, answer: SurveyAnswer, last: Ability | None, day: date | None
    ) -> bool:
        if last is None:
            return True
        is_same = (answer.level, answer.want or last.want) == (last.level, last.want)
        if day is None or last.updated is None:
            return not is_same or (last.updated is None and cell.is_dated and day is not None)
        if is_same:
            return cell.is_dated and day > last.updated
        if day < last.updated:
            title = self._catalog.title(answer.skill)
            said = f"{last.person} has answered {title} since, on {last.updated}; that counts"
            raise _Unfit(said)
        return True

    def _keep(self, person: Person, answer: SurveyAnswer, day: date) -> None:
        team = self._later.get(person.handle, self._team)  # only a person's own file changes
        try:
            change = answering.answer(team, person, self._catalog, answer, day)
        except TeamkitError as error:
            where = f"{error.where}: " if error.where else ""
            raise _Unfit(f"{where}{error.message}", error.hint or "") from error
        self._later[person.handle] = team.after(change)
        self.answers.append((person.handle, answer))

    def _skill(self, word: str) -> str:
        if word not in self._skills:
            self._skills[word] = _skill(self._catalog, self._abilities, word)
        found = self._skills[word]
        if isinstance(found, _Unfit):
            raise _Unfit(found.message, found.hint)
        return found


def _person(people: Directory, written: str, today: date) -> Person:
    if not written:
        raise _Unfit("it does not show whose answers these are")
    handle = people.resolve(written)
    email = written.casefold()
    mine = (p.handle for p in people if email in {own.casefold() for own in p.emails})
    person = people.get(handle) or people.get(next(mine, ""))
    if person is None:
        raise _Unfit(f"nobody here is '{written}'", _closest(people, written))
    if not person.is_member(today):
        raise _Unfit(f"{person.handle} is not on the team today")
    return person


def _closest(people: Directory, written: str) -> str:
    """Who may have been meant; said, never taken."""
    try:
        return f"did you mean {people.find(written).handle}?"
    except AmbiguousError as error:
        return error.message
    except NotFoundError as error:
        return error.hint or ""


def _skill(catalog: Catalog, abilities: Sequence[Ability], word: str) -> "str | _Unfit":
    try:
        return skill_named(catalog, abilities, word)
    except (AmbiguousError, NotFoundError) as error:
        return _Unfit(error.message.rstrip("."), error.hint or "")


def _answer(cell: SheetCell, catalog: Catalog) -> tuple[int, str | None]:
    """The level and what is wanted; a level may be said in the catalog's words, too."""
    said = cell.level.casefold()
    words = [word.casefold() for word in catalog.levels]
    match = _LEVEL.fullmatch(said) if said.isascii() else None
    letters = match[2] if match else ""
    if said in words:
        level = words.index(said)
    elif match and len(match[1]) == 1 and int(match[1]) <= TOP:
        level = int(match[1])
    else:
        raise _Unfit(f"'{cell.level}' is not a level", f"0 to {TOP}, and m, k or l: 3m")
    want = cell.want.casefold() or letters
    if want and want not in _LETTERS:
        raise _Unfit(f"'{want}' is not something to want", f"{', '.join(WANTS)} or nothing")
    return level, _LETTERS[want] if want else None


def _day(text: str, today: date) -> date | None:
    if not text:
        return None
    day = to_day(text)
    if day is None:
        raise _Unfit(f"'{text}' is not a day", "for instance 2026-12-04")
    if day > today:
        raise _Unfit(f"{day} has not come yet")
    return day


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.line))


def _told(count: int) -> str:
    return "1 answer" if count == 1 else f"{count} answers"
