"""`teamkit skills evidence` as people and programs see it."""

import json
from pathlib import Path

import pytest

from teamkit.knowledge.commits.views import NO_APPRAISAL
from tests.conftest import SETTINGS, TODAY, Folder
from tests.knowledge.commits.made import BEN, BOT, GUEST, Code

MAP = "api/uploads/: queues\nweb/: [react, typscript]\n"
CATALOG = "skills:\n  queues: {title: Job queues, aliases: [workers]}\n  react: {title: React}\n"
ANA = "Ana <ana@harbour.example>"
FILE = "api/uploads/parts.py"
NOBODY = (
    "Nobody here is Pilot Boat <pilot@sea.example>. If it is one of you: emails or aliases in "
    "people/HANDLE.md, or a .mailmap in tidewatch; then run it again."
)


@pytest.fixture
def team(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "team")
    folder.write(
        {
            "teamkit.yml": SETTINGS,
            "skills/catalog.yml": CATALOG,
            "paths.yml": MAP,
            "people/ana.md": "---\nname: Ana\n---\n",
            "people/ben.md": "---\nname: Ben Oakhurst\n---\n",
        }
    )
    folder.git("init", "--quiet", "-b", "main")
    folder.commit()
    return folder


@pytest.fixture
def code(team: Folder) -> Code:
    code = Code(team.path.parent)
    code.change(ANA, "2026-09-02", FILE)
    code.change(BEN, "2026-09-16", FILE, also=[ANA])
    code.change(GUEST, "2026-09-17", FILE)
    code.change(BOT, "2026-09-18", FILE)
    return code


READ = ("skills", "evidence", "--repo", "../tidewatch", "--map", "paths.yml")


def test_reading_shows_who_was_where_and_says_what_was_left_out(team: Folder, code: Code) -> None:
    result = team.run(*READ)

    assert (result.status, result.stdout) == (0, "Job queues\tana, ben\tapi/uploads\t2026-09\n")
    assert result.stderr.split("\n") == [
        "paths.yml:2: There is no skill 'typscript' (See: teamkit skills list)",
        "Read tidewatch until 2026-09-18: 4 commits. Left out: 1 by nobody here, 1 by bots.",
        "No commit of the last 5 years touches: web/",
        NOBODY,
        "Kept in this clone alone, without addresses; who-knows counts it from now on.",
        "",
    ]
    assert code.status() == ""


def test_programs_get_the_same_as_facts_and_no_counts_of_people(team: Folder, code: Code) -> None:
    page = json.loads(team.run(*READ, "--json").stdout)

    assert page == {
        "schema": 2,
        "kind": "skills.evidence.read",
        "items": [
            {
                "skill": "queues",
                "people": ["ana", "ben"],
                "places": ["api/uploads/"],
                "until": "2026-09-16",
            }
        ],
        "repository": "tidewatch",
        "updated": TODAY,
        "head": code.git("rev-parse", "HEAD").strip(),
        "until": "2026-09-18",
        "about": NO_APPRAISAL,
        "commits": 4,
        "commits_not_counted": {"ignored": 0, "mass": 0, "bots": 1, "nobody": 1},
        "strangers": [{"name": "Pilot Boat", "email": "pilot@sea.example"}],
        "unused": ["web/"],
        "shallow": False,
        "findings": [
            {
                "path": "paths.yml",
                "line": 2,
                "rule": "paths",
                "message": "There is no skill 'typscript'",
                "hint": "See: teamkit skills list",
                "error": False,
            }
        ],
    }


def test_nothing_tracked_is_written_and_no_address_is_kept(team: Folder, code: Code) -> None:
    team.run(*READ)

    (kept,) = (team.path / ".git/teamkit/repositories").iterdir()
    text = kept.read_text()
    assert (team.status(), team.log()) == ("", ["By hand"])
    assert json.loads(text)["shown"] == {
        "ana": {"queues": [["2026-09-16", 2, 2.0, "api/uploads/"]]},
        "ben": {"queues": [["2026-09-16", 1, 1.0, "api/uploads/"]]},
    }
    assert [word for word in ("@", "example", "Pilot", "Oakhurst") if word in text] == []
    assert code.status() == ""


def test_who_knows_shows_it_with_its_month_and_where_from(team: Folder, code: Code) -> None:
    before = team.run("skills", "who-knows", "queues")
    team.run(*READ)
    head = code.git("rev-parse", "--short=7", "HEAD").strip()

    after = team.run("skills", "who-knows", "workers")
    earlier = team.run("skills", "who-knows", "queues", env={"TEAMKIT_TODAY": "2026-09-15"})
    page = json.loads(team.run("skills", "who-knows", "queues", "--json").stdout)

    assert before.status == earlier.status == 3
    assert after.stdout == (
        f"ana\tcommitted to api/uploads in tidewatch, 2 commits until 2026-09\ttidewatch@{head}\n"
        f"ben\tcommitted to api/uploads in tidewatch, 1 commit until 2026-09\ttidewatch@{head}\n"
    )
    assert page["items"][0]["shown"][0] == {
        "part": "committed",
        "about": "api/uploads in tidewatch, 2 commits",
        "date": "2026-09-16",
        "worth": 0.034,
        "path": f"tidewatch@{head}",
        "line": 0,
    }


def test_the_next_run_takes_the_place_of_the_last(team: Folder, code: Code) -> None:
    team.run(*READ)
    code.change(BEN, "2026-10-05", FILE)

    team.run(*READ)

    shown = team.run("skills", "who-knows", "queues").stdout
    assert "2 commits until 2026-10" in shown
    assert "1 commit until" not in shown


def test_what_is_kept_is_listed_and_forgotten(team: Folder, code: Code) -> None:
    team.run(*READ, "--name", "Tides")
    head = code.git("rev-parse", "HEAD").strip()

    listed = team.run("skills", "evidence")
    page = json.loads(team.run("skills", "evidence", "--json").stdout)
    rehearsed = team.run("--dry-run", "skills", "evidence", "--forget", "tides")
    gone = team.run("skills", "evidence", "--forget", "tides")

    assert listed.stdout == f"Tides\t{TODAY}\t2026-09-18, {head[:7]}\tJob queues\n"
    assert page["about"] == NO_APPRAISAL
    assert page["items"] == [
        {
            "repository": "Tides",
            "updated": TODAY,
            "head": head,
            "until": "2026-09-18",
            "skills": ["queues"],
        }
    ]
    assert (rehearsed.stdout, rehearsed.stderr) == ("Tides\n", "Nothing was forgotten.\n")
    assert gone.stdout == "Tides\n"
    assert team.run("skills", "evidence").stdout == ""
    assert team.run("skills", "who-knows", "queues").status == 3


def test_where_all_fits_nothing_else_is_said(team: Folder, code: Code) -> None:
    code.write({".mailmap": "Ana <ana@harbour.example> <pilot@sea.example>\n"})
    team.write({"paths.yml": "/api: queues\n"})

    result = team.run(*READ)

    assert result.stderr == (
        "Read tidewatch until 2026-09-18: 4 commits. Left out: 1 by bots.\n"
        "Kept in this clone alone, without addresses; who-knows counts it from now on.\n"
    )


def test_a_rehearsal_keeps_nothing(team: Folder, code: Code) -> None:
    result = team.run("--dry-run", *READ)

    assert result.stderr.endswith("Nothing was kept.\n")
    assert not (team.path / ".git/teamkit").exists()
    assert code.status() == ""


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (["--repo", "../tidewatch"], 2, "A repository is read with a map of its paths."),
        (["--map", "paths.yml"], 2, "A repository is read with a map of its paths."),
        (["--name", "x"], 2, "A repository is read with a map of its paths."),
        (["--forget", "x", "--repo", "y"], 2, "Either --repo or --forget."),
        (["--forget", "x"], 3, "There is no code repository 'x'."),
        (["--repo", "nowhere", "--map", "paths.yml"], 3, "There is no folder nowhere."),
        (["--repo", "..", "--map", "nowhere.yml"], 3, "Cannot read nowhere.yml: no such file"),
        (
            ["--repo", "../tidewatch", "--map", "teamkit.yml"],
            2,
            "No path in the map is assigned to",
        ),
        (["--repo", "../tidewatch", "--map", "people/ana.md"], 5, "Cannot read the file: "),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_kept(
    team: Folder, args: list[str], status: int, said: str
) -> None:
    Code(team.path.parent)

    result = team.run("skills", "evidence", *args)

    assert (result.status, result.stdout) == (status, "")
    assert result.stderr.startswith(f"teamkit: {said}")
    assert not (team.path / ".git/teamkit/repositories").exists()


def test_a_folder_without_commits_is_refused_with_the_way_out(team: Folder) -> None:
    Code(team.path.parent)

    result = team.run(*READ)

    assert (result.status, result.stdout) == (7, "")
    assert "has no commits yet.\n  Give the folder of a clone with history\n" in result.stderr


def test_a_shallow_clone_is_said(team: Folder, code: Code) -> None:
    where = code.path.parent
    code.git("clone", "-q", "--depth", "2", f"file://{code.path}", str(where / "part"))

    result = team.run("skills", "evidence", "--repo", "../part", "--map", "paths.yml")

    assert "Only the newest part of part is here; all of it: git fetch --unshallow" in result.stderr


def test_very_many_strangers_are_counted(team: Folder, code: Code) -> None:
    for number in range(7):
        code.change(f"Boat {number} <{number}@sea.example>", f"2026-10-0{number + 1}", FILE)

    result = team.run(*READ)

    named = [f"Boat {number} <{number}@sea.example>" for number in (6, 5, 4, 3, 2)]
    assert f"Nobody here is {', '.join(named)}, nor 3 more (--json). If" in result.stderr
