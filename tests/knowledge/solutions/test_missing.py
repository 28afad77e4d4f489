"""Beliefs about the needs that the team cannot safely meet."""

import json
import shlex
from collections.abc import Iterable
from datetime import date

import pytest

from teamkit.knowledge.solutions.missing import Lack, LackReason, SkillPart, lacks
from teamkit.knowledge.solutions.model import Need
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog, Skill
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES, need

TODAY = date(2026, 12, 1)
ANA, BEN, CARLA = (Person(handle, handle.capitalize()) for handle in ("ana", "ben", "carla"))
CATALOG = Catalog({"s3": Skill("s3", "Object store", ("buckets",)), "go": Skill("go", "Go")})


def made(
    status: str = "owned", owner: str = "ana", who: str = "@ben", keys: str = "", stem: str = "a"
) -> Need:
    rows = f"| Solution | Who |\n| --- | --- |\n| Do it | {who} |\n" if who else ""
    head = f"title: A need\nstatus: {status}\nowner: {owner}\n{keys}"
    return need(f"---\n{head}---\n\n{rows}", stem)


def can(person: str, skill: str, level: int, want: str = "") -> Ability:
    return Ability(person, skill, level, want, None, "", f"skills/{person}.md", 1)


def find(
    needs: Iterable[Need],
    abilities: Iterable[Ability] = (),
    people: Iterable[Person] = (ANA, BEN, CARLA),
) -> list[Lack]:
    directory = Directory({person.handle: person for person in people})
    return lacks(needs, directory, CATALOG, abilities, TODAY)


def why(
    one: Need, abilities: Iterable[Ability] = (), people: Iterable[Person] = (ANA, BEN, CARLA)
) -> list[tuple[str, str]]:
    return [
        (reason.kind, reason.words)
        for lack in find([one], abilities, people)
        for reason in lack.reasons
    ]


def test_an_owned_need_that_two_people_know_is_not_listed() -> None:
    assert find([made()]) == []


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (made("missing"), [("missing", "its contents are a guess")]),
        (made("missing", owner="", who=""), [("missing", "no solution is written down")]),
        (made("owned", who="@ana @ben")._replace(solutions=()), [
            ("missing", "no solution is written down"),
            ("alone", "Ana alone knows it"),
        ]),
        (made("trying"), [("trying", "we are trying it, and do not own it yet")]),
        (made(owner=""), [("owner", "nobody owns it"), ("alone", "Ben alone knows it")]),
        (made(who="@ana"), [("alone", "Ana alone knows it")]),
        (made(who="@zoe"), [("alone", "Ana alone knows it")]),
        (made(owner="zoe", who="zoe"), [("alone", "nobody here knows it")]),
        (made(keys="review_by: 2026-12-01\n"), [("review", "its review was due on 2026-12-01")]),
        (made(keys="review_by: 2026-12-02\n"), []),
        (made("retired", owner="", who="", keys="review_by: 2026-01-01\n"), []),
    ],
)  # fmt: skip
def test_a_need_says_why_it_is_listed(one: Need, expected: list[tuple[str, str]]) -> None:
    assert why(one) == expected


def test_who_has_all_its_skills_at_level_three_knows_it() -> None:
    one = made(who="@ana", keys="skills: [buckets, go]\n")

    half = [can("ben", "s3", 4), can("ben", "go", 2), can("carla", "go", 3)]
    whole = [can("ben", "s3", 3), can("ben", "go", 3)]

    assert why(one, half) == [("alone", "Ana alone knows it")]
    assert why(one, whole) == []


def test_a_need_that_names_no_skill_is_known_by_those_it_names_alone() -> None:
    assert why(made(who="@ana"), [can("ben", "go", 4)]) == [("alone", "Ana alone knows it")]


def test_who_has_left_knows_nothing_and_who_leaves_is_said() -> None:
    gone = BEN._replace(left=date(2026, 11, 30))
    leaving = BEN._replace(left=date(2026, 12, 31))

    assert why(made(), people=[ANA, gone]) == [("alone", "Ana alone knows it")]
    assert why(made(), people=[ANA, leaving]) == [
        ("alone", "Ana alone knows it; Ben leaves on 2026-12-31")
    ]
    assert why(made(owner="ben"), people=[ANA, gone]) == [
        ("owner", "Ben, who owned it, has left"),
        ("alone", "nobody here knows it"),
    ]
    assert why(made(owner="ben"), people=[leaving]) == [
        ("alone", "nobody who stays knows it; Ben leaves on 2026-12-31")
    ]


def test_the_gravest_come_first_then_files_in_order() -> None:
    every = [
        made(keys="review_by: 2026-01-01\n", stem="a"),
        made(who="@ana", stem="b"),
        made(owner="", who="@ana @ben", stem="c"),
        made("trying", stem="d"),
        made("missing", stem="e"),
        made("missing", stem="f", keys="review_by: 2026-01-01\n"),
    ]

    assert [lack.need.stem for lack in find(every)] == ["e", "f", "d", "c", "b", "a"]


def test_it_says_who_wants_to_learn_and_who_could_teach_each_skill() -> None:
    away = CARLA._replace(away=((TODAY, date(2026, 12, 4)),))
    one = made(who="@ana", keys="skills: [go, buckets]\n")
    known = [
        can("ana", "go", 3, "more"),
        can("ben", "go", 1, "more"),
        can("carla", "s3", 4, "more"),
        can("zoe", "s3", 4, "more"),
    ]

    (lack,) = find([one], known, [ANA, BEN, away])

    assert lack.parts == (
        SkillPart("go", ("ben",), ("ana",)),
        SkillPart("s3", ("carla",), ("carla",)),
    )
    assert (lack.knowing, lack.named, lack.away) == (
        ("ana",),
        ("ana",),
        {"carla": date(2026, 12, 4)},
    )
    assert (lack.staying, lack.learners) == (["ana"], ["ben"])


def remedies(one: Need, abilities: Iterable[Ability] = ()) -> list[str]:
    return [reason.remedy for lack in find([one], abilities) for reason in lack.reasons]


def test_each_reason_has_something_to_type() -> None:
    one = made("trying", owner="", who="", keys="review_by: 2026-01-01\n")
    trying = made("trying", owner="", keys="review_by: 2026-01-01\n", who="@ben")

    assert remedies(one) == [
        'Bring it up: teamkit agenda add "How do we meet this: A need?" --aim help',
        "Name one: teamkit solutions edit a --owner PERSON",
        'Bring it up: teamkit agenda add "Who knows how we do this: A need?" --aim help',
        "Look at its times and risks: teamkit solutions review a",
    ]
    assert remedies(trying)[0] == (
        'After the next job: teamkit solutions use a --solution "Do it" --project NAME --actual 7d'
    )


@pytest.mark.parametrize(
    ("known", "question"),
    [
        ([], "Who would learn this from Ana: A need?"),
        ([can("ben", "go", 1, "more")], "How does Ben learn this from Ana: A need?"),
        (
            [can("ben", "go", 1, "more"), can("carla", "go", 2, "more")],
            "How do Ben and Carla learn this from Ana: A need?",
        ),
    ],
)
def test_what_one_person_knows_is_brought_to_the_next_meeting(
    known: list[Ability], question: str
) -> None:
    one = made(who="@ana", keys="skills: [go]\n")

    assert remedies(one, known) == [f'Bring it up: teamkit agenda add "{question}" --aim help']


def test_a_shell_takes_the_title_for_one_word() -> None:
    one = made("missing")._replace(title='Show "it" for $5')

    ((remedy,),) = [remedies(one)]

    assert shlex.split(remedy)[-3:] == ['How do we meet this: Show "it" for $5?', "--aim", "help"]


def test_a_reason_is_one_of_the_kinds() -> None:
    (lack,) = find([made("missing")])

    assert lack.reasons == (
        LackReason(
            "missing",
            "its contents are a guess",
            'Bring it up: teamkit agenda add "How do we meet this: A need?" --aim help',
        ),
    )


@pytest.fixture
def team(small: Folder) -> Folder:
    small.write(FILES)
    small.commit("Needs")
    return small


def test_as_typed_it_is_a_line_per_fact(team: Folder) -> None:
    result = team.run("solutions", "missing")

    assert (result.status, result.stderr) == (0, "")
    assert [line.split("\t")[:2] for line in result.stdout.split("\n") if line] == [
        ["several-languages", "missing"],
        ["several-languages", "would help"],
        ["sign-in", "one person"],
        ["sign-in", "review"],
        ["sign-in", "is named"],
        ["sign-in", "would help"],
        ["sign-in", "would help"],
        ["large-uploads", "review"],
        ["large-uploads", "is named"],
        ["large-uploads", "would help"],
    ]


def test_programs_read_why(team: Folder) -> None:
    page = json.loads(team.run("solutions", "missing", "--json").stdout)

    assert page["kind"] == "solutions.missing"
    assert page["about"].endswith("no appraisal.")
    assert [(one["need"], [r["kind"] for r in one["lack_reasons"]]) for one in page["items"]] == [
        ("several-languages", ["missing"]),
        ("sign-in", ["alone", "review"]),
        ("large-uploads", ["review"]),
    ]


def test_every_command_it_proposes_is_understood(demo: Folder) -> None:
    page = json.loads(demo.run("solutions", "missing", "--json").stdout)
    typed = {
        remedy.partition("teamkit ")[2]
        for item in page["items"]
        for remedy in (reason["remedy"] for reason in item["lack_reasons"])
    }

    assert {demo.run(*shlex.split(command), "--dry-run").status for command in typed} == {0}
