"""What is needed and not covered, and what would help."""

import json
from datetime import date

from teamkit.knowledge.skills.demand import Naming
from teamkit.knowledge.skills.gaps import Gap, gaps
from teamkit.people.abilities import Ability
from teamkit.people.person import Person
from tests.conftest import Folder
from tests.knowledge.skills.mapped import ANA, BEN, CARLA, CATALOG, TODAY, own

FAR = ((TODAY, date(2027, 3, 1)),)


def record(
    skill: str,
    kind: str = "solution",
    status: str = "owned",
    *,
    is_thin: bool = False,
    owner: str = "",
) -> Naming:
    return Naming(skill, kind, status, "T", owner, None, is_thin, "x.md", 4)


def found(answers: list[Ability], *records: Naming, people: tuple[Person, ...] = ()) -> list[Gap]:
    members = people or (ANA, BEN, CARLA)
    return gaps(CATALOG, members, answers, records, today=TODAY)


def remedies(answers: list[Ability], *records: Naming, people: tuple[Person, ...] = ()) -> object:
    (gap,) = found(answers, *records, people=people)
    return gap.remedies


def test_nobody_comes_first_then_one_person_then_what_is_covered() -> None:
    answers = [
        own("ana", "postgis", 4),
        own("ben", "postgis", 3),
        own("ana", "raster", 3),
        own("ben", "css", 2),
        own("gone", "css", 4),
    ]

    told = found(answers, *map(record, ("postgis", "css", "raster")))

    assert [(gap.skill, gap.staying, gap.is_covered) for gap in told] == [
        ("css", [], False),
        ("raster", ["ana"], False),
        ("postgis", ["ana", "ben"], True),
    ]
    assert told[-1].remedies == ()


def test_what_nobody_needs_is_left_in_peace() -> None:
    assert found([own("ana", "css", 4)], record("css", status="retired")) == []


def test_who_wants_more_learns_from_whoever_knows_most_and_is_here() -> None:
    answers = [own("ana", "css", 1, "more"), own("carla", "css", 4), own("ben", "css", 2, "more")]

    assert remedies(answers, record("css")) == (
        "Ana learns it from Carla: - [ ] @ana Pair with @carla on CSS",
        "Ben learns it from Carla: - [ ] @ben Pair with @carla on CSS",
    )


def test_who_leaves_or_is_away_for_long_neither_teaches_nor_covers() -> None:
    leaving = CARLA._replace(left=date(2026, 12, 20))
    away = BEN._replace(away=FAR)
    answers = [
        own("carla", "css", 4),
        own("ben", "css", 3),
        own("ana", "css", 1, "more"),
        own("carla", "raster", 1, "more"),
    ]

    first, second = found(answers, *map(record, ("css", "raster")), people=(ANA, away, leaving))

    ask = "Bring it up: teamkit agenda add 'How do we learn Raster data?' --aim help"
    assert (first.skill, first.remedies) == ("raster", (f"Nobody to learn it from. {ask}",))
    assert (second.staying, second.leaving) == (["ben"], {"carla": date(2026, 12, 20)})
    assert second.remedies == (
        "Ana wants more of it. Bring it up: teamkit agenda add 'How do we learn CSS?' --aim help",
    )


def test_others_teach_and_are_not_counted() -> None:
    answers = [own("ana", "css", 1, "more"), own("ben", "css", 2, "more"), own("carla", "css", 4)]

    (gap,) = gaps(CATALOG, [ANA], answers, [record("css")], today=TODAY, others=[ANA, BEN, CARLA])

    assert (gap.alone, gap.remedies) == (
        (),
        ("Ana learns it from Carla: - [ ] @ana Pair with @carla on CSS",),
    )


def test_learners_without_a_teacher_learn_together() -> None:
    answers = [own(who, "css", 1, "more") for who in ("ana", "ben", "carla")]

    ask = "Bring it up: teamkit agenda add 'How do we learn CSS?' --aim help"
    assert remedies(answers, record("css")) == (f"Ana, Ben and Carla want more of it. {ask}",)


def test_a_teacher_without_a_learner_is_a_question() -> None:
    ask = "teamkit agenda add 'Who would like to learn CSS from Ana?' --aim help"
    told = remedies([own("ana", "css", 3)], record("css"))

    assert told == (f"Nobody wants more of it yet. Bring it up: {ask}",)


def test_talks_drafts_and_thin_pages_are_named() -> None:
    pages = (
        record("css", "talk", "wanted"),
        record("css", "guideline", "draft"),
        record("css", is_thin=True, owner="ben"),
        record("css", is_thin=True),
        record("css", status="missing", is_thin=True),
        record("css", status="retired", is_thin=True),
    )

    with_teacher = found([own("ana", "css", 3)], *pages)[0].remedies[1:]
    without = found([], *pages)[0].remedies[1:]

    assert with_teacher == (
        "Ana could give the talk; note it in x.md",
        "Finish the draft: x.md",
        "Ben could write down how it is done: x.md",
        "Ana could write down how it is done: x.md",
        "Write down what was tried so far: x.md",
    )
    assert (without[0], without[3]) == (
        "Find somebody from outside for the talk in x.md",
        "Write down how it is done: x.md",
    )


def test_a_word_that_no_catalog_knows_is_one_skill_in_any_case() -> None:
    (gap,) = found([own("ana", "Cobol", 4)], record("cobol"))

    assert (gap.title, gap.staying) == ("cobol", ["ana"])


def test_programs_get_what_is_covered_too(demo: Folder) -> None:
    page = json.loads(demo.run("skills", "gaps", "--area", "frontend", "--json").stdout)

    told = {
        item["skill"]: (item["covered"], [a["person"] for a in item["alone_rows"]])
        for item in page["items"]
    }
    assert (told["react"], told["offline"], told["queues"]) == (
        (True, ["dani", "eli", "fay"]),
        (False, ["fay"]),
        (False, ["goran"]),
    )
    assert page["items"][0]["alone_rows"] == []
    assert [item["absences"] for item in page["items"] if item["skill"] == "offline"] == [
        [{"person": "fay", "until": "2026-12-11"}]
    ]


def test_the_two_ways_to_have_no_gap(small: Folder) -> None:
    told = small.run("skills", "gaps")
    table = "| Skill | Level |\n| --- | --- |\n| go | 3 |\n"
    small.write(
        {
            "solutions/a.md": "---\nskills: [go]\n---\n",
            "skills/ana.md": table,
            "skills/ben.md": table,
            "people/ben.md": "---\nname: Ben\nleft: 2027-01-01\n---\n",
            "skills/carla.md": table,
        }
    )

    assert (told.stdout, told.stderr) == (
        "",
        "No record says which skills are needed: give solutions, talks or proposals skills.\n",
    )
    assert small.run("skills", "gaps").stderr == (
        "Two or more people can do alone each skill that is needed.\n"
    )
    small.write({"people/carla.md": "---\nname: Carla\nleft: 2027-01-01\n---\n"})
    assert small.run("skills", "gaps").stdout.split("\n")[0] == (
        "go\talone\tana (skills/ana.md:3), ben, leaves on 2027-01-01 (skills/ben.md:3), "
        "carla, leaves on 2027-01-01 (skills/carla.md:3)"
    )
