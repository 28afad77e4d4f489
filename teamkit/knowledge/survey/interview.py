"""One person answering: each answer is kept the moment it is given."""

from collections.abc import Sequence
from datetime import date

from teamkit.knowledge.survey import answer as answering
from teamkit.knowledge.survey import ask, model
from teamkit.knowledge.survey.answer import SurveyAnswer, SurveyReply
from teamkit.knowledge.survey.ask import MOST, Demand, SurveyQuestion
from teamkit.knowledge.survey.model import Survey
from teamkit.people.abilities import read_abilities
from teamkit.people.catalog import Catalog
from teamkit.people.person import Person
from teamkit.store.change import Change
from teamkit.team import Team


class Sitting:
    """Somebody's questions, and what they answered so far.

    Attributes:
        questions: what is asked, in order.
        answers: in the order given.
    """

    def __init__(
        self, team: Team, person: Person, catalog: Catalog, questions: Sequence[SurveyQuestion],
        today: date, *, later: int = 0, dry_run: bool = False,
    ) -> None:  # fmt: skip
        self.questions = tuple(questions)
        self.answers: list[SurveyAnswer] = []
        self._open = len(self.questions) + later
        self._team, self._person, self._catalog, self._today = team, person, catalog, today
        self._dry_run = dry_run

    @property
    def path(self) -> str:
        """The person's own file."""
        return self._team.path("skills", self._person.handle)

    @property
    def left(self) -> int:
        """How many questions are still worth asking: neither answered nor skipped."""
        return self._open

    @property
    def waits(self) -> bool:
        """Whether nothing was answered, but the file has changes that nobody has committed."""
        return not self.answers and bool(self._team.repo.status([self.path]))

    @property
    def prompts(self) -> list[str]:
        """The lines that ask."""
        count = len(self.questions)
        return [
            answering.asked(question, number, count, self._catalog)
            for number, question in enumerate(self.questions, 1)
        ]

    def hear(self, at: int, typed: str) -> SurveyReply:
        """What was typed to question *at*; an answer is in the person's own file on return.

        Raises:
            BadDocumentError: the file has no table that could be changed.
            ConflictError: it was changed in this very moment, or cannot be written.
        """
        heard = answering.hear(typed, self.questions[at], self._catalog)
        if heard.answer is not None:
            self._keep(heard.answer)
            self.answers.append(heard.answer)
        self._open -= not (heard.asks_again or heard.stops)
        return heard

    def change(self) -> Change:
        """What commits all that was answered: the person's file as it stands now."""
        whole = answering.whole(self._team, self._person, self.answers)
        return whole._replace(writes=self._team.pending) if self._dry_run else whole

    def _keep(self, answer: SurveyAnswer) -> None:
        if self._dry_run:
            self._team = self._team.after(self._planned(answer))
            return
        with self._team.locked():
            self._team.apply(self._planned(answer), commit=False)

    def _planned(self, answer: SurveyAnswer) -> Change:
        return answering.answer(self._team, self._person, self._catalog, answer, self._today)


def sit(
    team: Team,
    catalog: Catalog,
    survey: Survey | None,
    person: Person,
    *,
    demand: Demand,
    today: date,
    every: bool = False,
    dry_run: bool = False,
) -> Sitting:
    """The sitting of *person*: at most `MOST` questions, or with *every* all of them.

    Args:
        team: whose files.
        catalog: what there is to be asked.
        survey: the round; None asks about everything.
        person: who answers.
        demand: what is needed, and why.
        today: the day of the answers.
        every: ask about each skill, whenever it was answered.
        dry_run: nothing is written, but the change is the one that would be.
    """
    document = team.document("skills", person.handle)
    own = read_abilities(document, catalog) if document else []
    scope = model.asked(survey, catalog, own)
    if every:
        worth = ask.everything(catalog, scope, own)
        return Sitting(team, person, catalog, worth, today, dry_run=dry_run)
    since = survey.opens if survey else None
    worth = ask.questions(
        catalog,
        scope,
        own,
        demand,
        today,
        since=since,
        areas=person.areas,
        stale_after=team.config.stale_after,
    )
    later = max(0, len(worth) - MOST)
    return Sitting(team, person, catalog, worth[:MOST], today, later=later, dry_run=dry_run)
