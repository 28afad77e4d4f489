"""Beliefs about what people and programs see of needs that cannot safely be met."""

from datetime import date

from teamkit.knowledge.solutions.missing import Lack, LackReason, SkillPart
from teamkit.knowledge.solutions.records import NEED, seen
from teamkit.knowledge.solutions.views_missing import NO_APPRAISAL, missing
from teamkit.output.shapes import Table
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


def shown(*lacks: Lack) -> Table:
    needs = seen((lack.need for lack in lacks), CATALOG, (1.0, 0), date(2026, 10, 1))
    return missing(lacks, needs, CATALOG)


def test_words_come_first_then_who_then_what_would_help() -> None:
    shape = shown(LACK)

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

    assert [row[1:] for row in shown(nobody).rows] == [
        ("one person", "Ana alone knows it"),
        ("is named", "ana"),
        ("would help", "Bring it up: teamkit agenda add"),
    ]
    assert [row[1] for row in shown(nobody._replace(named=())).rows] == [
        "one person",
        "would help",
    ]


def test_when_nothing_is_missing_it_says_so() -> None:
    shape = shown()

    assert (shape.rows, shape.notes) == ((), ())
    assert shape.facts == {"about": NO_APPRAISAL, "from_level": 3}
    assert shape.empty.startswith("Every need has an owned solution")


def test_programs_get_everybody() -> None:
    (item,) = shown(LACK).items

    (need_seen,) = seen([LACK.need], CATALOG, (1.0, 0), date(2026, 10, 1))
    assert item == {
        **NEED.facts(need_seen),
        "lack_reasons": (
            {"kind": "alone", "because": REASONS[0].words, "remedy": REASONS[0].remedy},
            {"kind": "review", "because": REASONS[1].words, "remedy": REASONS[1].remedy},
        ),
        "knowing": ("ana",),
        "named": ("ana",),
        "people_by_skill": (
            {
                "skill": "s3",
                "title": "Object store",
                "learners": ("ben", "dani"),
                "teachers": ("ana", "ben", "carla", "dani", "eli", "fay"),
            },
            {"skill": "Go", "title": "Go", "learners": (), "teachers": ()},
        ),
        "absences": ({"person": "ben", "until": date(2026, 12, 4)},),
        "leaving": ({"person": "dani", "date": date(2026, 12, 31)},),
    }
