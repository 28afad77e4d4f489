"""Beliefs about what people and programs see of proposals."""

from datetime import date

import pytest

from teamkit.people.directory import directory
from teamkit.projects.proposals import views
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.records import PART, PROPOSAL, PROPOSAL_NEED, when
from teamkit.team import Team
from tests.conftest import Folder
from tests.projects.proposals.made import WATCH, proposal


def test_programs_get_everything_a_file_says() -> None:
    told = PROPOSAL.facts(proposal(WATCH))

    assert list(told) == [
        "proposal", "title", "status", "probability", "owner", "decider", "since", "until",
        "scope", "risk", "needs", "allocation", "asked", "advice", "decision", "path",
    ]  # fmt: skip
    assert (told["proposal"], told["decider"], told["probability"]) == ("a-plan", "carla", 60)
    assert told["decision"] == {
        "date": date(2026, 12, 4),
        "by": "carla",
        "outcome": "divers are told within an hour",
        "due": date(2027, 3, 1),
        "dissent": "@ben thinks that nobody will look.",
        "text": proposal(WATCH).decision.text,
        "line": 58,
    }


def test_what_is_not_said_is_null() -> None:
    told = PROPOSAL.facts(proposal("# A plan\n"))

    assert {key for key, value in told.items() if value is None} == {
        "owner", "decider", "since", "until", "probability", "scope", "risk", "decision",
    }  # fmt: skip
    assert [told[key] for key in ("needs", "allocation", "asked", "advice")] == [(), (), (), ()]


def test_a_row_is_told_with_its_line() -> None:
    known = proposal(WATCH)

    assert PROPOSAL_NEED.facts(known.needs[2]) == {
        "title": "Form", "skill": "offline", "level": None, "fte": None,
        "since": date(2027, 6, 1), "until": None, "need": None, "line": 23,
    }  # fmt: skip
    assert PART.facts(known.parts[1]) == {
        "need_title": "alerts", "person": "ana", "role": "support", "percent": 10,
        "since": date(2027, 1, 11), "until": date(2027, 6, 25), "state": None, "line": 31,
    }  # fmt: skip


def test_the_list_says_how_many_are_over() -> None:
    table = views.proposals([proposal(WATCH)], 2)

    assert table.rows == (
        ("a-plan", "Wreck watch", "lead", "60 %", "2027-01-11 to 2027-06-25", "ana", "3"),
    )
    assert (table.notes, table.facts) == (("And 2 done or lost: --all",), {"hidden": 2})
    assert views.proposals([], 0).notes == ()


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        (date(2027, 1, 11), date(2027, 6, 25), "2027-01-11 to 2027-06-25"),
        (date(2027, 1, 11), None, "from 2027-01-11"),
        (None, date(2027, 6, 25), "to 2027-06-25"),
        (None, None, ""),
    ],
)
def test_days_are_told_as_far_as_they_are_known(
    starts: date | None, ends: date | None, words: str
) -> None:
    assert when(starts, ends) == words


AGREED = WATCH.replace("| maybe |", "| agreed |").replace("| Wharf | Eli |", "| Wharf | @carla |")


@pytest.mark.parametrize(
    ("status", "text", "said"),
    [
        ("lead", WATCH, []),
        ("lead", "", ["Nobody has said how likely it is: --probability PERCENT"]),
        ("won", AGREED, ["What is agreed counts in full: Ana 10 %, Ben 10 %, Carla."]),
        ("running", "", ["Nobody has agreed to a part yet: teamkit allocation suggest a-plan"]),
        ("lost", AGREED, ["What is agreed counts no more: Ana 10 %, Ben 10 %, Carla."]),
        ("lost", "", []),
        (
            "done",
            WATCH.replace("Wreck watch", "Divers' watch"),
            [
                f"Write down what it took: teamkit solutions use {slug}"
                " --project 'Divers'\"'\"' watch' --actual TIME"
                for slug in ("map", "sms")
            ],
        ),
    ],
)  # fmt: skip
def test_a_status_says_what_follows(small: Folder, status: str, text: str, said: list[str]) -> None:
    people = directory(Team.open(small.path))
    known: Proposal = proposal(text)._replace(status=status)

    assert views.follows(known, people) == said
