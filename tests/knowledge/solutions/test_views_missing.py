"""Beliefs about what people and programs see of needs that cannot safely be met."""

from datetime import date

from teamkit.knowledge.solutions.missing import Lack, LackReason, SkillPart
from teamkit.knowledge.solutions.views_missing import NO_APPRAISAL, missing
from teamkit.people.catalog import Catalog, Skill
from tests.knowledge.solutions.needs import LANGUAGES, need

CATALOG = Catalog({"s3": Skill("s3", "Object store")})
REASONS = (
    LackReason("alone", "Ana alone knows it", "Bring it up: teamkit agenda add"),
    LackReason("review", "its review was due on 2026-10-01", "Look: teamkit solutions review"),
)
LACK = Lack(
    need=need(LANGUAGES, "several-languages"),
    reasons=REASONS,
    parts=(
        SkillPart("s3", ("ben", "dani"), ("ana", "ben", "carla", "dani", "eli", "fay")),
        SkillPart("Go", (), ()),
    ),
    knowing=("ana",),
    named=("ana",),
    away={"ben": date(2026, 12, 4)},
    leaving={"dani": date(2026, 12, 31)},
)
BEN, DANI = "ben (away until 2026-12-04)", "dani (leaves on 2026-12-31)"


def test_words_come_first_then_who_then_what_would_help() -> None:
    shape = missing([LACK], CATALOG)

    assert [row[0] for row in shape.rows] == ["several-languages"] * 6
    assert [row[1:] for row in shape.rows] == [
        ("one person", "Ana alone knows it"),
        ("review", "its review was due on 2026-10-01"),
        (
            "wants to learn",
            f"Object store: {BEN}, {DANI}",
        ),
        (
            "could teach",
            f"Object store: ana, {BEN}, carla, {DANI}, 2 more",
        ),
        ("would help", "Bring it up: teamkit agenda add"),
        ("would help", "Look: teamkit solutions review"),
    ]
    assert shape.notes == (NO_APPRAISAL,)


def test_where_nobody_could_teach_a_skill_those_named_are_said() -> None:
    nobody = LACK._replace(parts=(SkillPart("Go", (), ()),), reasons=REASONS[:1])

    assert [row[1:] for row in missing([nobody], CATALOG).rows] == [
        ("one person", "Ana alone knows it"),
        ("is named", "ana"),
        ("would help", "Bring it up: teamkit agenda add"),
    ]
    assert [row[1] for row in missing([nobody._replace(named=())], CATALOG).rows] == [
        "one person",
        "would help",
    ]


def test_when_nothing_is_missing_it_says_so() -> None:
    shape = missing([], CATALOG)

    assert (shape.rows, shape.notes, shape.facts) == ((), (), {"about": NO_APPRAISAL})
    assert shape.empty.startswith("Every need has an owned solution")


def test_programs_get_everybody() -> None:
    (item,) = missing([LACK], CATALOG).items

    assert item == {
        "need": "several-languages",
        "title": "Publish pages in three languages",
        "status": "missing",
        "owner": None,
        "reasons": [reason._asdict() for reason in REASONS],
        "review_by": None,
        "knowing": ("ana",),
        "named": ("ana",),
        "skills": [
            {
                "skill": "s3",
                "title": "Object store",
                "wants_more": ("ben", "dani"),
                "can_teach": ("ana", "ben", "carla", "dani", "eli", "fay"),
            },
            {"skill": "Go", "title": "Go", "wants_more": (), "can_teach": ()},
        ],
        "from_level": 3,
        "away": {"ben": date(2026, 12, 4)},
        "leaving": {"dani": date(2026, 12, 31)},
        "path": "solutions/several-languages.md",
    }
