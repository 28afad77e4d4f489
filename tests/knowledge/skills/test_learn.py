"""Who can teach, who wants to learn, what there is to read."""

import json
from datetime import date

from teamkit.knowledge.skills.demand import records
from teamkit.knowledge.skills.learn import Lesson, ReadingTip, lessons, to_read, wanted
from teamkit.people.catalog import catalog
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.skills.mapped import ANA, BEN, CARLA, CATALOG, TODAY, own


def test_people_stand_by_handle_within_what_they_can_do() -> None:
    answers = [
        own("carla", "css", 4),
        own("ben", "css", 4, "more"),
        own("ana", "css", 3),
        own("gone", "css", 4),
    ]

    found = lessons(CATALOG, ["css", "zig"], [CARLA, BEN, ANA], answers, {}, today=TODAY)

    assert found == [
        Lesson(
            "css",
            "CSS",
            wanting=("ben",),
            teaching=("ben", "carla"),
            alone=("ana",),
            away={"ben": date(2026, 12, 4)},
            reading=(),
        ),
        Lesson("zig", "zig", (), (), (), {}, ()),
    ]


def test_who_asks_is_no_help_to_themselves() -> None:
    answers = [own("ana", "css", 4, "more"), own("ana", "css", 4, "more"), own("ana", "zig", 1)]

    (found,) = lessons(CATALOG, wanted(answers), [ANA], answers, {}, today=TODAY, without="ana")

    assert (found.wanting, found.teaching) == ((), ())


def notes(title: str, day: int, line: int) -> ReadingTip:
    path = f"notes/2026-11-{day:02}-friday.md"
    return ReadingTip("notes", "", title, date(2026, 11, day), path, line)


def test_pages_come_first_then_notes_about_it_newest_first(small: Folder) -> None:
    small.write(
        {
            "skills/catalog.yml": "skills:\n  postgis: {title: PostGIS, aliases: [geo-postgres]}\n",
            "solutions/a.md": "---\ntitle: A\nskills: [postgis]\n---\n",
            "solutions/b.md": "---\ntitle: B\nstatus: retired\nskills: [postgis]\n---\n",
            "guidelines/c.md": "---\ntitle: C\nstatus: draft\nskills: [geo postgres]\n---\n",
            "talks/d.md": "---\ntitle: D\ndate: 2026-05-01\nstatus: given\nskills: postgis\n---\n",
            "talks/e.md": "---\ntitle: E\nstatus: wanted\nskills: [postgis]\n---\n",
            "notes/2026-11-06-friday.md": "# PostGIS\n\n## The geo-Postgres index\n\nx\n",
            "notes/2026-11-13-friday.md": "## PostGIS\n\n## PostGISsss\n\nx\n",
            "notes/2026-11-20-friday.md": "## Why PostGIS?\n\n- Key: y\n",
            "notes/2026-12-04-friday.md": "## PostGIS\n\nz\n",
            "notes/retreat.md": "## PostGIS\n\nw\n",
        }
    )
    team = Team.open(small.path)
    words = catalog(team)

    found = to_read(team, words, ["postgis"], records(team, words, directory(team)), TODAY)

    assert found == {
        "postgis": [
            ReadingTip("solution", "owned", "A", None, "solutions/a.md", 1),
            ReadingTip("talk", "given", "D", date(2026, 5, 1), "talks/d.md", 1),
            ReadingTip("guideline", "draft", "C", None, "guidelines/c.md", 1),
            ReadingTip("notes", "", "PostGIS", None, "notes/retreat.md", 1),
            notes("Why PostGIS?", 20, 1),
            notes("The geo-Postgres index", 6, 3),
        ]
    }
    assert to_read(team, words, [], [], TODAY) == {}


def test_many_notes_are_counted_and_all_there_for_programs(small: Folder) -> None:
    days = range(10, 15)
    small.write({f"notes/2026-11-{day}-friday.md": "## Go\n\nx\n" for day in days})
    small.write({"skills/catalog.yml": "skills:\n  go: Go\n"})

    told = small.run("skills", "learn", "go").stdout
    page = json.loads(small.run("skills", "learn", "go", "--json").stdout)

    assert told == (
        "Go\tnobody else yet\tBring it up: teamkit agenda add 'How do we learn Go?' --aim help\n"
        "Go\tread\tnotes, 2026-11-14: Go (notes/2026-11-14-friday.md)\n"
        "Go\tread\tnotes, 2026-11-13: Go (notes/2026-11-13-friday.md)\n"
        "Go\tread\tnotes, 2026-11-12: Go (notes/2026-11-12-friday.md)\n"
        "Go\tread\tand 2 more notes: --json\n"
    )
    assert len(page["items"][0]["reading"]) == 5
    assert page["items"][0]["reading"][-1]["date"] == "2026-11-10"


def test_who_wants_nothing_hears_how_to_say_it(small: Folder) -> None:
    told = small.run("skills", "learn")

    assert (told.stdout, told.stderr) == (
        "",
        "No skill yet that you want more of. Add one: teamkit skills set SKILL LEVEL --want more\n",
    )
