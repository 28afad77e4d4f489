"""What the keys mean, and the change each answer makes in one's own table."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.knowledge.skills.set import set_skill
from teamkit.knowledge.survey.ask import SurveyQuestion
from teamkit.people.catalog import Catalog
from teamkit.people.person import Person
from teamkit.store.change import Change, Write
from teamkit.team import Team

#: The letter that stands for what somebody may want.
WANTS = {"m": "more", "k": "keep", "l": "less"}
#: Keys that wait for another one, where no Enter is needed.
OPENING = "".join(WANTS)

_WANT = "m|more|k|keep|l|less"
_ANSWER = re.compile(rf"(?P<before>{_WANT})?\s*(?P<level>[0-4])?\s*(?P<after>{_WANT})?")
_SKIPS = frozenset(["-", "s", "skip"])
_STOPS = frozenset(["q", "quit"])
_HELPS = frozenset(["?", "h", "help"])
#: No key is longer.
_LONGEST = 12


class SurveyAnswer(NamedTuple):
    """A level, and what is wanted of the skill; None leaves what stands."""

    skill: str
    level: int
    want: str | None


class SurveyReply(NamedTuple):
    """What became of one line typed.

    Attributes:
        answer: None when it was none.
        said: sentences to say.
        asks_again: the same question comes once more.
        stops: no more questions.
    """

    answer: SurveyAnswer | None = None
    said: tuple[str, ...] = ()
    asks_again: bool = False
    stops: bool = False


def hear(typed: str, question: SurveyQuestion, catalog: Catalog) -> SurveyReply:
    """What *typed* means: `3`, `3m` or `m3`, `m`, Enter, `-`, `q`, `?`; else it is asked again."""
    word = typed.strip().lower()
    if word in _STOPS:
        return SurveyReply(stops=True)
    if word in _SKIPS or (not word and question.last is None):
        return SurveyReply(said=(f"{question.title}: skipped.",))
    if word in _HELPS:
        return SurveyReply(said=help_lines(catalog), asks_again=True)
    match = _ANSWER.fullmatch(word)
    if match is None or (match["before"] and match["after"]):
        shown = word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…"
        return SurveyReply(said=(f"'{shown}' is not an answer. {_KEYS}",), asks_again=True)
    if match["level"] is None and question.last is None:
        return SurveyReply(said=(f"A level, too, as in 1{word}: 0 to 4.",), asks_again=True)
    level = int(match["level"] or (question.last.level if question.last else 0))
    wish = match["before"] or match["after"]
    want = WANTS[wish[0]] if wish else None
    wanted = f", wants {want}" if want else ""
    said = f"{question.title}: {level} {catalog.levels[level]}{wanted}."
    return SurveyReply(SurveyAnswer(question.skill, level, want), (said,))


def asked(question: SurveyQuestion, number: int, count: int, catalog: Catalog) -> str:
    """The line that asks, complete in itself: `3 of 12. PostGIS (last 3, 2026-02-10). ...`."""
    last = question.last
    parts = ["no answer yet"]
    if last is not None:
        want = f" {last.want}" if last.want else ""
        parts = [f"last {last.level}{want}", *([last.updated.isoformat()] if last.updated else ())]
    if question.because:
        parts.append(f"because {' and '.join(question.because)}")
    levels = f"0 {catalog.levels[0]} ... {len(catalog.levels) - 1} {catalog.levels[-1]}"
    return f"{number} of {count}. {question.title} ({', '.join(parts)}). {levels} > "


def help_lines(catalog: Catalog) -> tuple[str, ...]:
    """What may be typed, and what the levels mean."""
    levels = ", ".join(f"{number} {word}" for number, word in enumerate(catalog.levels))
    return (f"Levels: {levels}.", _KEYS)


def answer(team: Team, person: Person, catalog: Catalog, said: SurveyAnswer, today: date) -> Change:
    """The change of that one row."""
    names = catalog.names(said.skill)
    return set_skill(team, person, names, said.level, today, want=said.want)


def whole(team: Team, person: Person, answers: Sequence[SurveyAnswer]) -> Change:
    """The change that commits what was answered: the person's file as it stands."""
    document = team.document("skills", person.handle)
    count = len({one.skill for one in answers})
    message = f"{person.first_name} answers the skills survey: {skills(count)}"
    if document is None or not count:
        return Change(message, "skills survey answer")
    write = Write(document.path, document.text, document.digest)
    return Change(message, "skills survey answer", (write,))


def skills(count: int) -> str:
    """`1 skill`, `5 skills`."""
    return f"{count} {'skill' if count == 1 else 'skills'}"


_KEYS = (
    "Type 0 to 4, with m, k or l to want more, keep or less of it, as in m3; "
    "Enter keeps the last answer, - skips, q stops, ? helps."
)
