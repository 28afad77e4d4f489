"""`teamkit init`: in an empty folder, in a repository, in a site; never touching what stands."""

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from teamkit.config import read_config
from teamkit.kinds import NOUNS
from tests.conftest import ROOT, Folder, Result

NOBODY = dict.fromkeys(
    ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"), ""
)
NEXT = 'Next: teamkit agenda new\n      teamkit agenda add "What we should talk about"\n'


def here(empty: Folder, name: str = "back-end_team") -> Folder:
    place = empty.path / name
    place.mkdir()
    return Folder(place)


def test_an_empty_folder_becomes_a_team_in_one_commit(empty: Folder) -> None:
    team = here(empty)

    result = team.run("init", "--no-input", "--timezone", "Europe/Madrid")

    said = "Committed: Start the team repository of Back end team\n"
    assert result == Result(0, "teamkit.yml\n", NEXT + said)
    assert team.git("ls-files") == "README.md\npeople/ana.md\nskills/catalog.yml\nteamkit.yml\n"
    assert team.git("branch", "--show-current") == "main\n"
    assert team.status() == ""
    assert team.run("check").status == 0
    assert team.run("agenda", "new").status == 0


def test_twice_changes_nothing_and_says_so(empty: Folder) -> None:
    team = here(empty)
    team.run("init", "--no-input")
    head = team.git("rev-parse", "HEAD")

    result = team.run("init", "--name", "Other")

    assert result == Result(
        0, "teamkit.yml\n", "Back end team stands already; nothing was changed.\n"
    )
    assert (team.git("rev-parse", "HEAD"), team.status()) == (head, "")


def test_every_question_has_a_flag(empty: Folder) -> None:
    team = here(empty)

    team.run(
        "init", "--no-input", "--name", "No: 1", "--timezone", "Europe/Lisbon", "--area", "back",
        "--area", "front, end", "--day", "tue", "--start", "9:30", "--minutes", "45",
        "--root", "docs", "--person", "ana=Ana Costa", "--person", "ben",
    )  # fmt: skip

    config = read_config(team.read("teamkit.yml"))
    series = config.series["tuesday"]
    assert (config.name, config.timezone, config.areas, config.root) == (
        "No: 1",
        "Europe/Lisbon",
        ("back", "front, end"),
        "docs",
    )
    assert (series.rule, series.start, series.minutes) == ("FREQ=WEEKLY;BYDAY=TU", "09:30", 45)
    assert config.findings == ()
    assert team.read("docs/people/ana.md") == "---\nname: Ana Costa\n---\n\n# Ana Costa\n"
    assert (team.path / "docs/people/ben.md").exists()


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--day", "someday"], "'someday' is not a day of the week."),
        (["--day", "t"], "'t' is not a day of the week."),
        (["--start", "25:00"], "'25:00' is not a time of day."),
        (["--start", "noon"], "'noon' is not a time of day."),
        (["--minutes", "0"], "A meeting cannot take 0 minutes."),
        (["--name", " "], "The team needs a name."),
        (["--timezone", "Europe/Madird"], "'Europe/Madird' is not a time zone."),
        (["--timezone", "?"], "'?' is not a time zone."),
        (
            ["--person", "Ana"],
            "'Ana' cannot be a handle: use lowercase letters, digits and hyphens.",
        ),
        (["--root", "../x"], "'root' must be a folder inside the team's folder, not '../x'."),
    ],
)
def test_an_answer_that_cannot_be_meant_writes_nothing(
    empty: Folder, flags: list[str], said: str
) -> None:
    team = here(empty)

    result = team.run("init", "--no-input", *flags)

    assert (result.status, result.stdout) == (2, "")
    assert said in result.stderr
    assert list(team.path.iterdir()) == []


def test_without_an_identity_it_refuses_and_writes_nothing(empty: Folder) -> None:
    team = here(empty)

    result = team.shell("init", "--no-input", env=NOBODY)

    assert (result.status, result.stdout) == (7, "")
    assert "git config --global user.name" in result.stderr
    assert "git config --global user.email" in result.stderr
    assert list(team.path.iterdir()) == []


def test_a_folder_with_files_outside_of_git_is_refused(empty: Folder) -> None:
    team = here(empty)
    team.write({"letter.txt": "x"})

    result = team.run("init", "--no-input")

    assert result.status == 4
    assert "git init -b main" in result.stderr
    assert [path.name for path in team.path.iterdir()] == ["letter.txt"]


def test_a_folder_that_is_not_there_is_made(empty: Folder) -> None:
    result = empty.run("init", "new/team", "--no-input", "--person", "ana")

    assert result.stdout == "new/team/teamkit.yml\n"
    assert result.stderr.startswith("Next: cd new/team && teamkit agenda new\n")
    assert Folder(empty.path / "new/team").log() == ["Start the team repository of Team"]


def test_a_dry_run_makes_nothing(empty: Folder) -> None:
    result = empty.run("init", "new", "--no-input", "--dry-run")

    assert "diff --git a/teamkit.yml b/teamkit.yml\n" in result.stdout
    assert list(empty.path.iterdir()) == []


def test_without_people_it_says_how_to_add_them(empty: Folder) -> None:
    team = here(empty)
    empty.git("init", "-q")

    result = team.shell("init", "--no-input", "--dry-run", env=NOBODY)

    assert result.status == 0
    assert "b/people/" not in result.stdout


def test_what_stands_and_what_is_staged_in_a_repository_stays(empty: Folder) -> None:
    empty.git("init", "-q", "-b", "main")
    standing = {
        "README.md": "# Here\r\nno end",
        "people/ana.md": "---\nname: Ana of old\n---\n",
        "skills/catalog.yml": "skills: {go: Go} # ours\n",
        "templates/teamkit.yml": "image: {{ x }}\n",
    }
    empty.write(standing)
    empty.commit("Before")
    empty.write({"staged.txt": "s", "untracked.txt": "u"})
    empty.git("add", "staged.txt")

    result = empty.run("init", "--no-input", "--person", "ana", "--person", "ben")

    assert result.status == 0
    assert {path: empty.read(path) for path in standing} == standing
    assert empty.status() == "A  staged.txt\n?? untracked.txt\n"
    committed = empty.git("show", "--name-only", "--format=", "HEAD").split()
    assert committed == ["people/ben.md", "teamkit.yml"]


def test_in_a_subfolder_of_a_repository_the_repository_is_used(empty: Folder) -> None:
    empty.git("init", "-q", "-b", "main")
    empty.write({"src/x": "1"})
    empty.commit("Before")

    result = empty.run("init", "team", "--no-input")

    assert result.status == 0, result.stderr
    assert empty.git("ls-files") == (
        "src/x\nteam/README.md\nteam/people/ana.md\nteam/skills/catalog.yml\nteam/teamkit.yml\n"
    )


def test_people_come_from_the_history_without_their_addresses(empty: Folder) -> None:
    history(empty)

    result = empty.run("init", "--no-input", "--people-from-git", "--person", "ben=Ben B")

    assert result.status == 0
    assert empty.git("ls-files", "people") == "people/ana.md\npeople/ben.md\npeople/carla.md\n"
    assert "ana: Ana Costa\ncarla: Carla Cruz\n" in result.stderr
    assert empty.read("people/carla.md") == "---\nname: Carla Cruz\n---\n\n# Carla Cruz\n"


def test_addresses_are_kept_when_one_says_so(empty: Folder) -> None:
    history(empty)

    empty.run("init", "--no-input", "--people-from-git", "--with-emails")

    assert "emails:\n  - carla@harbour.example\n" in empty.read("people/carla.md")


def history(folder: Folder) -> None:
    folder.git("init", "-q", "-b", "main")
    for name in ("Ana Costa", "Carla Cruz"):
        email = f"{name.split()[0].lower()}@harbour.example"
        folder.write({f"{name}.txt": name})
        folder.git("add", ".")
        folder.git("commit", "-q", "-m", "x", "--author", f"{name} <{email}>")


def test_a_real_handbook_keeps_every_byte(handbook: Folder) -> None:
    before = {
        p: p.read_bytes() for p in handbook.path.rglob("*") if p.is_file() and ".git" not in p.parts
    }

    result = handbook.run("init", "--no-input", "--name", "Handbook", "--person", "ana")

    assert result.status == 0, result.stderr
    assert {path: path.read_bytes() for path in before} == before
    config = read_config(handbook.read("teamkit.yml"))
    assert (config.root, dict(config.folders)) == ("_docs", {"notes": "meetings-notes"})
    assert config.front_matter["notes"] == {"layout": "default", "parent": "Meeting notes"}
    assert config.front_matter["guidelines"] == {"layout": "default", "parent": "Guidelines"}
    assert handbook.read("_docs/people/ana.md") == (
        "---\nlayout: default\nparent: People\nname: Ana\n---\n\n# Ana\n"
    )
    assert handbook.status() == ""


def test_a_plain_jekyll_site_gets_a_layout_and_no_parents(empty: Folder) -> None:
    empty.git("init", "-q")
    empty.write({"_config.yml": "theme: minima\n"})

    empty.run("init", "--no-input")

    config = read_config(empty.read("teamkit.yml"))
    assert (config.root, config.front_matter["notes"]) == (".", {"layout": "default"})


def test_an_index_that_cannot_be_read_leaves_the_usual_parent(empty: Folder) -> None:
    empty.git("init", "-q")
    empty.write({"_config.yml": "theme: just-the-docs\n", "notes/index.md": "---\na: [\n---\n"})

    empty.run("init", "--no-input")

    config = read_config(empty.read("teamkit.yml"))
    assert config.front_matter["notes"]["parent"] == "Meeting notes"


def test_questions_are_asked_on_a_terminal(empty: Folder) -> None:
    history(empty)
    answers = {
        "called": "Our team",
        "time zone": "UTC",
        "areas": "back, front",
        "which day": "mon",
        "start": "10:00",
        "minutes": "30",
        "Add all": "n",
        "Ana Costa as ana": "y",
        "Carla Cruz as carla": "n",
    }

    terminal(empty, list(answers.items()), "--people-from-git")

    config = read_config(empty.read("teamkit.yml"))
    assert (config.name, config.areas, list(config.series)) == (
        "Our team",
        ("back", "front"),
        ["monday"],
    )
    assert empty.git("ls-files", "people") == "people/ana.md\n"


def terminal(
    folder: Folder, typed: Sequence[tuple[str, str]], *flags: str, env: Mapping[str, str] = {}
) -> Result:
    """What stands on the screen after `teamkit init`; *typed* are (question, answer)."""
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "teamkit", "init", *flags],
        cwd=str(folder.path),
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        encoding="utf-8",
        timeout=20,
    )
    screen = ""
    for question, answer in typed:
        child.expect_exact(question)
        screen += child.before + question
        child.expect_exact(": ")
        screen += child.before + ": "
        child.sendline(answer)
    child.expect(pexpect.EOF)
    screen += child.before
    child.close()
    return Result(child.exitstatus, screen.replace("\r\n", "\n"), "")


def test_without_an_identity_nothing_is_asked(empty: Folder) -> None:
    team = here(empty)

    result = terminal(team, [], env=NOBODY)

    assert result == Result(
        7,
        "teamkit: Git does not know who you are, so nothing can be committed; "
        "nothing was written.\n  git config --global user.name 'YOUR NAME'; "
        "git config --global user.email YOU@EXAMPLE\n",
        "",
    )


@pytest.mark.parametrize("standing", ["letter.txt", ".git/MERGE_HEAD"])
def test_where_no_team_can_begin_nothing_is_asked(empty: Folder, standing: str) -> None:
    team = here(empty)
    if standing.startswith(".git"):
        team.git("init", "-q")
    team.write({standing: "x"})

    result = terminal(team, [])

    assert result.status in {4, 7}
    assert "?" not in result.stdout


def test_an_identity_is_not_needed_where_nothing_is_committed(empty: Folder) -> None:
    team = here(empty)

    result = team.shell("init", "--no-input", "--no-commit", env=NOBODY)

    assert (result.status, result.stdout) == (0, "teamkit.yml\n")


def test_an_answer_that_cannot_be_meant_is_asked_again_at_once(empty: Folder) -> None:
    team = here(empty)
    typed = [
        ("team called?", " "),
        ("team called?", "Our team"),
        ("Which time zone?", "Madrid"),
        ("Which time zone?", "Europe/Madrid"),
        ("Which areas", "backend"),
        ("On which day", "firday"),
        ("On which day", "fri"),
        ("When does it start?", "noon"),
        ("When does it start?", "12:00"),
        ("How many minutes", "an hour"),
        ("How many minutes", "0"),
        ("How many minutes", "60"),
        ("Who is on it?", "Ana Costa, ben"),
        ("Who is on it?", "ana=Ana Costa, ben"),
    ]

    result = terminal(team, typed)

    told = [line for line in result.stdout.split("\n") if "?: " not in line and "]: " not in line]
    assert [line for line in told if "): " not in line][:13] == [
        "The team needs a name.",
        "  For instance Backend team",
        "'Madrid' is not a time zone.",
        "  Did you mean: Europe/Madrid?",
        "'firday' is not a day of the week.",
        "  Did you mean: friday?",
        "'noon' is not a time of day.",
        "  For instance 13:00",
        "'an hour' is not a number of minutes.",
        "  For instance 60",
        "A meeting cannot take 0 minutes.",
        "  Use 1 to 480",
        "'Ana Costa' cannot be a handle: use lowercase letters, digits and hyphens.",
    ]
    assert "  Did you mean: ana=Ana Costa?\n" in result.stdout
    config = read_config(team.read("teamkit.yml"))
    assert (result.status, config.name, config.timezone) == (0, "Our team", "Europe/Madrid")
    assert (config.series["friday"].start, config.series["friday"].minutes) == ("12:00", 60)


def test_a_folder_outside_of_the_site_is_asked_again(empty: Folder) -> None:
    empty.git("init", "-q")
    empty.write({"_config.yml": "theme: minima\n", "_docs/index.md": "# Home\n"})
    flags = ["--name", "Us", "--timezone", "UTC", "--area", "", "--day", "fri", "--start", "9:00"]
    typed = [("In which folder", "../x"), ("In which folder", "_docs")]

    result = terminal(empty, typed, *flags, "--minutes", "30", "--person", "ana")

    assert "'root' must be a folder inside the team's folder, not '../x'.\n" in result.stdout
    assert read_config(empty.read("teamkit.yml")).root == "_docs"


def test_who_begins_a_team_of_one_area_is_in_it(empty: Folder) -> None:
    team = here(empty)

    team.run("init", "--no-input", "--area", "backend", "--person", "ana=Ana Costa")

    assert team.read("people/ana.md") == (
        "---\nname: Ana Costa\nareas:\n  - backend\n---\n\n# Ana Costa\n"
    )


def test_of_two_areas_nobody_is_put_into_either(empty: Folder) -> None:
    team = here(empty)

    team.run("init", "--no-input", "--area", "back", "--area", "front", "--person", "ana")

    assert team.read("people/ana.md") == "---\nname: Ana\n---\n\n# Ana\n"


def test_a_name_with_a_comma_is_one_person(empty: Folder) -> None:
    team = here(empty)

    team.shell("init", "--no-input", env={"GIT_COMMITTER_NAME": "Costa, Ana"})

    assert team.read("people/costa.md") == "---\nname: Costa Ana\n---\n\n# Costa Ana\n"


def test_sharing_is_said_where_there_is_a_remote(empty: Folder) -> None:
    empty.git("init", "-q", "-b", "main")
    empty.git("remote", "add", "origin", "../nowhere.git")

    result = empty.run("init", "--no-input", "--name", "Us")

    assert result.stderr.startswith(f"{NEXT}      teamkit sync\n")


def test_a_page_tells_people_without_teamkit_what_to_do(empty: Folder) -> None:
    team = here(empty)

    team.run("init", "--no-input", "--name", "Our team", "--root", "docs")

    page = team.read("docs/README.md")
    assert page.startswith("# Our team\n")
    assert "[topics](topics/)" in page
    assert "[teamkit.yml](../teamkit.yml)" in page
    assert "$" not in page
    links = {link for link in re.findall(r"\]\(([^)]*)\)", page) if not link.startswith("../")}
    assert {link.partition("/")[0] for link in links} == set(NOUNS)


def test_what_the_page_says_is_what_teamkit_reads(empty: Folder) -> None:
    team = here(empty)
    team.run("init", "--no-input")
    topic, skills = re.findall(r"```markdown\n(---\n.*?)```", team.read("README.md"), re.DOTALL)
    team.write({"topics/large-uploads.md": topic, "skills/ana.md": skills})

    saved = team.run("save")
    known = team.run("skills", "who-knows", "testing")
    topics = team.run("topics", "list")

    assert (saved.status, known.status) == (0, 0)
    assert "ana" in known.stdout
    assert "How we take large uploads" in topics.stdout
    assert [f for f in team.run("check").stdout.split("\n") if "README" in f] == []


@pytest.mark.parametrize("name", ["README.md", "readme.rst", "index.md", "README"])
def test_where_a_first_page_stands_no_other_is_written(empty: Folder, name: str) -> None:
    empty.git("init", "-q")
    empty.write({f"docs/{name}": "ours\r\n"})

    empty.run("init", "--no-input", "--root", "docs")

    assert empty.git("ls-files", "docs").split() == [
        "docs/people/ana.md",
        "docs/skills/catalog.yml",
    ]
    assert empty.read(f"docs/{name}") == "ours\r\n"


def test_a_site_with_a_home_page_gets_no_other(empty: Folder) -> None:
    empty.git("init", "-q")
    empty.write({"_config.yml": "theme: minima\n", "index.md": "# Home\n", "_docs/a.md": "x"})

    empty.run("init", "--no-input")

    assert not (empty.path / "_docs/README.md").exists()


def test_the_repositorys_own_templates_are_not_the_page(empty: Folder) -> None:
    empty.git("init", "-q")
    empty.write({"templates/README.md": "About our $templates\n"})

    result = empty.run("init", "--no-input", "--name", "Us")

    assert result.status == 0
    assert empty.read("README.md").startswith("# Us\n")


@pytest.mark.parametrize(("zone", "expected"), [("Europe/Lisbon", True), (":Asia/Tokyo", True)])
def test_the_machines_time_zone_is_the_default(empty: Folder, zone: str, expected: bool) -> None:  # noqa: FBT001  # a parameter of the case
    team = here(empty)

    team.shell("init", "--no-input", env={"TZ": zone})

    found = read_config(team.read("teamkit.yml")).timezone
    assert (found == zone.removeprefix(":")) is expected


def test_a_read_only_folder_is_refused(empty: Folder) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    place: Path = here(empty).path
    place.chmod(0o500)

    assert Folder(place).run("init", "--no-input").status in {4, 7}


def test_a_linked_folder_is_not_written_through(empty: Folder) -> None:
    team = here(empty)
    elsewhere = empty.path / "elsewhere"
    elsewhere.mkdir()
    team.git("init", "-q")
    (team.path / "people").symlink_to(elsewhere)

    result = team.run("init", "--no-input", "--person", "ana")

    assert (result.status, result.stdout) == (4, "")
    assert list(elsewhere.iterdir()) == []
    assert not (team.path / "teamkit.yml").exists()
