"""Beliefs about the skills that a proposal takes, and the people there are."""

from datetime import date

import pytest

from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog, Skill
from teamkit.people.person import Person
from teamkit.projects.months import Month
from teamkit.projects.proposals.skills_needed import SkillNeeded, Staffing, by_month, staffing
from tests.projects.proposals.made import proposal

TODAY = date(2026, 12, 1)
CATALOG = Catalog({"vector-tiles": Skill("vector-tiles", "Vector tiles", ("mvt",))})
HEAD = (
    "## Needs\n\n| Need | Skill | Level | FTE | From | To |\n"
    "| --- | --- | --- | --- | --- | --- |\n"
)
JANUARY, FEBRUARY = Month(2027, 1), Month(2027, 2)


def own(person: str, level: int, want: str = "", skill: str = "vector-tiles") -> Ability:
    return Ability(person, skill, level, want, None, "", f"skills/{person}.md", 3)


def found(
    rows: str, *abilities: Ability, people: tuple[Person, ...] = (), catalog: Catalog = CATALOG
) -> Staffing:
    known = {own.person: Person(own.person, own.person.title()) for own in abilities}
    everybody = [*{**known, **{one.handle: one for one in people}}.values()]
    return staffing(proposal(HEAD + rows), catalog, everybody, abilities, TODAY)


def test_needs_of_one_skill_and_level_add_up_by_month() -> None:
    rows = (
        "| Tide map | mvt | 3 | 0.5 | 2027-01-11 | 2027-02-26 |\n"
        "| Boats | vector-tiles | 3 | 1 | 2027-02-01 | 2027-02-12 |\n"
    )

    staffing_ = found(rows, own("ana", 4), own("ben", 3, "more"), own("carla", 1, "more"))

    (wanted,) = staffing_.wanted
    assert staffing_.months == (JANUARY, FEBRUARY)
    assert wanted.fte == pytest.approx({JANUARY: 0.5 * 15 / 21, FEBRUARY: 0.5 + 0.5})
    assert [need.title for need in wanted.needs] == ["Tide map", "Boats"]
    assert wanted._replace(needs=(), fte={}) == SkillNeeded(
        skill="vector-tiles",
        title="Vector tiles",
        level=3,
        is_level_said=True,
        needs=(),
        fte={},
        able=(own("ana", 4), own("ben", 3, "more")),
        leaving={},
        learners=("carla",),
    )
    assert not wanted.is_gap


def test_levels_stand_apart() -> None:
    rows = "| A | mvt | 2 | 1 | | |\n| B | mvt | 4 | 1 | | |\n"

    staffing_ = found(rows, own("ana", 4), own("ben", 2))

    able = [(one.level, [it.person for it in one.able], one.is_gap) for one in staffing_.wanted]
    assert able == [(2, ["ana", "ben"], False), (4, ["ana"], True)]


def test_without_a_level_alone_is_meant_and_the_page_can_say_so() -> None:
    (wanted,) = found("| A | mvt | | 1 | | |\n", own("ana", 2)).wanted

    assert (wanted.level, wanted.is_level_said, wanted.able) == (3, False, ())


def test_who_is_no_member_when_the_work_begins_does_not_count() -> None:
    gone = Person("ana", "Ana", left=date(2027, 1, 11))
    later = Person("ben", "Ben", joined=date(2027, 1, 11))

    (wanted,) = found(
        "| A | mvt | 3 | 1 | 2027-01-11 | 2027-02-26 |\n",
        own("ana", 4),
        own("ben", 4),
        people=(gone, later),
    ).wanted

    assert [it.person for it in wanted.able] == ["ben"]


def test_who_leaves_before_the_end_is_named_and_leaves_a_gap() -> None:
    leaving = Person("ana", "Ana", left=date(2027, 2, 1))

    (wanted,) = found(
        "| A | mvt | 3 | 1 | 2027-01-11 | 2027-02-26 |\n",
        own("ana", 4),
        own("ben", 4),
        people=(leaving,),
    ).wanted

    assert (wanted.leaving, wanted.is_gap) == ({"ana": date(2027, 2, 1)}, True)


def test_work_that_has_begun_counts_those_who_are_here_today() -> None:
    new = Person("ana", "Ana", joined=date(2026, 11, 1))

    (wanted,) = found(
        "| A | mvt | 3 | 1 | 2026-01-05 | 2027-02-26 |\n", own("ana", 4), people=(new,)
    ).wanted

    assert [it.person for it in wanted.able] == ["ana"]


def test_what_cannot_be_counted_is_named() -> None:
    rows = (
        "| No skill | | 3 | 1 | 2027-01-11 | 2027-01-29 |\n"
        "| No days | knots | 3 | 1 | | |\n"
        "| No people | knots | 3 | some | 2027-01-11 | 2027-01-29 |\n"
        "| Nobody all day | knots | 3 | 0 | 2027-01-11 | 2027-01-29 |\n"
    )

    staffing_ = found(rows)

    assert staffing_.unsaid == ("No skill",)
    assert staffing_.uncounted == ("No days", "No people")
    assert [(one.title, one.fte) for one in staffing_.wanted] == [("knots", {})]


def test_a_need_without_days_has_no_months() -> None:
    (need,) = proposal(HEAD + "| A | mvt | 3 | 1 | | |\n").needs

    assert by_month(need) == {}
