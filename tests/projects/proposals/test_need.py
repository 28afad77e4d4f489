"""Beliefs about the row of a need as somebody typed it."""

from datetime import date

import pytest

from teamkit.errors import UnknownError, UsageError
from teamkit.people.catalog import Catalog, Skill
from teamkit.projects.proposals.need import TypedNeed, in_order, one_of, row
from teamkit.team import Team
from tests.conftest import Folder

KNOWN = Catalog({"postgis": Skill("postgis", "PostGIS", ("geo postgres",))})
PATH = "proposals/wreck.md"
FIRST, LAST = date(2027, 1, 11), date(2027, 6, 25)


def cells(folder: Folder, wanted: TypedNeed) -> dict[str, str]:
    return row(Team.open(folder.path), KNOWN, wanted, PATH)


def test_a_row_holds_what_was_said_and_nothing_else(small: Folder) -> None:
    link = ("A [new] map", "solutions/my map.md")

    assert cells(small, TypedNeed(" Tide\n map ")) == {"Need": "Tide map"}
    assert cells(small, TypedNeed("Tide", "Geo Postgres", 0, " 50% ", FIRST, LAST, link, "x")) == {
        "Need": "Tide",
        "Skill": "postgis",
        "Level": "0",
        "FTE": "0.5",
        "From": "2027-01-11",
        "To": "2027-06-25",
        "Solution": "[A \\[new\\] map](../solutions/my%20map.md)",
    }


def test_the_skill_of_the_solution_is_taken_where_nobody_said_one(small: Folder) -> None:
    assert cells(small, TypedNeed("Tide", usual_skill="react"))["Skill"] == "react"


@pytest.mark.parametrize(
    "wanted",
    [
        TypedNeed("Tide", level=5),
        TypedNeed("Tide", level=-1),
        TypedNeed("Tide", fte="-1"),
        TypedNeed("Tide", fte="much"),
        TypedNeed("Tide", fte="30"),
        TypedNeed("Tide", starts=LAST, ends=FIRST),
    ],
)
def test_what_cannot_be_meant_is_refused(small: Folder, wanted: TypedNeed) -> None:
    with pytest.raises(UsageError):
        cells(small, wanted)


def test_an_unknown_skill_is_refused_with_the_closest(small: Folder) -> None:
    with pytest.raises(UnknownError) as refusal:
        cells(small, TypedNeed("Tide", "postgris"))

    assert refusal.value.hint == "Did you mean: postgis?"


def test_a_word_is_one_of_the_known_ones_whatever_its_case() -> None:
    assert one_of("scope", "LOW", ("low", "high")) == "low"
    with pytest.raises(UsageError, match="Unknown scope 'huge'"):
        one_of("scope", "huge", ("low", "high"))


def test_days_may_be_one_or_unknown_but_not_backwards() -> None:
    in_order(FIRST, FIRST)
    in_order(None, FIRST)
    in_order(LAST, None)
    with pytest.raises(UsageError, match="It would end on 2027-01-11, before it starts"):
        in_order(LAST, FIRST)
