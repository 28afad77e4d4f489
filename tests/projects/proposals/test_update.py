"""Beliefs about what becomes of a proposal."""

import pytest

from teamkit.errors import UsageError
from teamkit.kinds import choices
from teamkit.people.catalog import Catalog
from teamkit.people.directory import directory
from teamkit.projects.proposals.need import TypedNeed
from teamkit.projects.proposals.update import Changed, has_need, listed, set_need, set_status
from teamkit.store.change import Change, Write
from teamkit.team import Team
from tests.conftest import Folder
from tests.projects.proposals.made import WATCH, proposal

BESIDE = Write("solutions/ferry.md", "# Ferry\n")


def with_need(folder: Folder, wanted: TypedNeed) -> Change:
    return set_need(Team.open(folder.path), Catalog({}), proposal(WATCH), wanted, (BESIDE,))


def with_status(folder: Folder, status: str, probability: int | None = None) -> Changed:
    people = directory(Team.open(folder.path))
    return set_status(proposal(WATCH), people, status, probability=probability)


def stems(folder: Folder, **wanted: object) -> tuple[list[str], int]:
    team = Team.open(folder.path)
    found, left_out = listed(team, directory(team), **wanted)  # type: ignore[arg-type]  # two flags
    return [one.stem for one in found], left_out


def test_a_new_need_is_one_more_row(small: Folder) -> None:
    change = with_need(small, TypedNeed("Ferry  times", level=3))

    write, beside = change.writes
    assert (change.message, beside) == ("Wreck watch needs: Ferry times", BESIDE)
    assert proposal(write.text).needs[-1][:3] == ("Ferry times", "", 3)


def test_a_need_that_is_there_takes_what_is_new(small: Folder) -> None:
    wanted = TypedNeed(
        "TIDE map", fte="100%", solution=("Tiles", "solutions/tiles.md"), usual_skill="x"
    )

    write, _ = with_need(small, wanted).writes

    assert proposal(write.text).needs[0][:4] == ("Tide map", "vector-tiles", 3, 1.0)
    assert proposal(write.text).needs[0].solution == "tiles"
    assert len(proposal(write.text).needs) == len(proposal(WATCH).needs)


def test_nothing_new_is_no_change(small: Folder) -> None:
    assert with_need(small, TypedNeed("Tide map")).writes == (BESIDE,)


def test_a_need_is_known_by_its_title_or_its_first_words() -> None:
    assert [has_need(proposal(WATCH), words) for words in (" tide MAP", "Tide", "Tid")] == [
        True,
        True,
        False,
    ]


def test_a_status_changes_its_line_alone(small: Folder) -> None:
    changed = with_status(small, "WON")

    assert changed.change.message == "Wreck watch is won"
    assert changed.change.writes[0].text == WATCH.replace("status: Lead", "status: won")
    assert (changed.proposal.status, changed.proposal.probability) == ("won", 100)


def test_the_probability_changes_with_it_where_one_is_given(small: Folder) -> None:
    changed = with_status(small, "proposal", 0)

    assert changed.change.message == "Wreck watch is a proposal"
    assert (changed.proposal.status, changed.proposal.probability) == ("proposal", 0)


def test_the_same_status_is_no_change(small: Folder) -> None:
    small.write({})
    text = WATCH.replace("status: Lead", "status: lead")
    people = directory(Team.open(small.path))

    assert set_status(proposal(text), people, "lead").change.writes == ()


def test_what_is_no_status_is_refused(small: Folder) -> None:
    with pytest.raises(UsageError, match="Unknown status 'sold'"):
        with_status(small, "sold")
    with pytest.raises(UsageError):
        stems(small, status="sold")


def test_what_is_over_is_left_out_and_counted(small: Folder) -> None:
    statuses = choices("proposals", "status")
    small.write({f"proposals/{one}.md": f"---\nstatus: {one}\n---\n" for one in statuses})

    assert stems(small) == (["lead", "proposal", "running", "won"], 2)
    assert stems(small, everything=True) == (sorted(statuses), 0)
    assert stems(small, status="Lost") == (["lost"], 0)
