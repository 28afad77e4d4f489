"""Beliefs about recording a new proposal."""

from datetime import date

import pytest

from teamkit.errors import AlreadyThereError, UsageError
from teamkit.people.catalog import Catalog
from teamkit.people.directory import directory
from teamkit.projects.proposals.need import TypedNeed
from teamkit.projects.proposals.new import ProposalDraft, Started, Terms, check, draft, start
from teamkit.store.change import Write
from teamkit.team import Team
from tests.conftest import Folder

NEEDS = (TypedNeed("Tide | map", fte="1"), TypedNeed("Alerts"))
BESIDE = Write("solutions/alerts.md", "# Alerts\n")


def drafted(folder: Folder, terms: Terms = Terms(), body: str = "") -> ProposalDraft:  # noqa: B008  # frozen
    return draft(Team.open(folder.path), Catalog({}), "Wreck  watch", terms, NEEDS, body=body)


def started(folder: Folder, wanted: ProposalDraft, page: str | None = None) -> Started:
    team = Team.open(folder.path)
    return start(team, directory(team), wanted, wanted.page if page is None else page, (BESIDE,))


def test_a_proposal_is_one_file_and_what_is_recorded_beside_it(small: Folder) -> None:
    person = directory(Team.open(small.path)).find("ana")
    terms = Terms("Lead", person, None, date(2027, 1, 11), None, 0, "LOW")

    made = started(small, drafted(small, terms))

    write, beside = made.change.writes
    assert (made.change.message, beside) == ("Add the proposal Wreck watch", BESIDE)
    assert write.text == (
        "---\ntitle: Wreck watch\nstatus: lead\nowner: ana\nstarts: 2027-01-11\n"
        "probability: 0\nscope: low\n---\n\n# Wreck watch\n\n## Needs\n\n"
        "| Need | Skill | Level | FTE | From | To | Solution |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| Tide \\| map |  |  | 1 |  |  |  |\n| Alerts |  |  |  |  |  |  |\n\n"
        "## Allocation\n\n| Need | Person | Role | Part | From | To | State |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n\n"
        "## Advice\n\n| Asked | Why | On | By |\n| --- | --- | --- | --- |\n\n"
        "## Decision\n\nNot decided yet.\n"
    )
    assert [need.title for need in made.proposal.needs] == ["Tide | map", "Alerts"]


def test_what_it_is_about_stands_above_the_needs(small: Folder) -> None:
    page = drafted(small, body="\nDivers.\n\n\n\nAnd crews.\n").page

    assert "# Wreck watch\n\nDivers.\n\n\n\nAnd crews.\n\n## Needs\n" in page


@pytest.mark.parametrize(
    "terms",
    [
        Terms(status="sold"),
        Terms(scope="huge"),
        Terms(risk="none"),
        Terms(starts=date(2027, 2, 1), ends=date(2027, 1, 1)),
    ],
)
def test_words_of_no_known_kind_are_refused(small: Folder, terms: Terms) -> None:
    with pytest.raises(UsageError):
        drafted(small, terms)


def test_a_need_is_named_once(small: Folder) -> None:
    with pytest.raises(UsageError, match="The need 'tide' is named twice"):
        draft(
            Team.open(small.path), Catalog({}), "T", Terms(), (TypedNeed("Tide"), TypedNeed("tide"))
        )


def test_a_proposal_that_is_there_is_left_alone(small: Folder) -> None:
    small.write({"proposals/wreck-watch.md": ""})

    with pytest.raises(AlreadyThereError) as refusal:
        check(Team.open(small.path), "Wreck watch!", Terms())
    assert refusal.value.hint == "See it: teamkit proposals show wreck-watch"


def test_an_empty_page_is_refused_and_an_edited_one_taken_as_it_is(small: Folder) -> None:
    with pytest.raises(UsageError, match="The page is empty"):
        started(small, drafted(small), " \n")
    assert started(small, drafted(small), "No needs.").proposal.needs == ()


def test_text_that_hides_the_needs_is_refused(small: Folder) -> None:
    with pytest.raises(UsageError, match="hides the table of needs"):
        started(small, drafted(small, body="```\nnever closed"))


def test_what_is_no_text_is_refused(small: Folder) -> None:
    with pytest.raises(UsageError, match="not UTF-8"):
        started(small, drafted(small, body="half \ud800"))
