"""Beliefs about whom to ask for advice, and why."""

from datetime import date

import pytest

from teamkit import gather
from teamkit.choice import Choice, Pick
from teamkit.people.directory import directory
from teamkit.projects.advice.ask import WIDTH, Circle, advisers, against, width
from teamkit.projects.proposals import find
from teamkit.team import Team
from tests.conftest import SETTINGS, Folder

TODAY, BY = date(2026, 12, 1), date(2026, 12, 8)
PATH = "proposals/beacon.md"
BEACON = """\
---
title: Beacon on the marsh
owner: ana
decider: carla
scope: low
risk: low
---

## Needs

| Need | Skill | Level | Solution |
| --- | --- | --- | --- |
| Tide map | mvt | 3 | [Maps](../solutions/maps.md) |
| Warnings | etl | 3 | |
| Odd thing | basket weaving | 1 | |

## Allocation

| Need | Person | State |
| --- | --- | --- |
| Tide map | @dani | volunteered |
| Warnings | @goran | declined |

## Advice

| Asked | Why | On | By |
| --- | --- | --- | --- |
"""
SKILLS = "---\ntitle: Skills\n---\n\n| Skill | Level |\n| --- | --- |\n"
FILES = {
    "teamkit.yml": SETTINGS + "roles: {capacity: [hana], knowledge: [ana, ghost]}\n",
    "skills/catalog.yml": (
        "skills:\n"
        "  vector-tiles: {title: Vector tiles, aliases: [mvt]}\n"
        "  pipelines: {title: Data pipelines, aliases: [etl]}\n"
    ),
    "skills/ben.md": f"{SKILLS}| vector-tiles | 4 |\n| pipelines | 2 |\n",
    "skills/eli.md": f"{SKILLS}| vector-tiles | 3 |\n| pipelines | 3 |\n",
    "skills/ana.md": f"{SKILLS}| pipelines | 4 |\n",
    "solutions/maps.md": "---\ntitle: Maps of many points\nowner: fay\ntags: [maps]\n---\n",
    "notes/2026-11-06-friday.md": (
        "## A map of the tide, or none\n\n- Objection @eli: nobody reads it\n\n"
        "## The bill\n\n- Objection @hana: Vector tiles need a machine at night\n\n"
        "## Lunch\n\n- Objection @ben: salt\n"
    ),
    PATH: BEACON,
    **{
        f"people/{handle}.md": f"---\nname: {handle.capitalize()}\n---\n"
        for handle in ("ana", "ben", "carla", "dani", "eli", "fay", "goran", "hana")
    },
}
#: Two who know one skill, and one who knows another.
KNOWN = (("ben", "vector-tiles"), ("eli", "vector-tiles"), ("goran", "pipelines"))


def asked(folder: Folder, choice: str = BEACON, by: date = BY, **files: str) -> Circle:
    named = {f"people/{handle}.md": text for handle, text in files.items()}
    folder.write({**FILES, PATH: choice, **named})
    team = Team.open(folder.path)
    people = directory(team)
    return advisers(team, people, find.named(team, people, "beacon"), TODAY, by)


def everybody(circle: Circle) -> list[str]:
    return [one.name for one in (*circle.choice.picks, *circle.choice.alternates)]


def test_who_knows_something_near_a_skill_does_not_know_it(small: Folder) -> None:
    near = "skills:\n  vector-tiles: {title: Vector tiles, aliases: [mvt], needs: [pipelines]}\n"
    small.write({**FILES, "skills/catalog.yml": near + "  pipelines: {title: Data pipelines}\n"})
    team = Team.open(small.path)
    people = directory(team)

    found = advisers(team, people, find.named(team, people, "beacon"), TODAY, BY)

    assert "Vector tiles" not in found.reasons["ana"]
    assert "Vector tiles" in found.reasons["ben"]


def test_each_is_proposed_with_what_speaks_for_it(small: Folder) -> None:
    assert asked(small) == Circle(
        choice=Choice(
            picks=(
                Pick(
                    "eli",
                    "objected to 'A map of the tide, or none' on 2026-11-06;"
                    " knows Vector tiles (level 3)",
                ),
                Pick(
                    "hana",
                    "objected to 'The bill' on 2026-11-06; knows who has room (role capacity)",
                ),
            ),
            alternates=(
                Pick("dani", "volunteered for Tide map"),
                Pick("fay", "owns the solution for: Maps of many points"),
                Pick("goran", "said no to Warnings"),
                Pick("ben", "knows Vector tiles (level 4)"),
            ),
            passed=(Pick("ghost", "not on the team"),),
        ),
        reasons={
            "ana": "knows Data pipelines (level 4); looks after what we know (role knowledge)",
            "ben": "knows Vector tiles (level 4)",
            "dani": "volunteered for Tide map",
            "eli": "objected to 'A map of the tide, or none' on 2026-11-06;"
            " knows Vector tiles (level 3)",
            "fay": "owns the solution for: Maps of many points",
            "ghost": "looks after what we know (role knowledge)",
            "goran": "said no to Warnings",
            "hana": "objected to 'The bill' on 2026-11-06; knows who has room (role capacity)",
        },
        width=2,
    )


def test_the_same_reason_counts_once_and_a_solution_without_an_owner_gives_none(
    small: Folder,
) -> None:
    small.write({"solutions/none.md": "---\ntitle: Nobody's\n---\n"})
    both = BEACON.replace("| Warnings | etl | 3 | |", "| Warnings | etl | 3 | [[maps]] |")

    found = asked(small, both.replace("| basket weaving | 1 | |", "| | | [[none]] |"))

    assert found.reasons["fay"] == "owns the solution for: Maps of many points"


def test_who_decides_and_who_owns_it_is_not_asked(small: Folder) -> None:
    assert {"ana", "carla"} & set(everybody(asked(small))) == set()


def test_whoever_was_asked_counts_and_is_not_proposed_again(small: Folder) -> None:
    rows = "| @eli | x | 2026-11-20 | |\n| @dani | y | | |\n"

    found = asked(small, BEACON + rows)

    assert found.choice.picks == ()
    assert found.choice.passed == (
        Pick("dani", "asked already"),
        Pick("eli", "asked on 2026-11-20"),
        Pick("ghost", "not on the team"),
    )
    assert everybody(found)[0] == "hana"


def test_whoever_is_away_until_the_day_is_passed_over(small: Folder) -> None:
    eli = '---\nname: Eli\naway:\n  - "2026-11-30/2026-12-11"\n---\n'

    assert Pick("eli", "away until 2026-12-11") in asked(small, eli=eli).choice.passed
    assert "eli" in everybody(asked(small, by=date(2026, 12, 12), eli=eli))


def test_whoever_left_is_passed_over(small: Folder) -> None:
    eli = "---\nname: Eli\nleft: 2026-11-01\n---\n"

    assert Pick("eli", "not on the team") in asked(small, eli=eli).choice.passed


def test_at_high_risk_everybody_affected_is_asked(small: Folder) -> None:
    found = asked(small, BEACON.replace("risk: low", "risk: high"))

    assert [one.name for one in found.choice.picks] == ["eli", "hana", "dani", "fay"]
    wider = asked(
        small, BEACON.replace("risk: low", "risk: high") + "| @eli | | | |\n| @hana | | | |\n" * 2
    )
    assert [one.name for one in wider.choice.picks] == ["dani", "fay"]


@pytest.mark.parametrize(
    ("scope", "risk", "people"),
    [("low", "low", 2), ("medium", "medium", 4), ("high", "high", 6), ("unclear", "unclear", 4)],
)
def test_scope_and_risk_say_how_wide_to_ask(
    small: Folder, scope: str, risk: str, people: int
) -> None:
    text = BEACON.replace("scope: low", f"scope: {scope}").replace("risk: low", f"risk: {risk}")

    assert asked(small, text).width == people


def test_more_scope_and_more_risk_never_ask_fewer() -> None:
    sizes = ("low", "medium", "high")

    rows = [[WIDTH[scope, risk] for risk in sizes] for scope in sizes]

    assert all(row == sorted(row) for row in (*rows, *map(list, zip(*rows, strict=True))))


def test_without_anything_to_go_by_nobody_is_proposed(small: Folder) -> None:
    small.write({PATH: "---\ntitle: Beacon\n---\n"})
    team = Team.open(small.path)
    people = directory(team)
    proposal = find.named(team, people, "beacon")

    found = advisers(team, people, proposal, TODAY, BY)

    assert (found, width(proposal)) == (Circle(Choice(()), {}, 4), 4)


def test_the_same_again_counts_less_than_something_new(small: Folder) -> None:
    needs = BEACON.split("## Allocation", maxsplit=1)[0]
    small.write({**FILES, "skills/ana.md": "", PATH: needs, "notes/2026-11-06-friday.md": ""})
    small.write({f"skills/{who}.md": f"{SKILLS}| {skill} | 3 |\n" for who, skill in KNOWN})
    team = Team.open(small.path)
    people = directory(team)

    found = advisers(team, people, find.named(team, people, "beacon"), TODAY, BY)

    assert everybody(found) == ["fay", "ben", "goran", "hana", "eli"]


def test_open_objections_to_the_proposal_itself_are_told_apart(small: Folder) -> None:
    notes = (
        "## [Beacon on the Marsh](../proposals/beacon.md)\n\n"
        "- Objection @ben: too early\n- Objection @eli: the price\n- Withdrawn @eli\n\n"
        "## The marsh\n\n- Objection @fay: a beacon, on the marsh?\n"
        "- Objection @goran: not before the beacon on the marsh\n"
    )
    small.write({**FILES, "notes/2026-11-20-friday.md": notes})
    team = Team.open(small.path)
    people = directory(team)
    proposal = find.named(team, people, "beacon")

    assert against(proposal, gather.objections(team, people)) == [
        "@ben: too early (2026-11-20)",
        "@fay: a beacon, on the marsh? (2026-11-20)",
        "@goran: not before the beacon on the marsh (2026-11-20)",
    ]
