"""Whatever the files, the arguments and the world hold: a clear refusal, or the work done."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from teamkit.markdown.scalars import one_line
from tests.conftest import ROOT, SETTINGS, Folder, Result

READING = (
    (),
    ("agenda", "list"),
    ("agenda", "show"),
    ("topics", "list"),
    ("notes", "list"),
    ("notes", "show"),
    ("people", "list"),
    ("people", "show", "ana"),
    ("skills", "list"),
    ("skills", "show", "ana"),
    ("skills", "who-knows", "postgis"),
    ("solutions", "list"),
    ("solutions", "for", "maps"),
    ("check",),
)
WRITING = (
    ("agenda", "new", "friday", "--date", "2026-12-04"),
    ("agenda", "add", "Big files"),
    ("notes", "rotate", "friday", "--date", "2026-12-04"),
    ("notes", "new", "friday", "--date", "2026-12-04"),
    ("people", "add", "dani"),
    ("people", "away", "ben", "2026-12-10"),
    ("skills", "set", "postgis", "3"),
    ("solutions", "add", "Maps offline"),
    ("save",),
)


def sane(result: Result) -> None:
    """Done, or refused in at most three lines with nothing on stdout; never a bug."""
    assert result.status in {0, 1, 2, 3, 4, 5, 6, 7, 8}, result
    assert "Traceback" not in result.stderr
    if result.status > 1:
        said = [line for line in result.stderr.split("\n") if not line.startswith("skipped ")]
        assert result.stdout == ""
        assert said[0].startswith("teamkit: "), result
        assert len(said) <= 4, result


def refused(result: Result, status: int) -> None:
    sane(result)
    assert (result.status, result.stdout) == (status, "")


def words(*command: str) -> str:
    return " ".join(command) or "now"


HOSTILE: dict[str, bytes] = {
    "not UTF-8": b"---\nname: \xff\n---\n",
    "a NUL": b"---\nname: a\0b\n---\n",
    "unclosed": b"---\nname: [\n---\n",
    "an alias": b"---\na: &a [*a]\nname: *a\n---\n",
    "a tag": b"---\nname: !!python/object/apply:os.system [ls]\n---\n",
    "twice": b"---\nname: a\nname: b\n---\n",
    "deep": b"---\nname: " + b"[" * 30000 + b"\n---\n",
    "wrong types": b"---\nname: [a, {b: c}]\ntitle: {a: b}\ndate: [x]\nminutes: many\n"
    b"aliases: {a: b}\naway: [soon, {}]\nareas: 1\nby: {}\nnote_takers: nobody\n"
    b"present: {x: y}\nstatus: [open]\nskills: {}\nseries: 3\n---\n",
    "conflict": b"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n",
    "huge": b"---\nname: x\n---\n" + b"x" * (1 << 21),
    "huge front matter": b"---\nname: x\n#" + b"x" * 70000 + b"\n---\n",
    "long line": b"---\nname: x\n---\n| " + b"a | " * 20000 + b"\n| --- |\n",
    "escapes": b'---\nname: "\\e[31m"\ntitle: "\\e]0;x\\a"\n---\n\n'
    b"# \x1b[2J\n- [ ] @ana \x1b]8;;x\x07\n",
    "empty": b"",
    "BOM": b"\xef\xbb\xbf---\r\nname: Zed\r\n---\r\n",
    "odd ends": "---\nname: Zed\u2028x\x0cy\x85\n---\n- [ ] @ana x\u2028y\x0c\n".encode(),
    "only fences": b"---\n---",
    "unknown people": b"---\nname: Zed\nby: nobody\nfacilitator: '@ghost'\nnote_takers: [ghost]\n"
    b"present: [ghost]\nspeakers: [ghost]\nowner: ghost\n---\n- [ ] @ghost do (due:: 2026-99-99)\n",
}
KINDS = ("people/zed.md", "topics/2026-11-20-zed-x.md", "agendas/2026-12-04-friday.md",
         "notes/2026-11-27-friday.md", "skills/ana.md", "solutions/maps.md",
         "templates/topic.md")  # fmt: skip


@pytest.fixture
def rich(small: Folder) -> Folder:
    """The small team with one of everything."""
    small.write(
        {
            "skills/catalog.yml": "skills:\n  postgis: {title: PostGIS}\n",
            "notes/2026-11-20-friday.md": "---\ndate: 2026-11-20\nseries: friday\n---\n- Key: x\n",
        }
    )
    small.commit()
    return small


@pytest.mark.parametrize("bad", HOSTILE)
def test_no_file_stops_or_breaks_what_does_not_need_it(rich: Folder, bad: str) -> None:
    for kind in KINDS:
        rich.write({kind: ""})
        (rich.path / kind).write_bytes(HOSTILE[bad])

    for command in (*READING, *WRITING):
        result = rich.run(*command)

        sane(result)
        assert "\x1b" not in result.stdout + result.stderr
    for kind in KINDS:
        if kind not in {"agendas/2026-12-04-friday.md", "skills/ana.md", "solutions/maps.md"}:
            assert (rich.path / kind).read_bytes() == HOSTILE[bad]


@pytest.mark.parametrize("bad", ["not UTF-8", "unclosed", "twice", "conflict", "a NUL"])
@pytest.mark.parametrize("kind", KINDS[:-1])
def test_an_unreadable_file_is_skipped_and_named_once(rich: Folder, kind: str, bad: str) -> None:
    rich.write({kind: ""})
    (rich.path / kind).write_bytes(HOSTILE[bad])
    listing = {"people": "people", "topics": "topics", "agendas": "agenda", "notes": "notes",
               "skills": "skills", "solutions": "solutions"}  # fmt: skip

    result = rich.run(listing[kind.split("/", maxsplit=1)[0]], "list")

    assert result.status == 0
    assert [line for line in result.stderr.split("\n") if kind in line] == [
        line for line in result.stderr.split("\n") if line.startswith("skipped ")
    ]
    assert result.stderr.count(f"skipped {kind}") == 1


SOME = ((), READING[2], READING[10], READING[13], WRITING[1], WRITING[2], WRITING[6], WRITING[8])


@pytest.mark.parametrize("bad", HOSTILE)
@pytest.mark.parametrize("path", ["teamkit.yml", "skills/catalog.yml"])
def test_bad_settings_are_refused_or_read(rich: Folder, path: str, bad: str) -> None:
    data = HOSTILE[bad].removeprefix(b"---\n").removesuffix(b"---\n")
    (rich.path / path).write_bytes(data)

    for command in SOME:
        sane(rich.run(*command))
    assert (rich.path / path).read_bytes() == data


SETTINGS_LINES = [
    "root: ../out", "root: /etc", "root: .git", "root: people/ana.md", "folders: {topics: ../x}",
    "folders: {topics: people/ana.md}", "folders: {topics: .git/hooks}", "folders: 3",
    "timezone: ../../etc/passwd", "timezone: Nowhere/Land", "timezone: ''", "areas: {}",
    "commit: perhaps", "format: many", "format: 99999999999999999999", "name: [x]", "name: ''",
    "front_matter: {topics: {title: Ours, by: [x]}}", "roles: [ana]",
]  # fmt: skip
SERIES = [
    "rule: NONSENSE", "rule: FREQ=SECONDLY", "rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "rule: FREQ=WEEKLY;BYDAY=FR;UNTIL=20200101", "rule: FREQ=DAILY;INTERVAL=0",
    "rule: FREQ=WEEKLY;COUNT=3", "rule: [x]", "minutes: -5", "minutes: 0", "minutes: x",
    "note_taker_seats: 99", "note_taker_seats: 0", "facilitator: ghost", "facilitator: [x]",
    "rounds: x", "rounds: [1, [2], {minutes: x}]", "areas: [nowhere]", "start: whenever",
    "first: never", "replaces: [ghost, friday]", "rule: FREQ=WEEKLY;BYDAY=FR;DTSTART=x",
]  # fmt: skip


@pytest.mark.parametrize("line", SETTINGS_LINES)
def test_a_bad_setting_stops_nothing_outside_the_team(rich: Folder, line: str) -> None:
    key = line.split(":", maxsplit=1)[0]
    kept = [one for one in SETTINGS.split("\n") if not one.startswith(f"{key}:")]
    rich.write({"teamkit.yml": line + "\n" + "\n".join(kept)})
    outside = sorted(rich.path.parent.iterdir())
    hooks = sorted((rich.path / ".git/hooks").iterdir())

    for command in SOME:
        sane(rich.run(*command))
    assert sorted(rich.path.parent.iterdir()) == outside
    assert sorted((rich.path / ".git/hooks").iterdir()) == hooks


@pytest.mark.parametrize("line", SERIES)
def test_a_bad_series_is_refused_or_made_do_with(rich: Folder, line: str) -> None:
    key = line.split(":", maxsplit=1)[0]
    kept = [one for one in SETTINGS.split("\n") if not one.startswith(f"    {key}:")]
    text = "\n".join(kept).replace("  friday:\n", f"  friday:\n    {line}\n")
    rich.write({"teamkit.yml": text})

    for command in ((), ("notes", "rotate"), ("agenda", "new"), WRITING[2], ("check",)):
        sane(rich.run(*command))


# ---- what is typed --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "status", "path"),
    [
        ("...", 2, None),
        ("💥💥", 2, None),
        ("", 2, None),
        ("\n", 2, None),
        ("x" * 300, 0, "x" * 60),
        ("Über 💥 den Fluß", 0, "uber-den-fluss"),
        ("../../etc/passwd", 0, "etc-passwd"),
        ("con", 0, "con-page"),
        ("$title ${x} %s {y}", 0, "title-x-s-y"),
        ("--- # <!-- teamkit:end -->", 0, "teamkit-end"),
        ("no", 0, "no"),
        ("12:30", 0, "12-30"),
        ("\x1b[31mred", 0, "31mred"),
        ("a\u202eb\u2028c", 0, "ab-c"),
    ],
)
def test_any_title_names_a_plain_file_or_is_refused(
    small: Folder, title: str, status: int, path: str | None
) -> None:
    result = small.run("agenda", "add", "--", title)

    sane(result)
    assert result.status == status
    if path is None:
        assert small.status() == ""
        return
    assert (result.stdout, small.status()) == (f"topics/2026-12-01-ana-{path}.md\n", "")
    listed = json.loads(small.run("topics", "list", "--json").stdout)["items"]
    assert [topic["title"] for topic in listed] == [one_line(" ".join(title.split()))]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60))
@example("\ufeff")
@example("|" * 20)
@example("[x](y) | `z`\\")
def test_no_title_breaks_what_reads_it(small: Folder, title: str) -> None:
    for command in (
        ("agenda", "add", "--no-commit", "--", title),
        ("solutions", "add", "--no-commit", "--", title),
        ("agenda", "new", "friday", "--no-commit"),
        ("people", "show", title or "x"),
        ("solutions", "for", "--", title),
        ("check",),
    ):
        sane(small.run(*command))


def test_half_a_character_is_refused(small: Folder) -> None:
    for command in (
        ("agenda", "add", "caf\udce9"),
        ("solutions", "add", "caf\udce9"),
        ("people", "add", "dani", "--name", "D\udce9"),
        ("people", "show", "\udce9"),
        ("agenda", "new", "\udce9"),
        ("skills", "who-knows", "\udce9"),
        ("save", "\udce9"),
        ("-C", "\udce9", "agenda", "list"),
    ):
        result = small.shell(*command)

        sane(result)
        assert result.status in {2, 3}
    assert small.status() == ""


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("--bogus",), "No such option: --bogus"),
        (("bogus",), "No such command 'bogus'"),
        (("agenda",), "Missing command"),
        (("agenda", "bogus"), "No such command 'bogus'"),
        (("agenda", "add"), "Missing argument"),
        (("agenda", "add", "x", "y"), "unexpected extra argument"),
        (("agenda", "add", "x", "--minutes", "many"), "not a valid int"),
        (("agenda", "add", "x", "--minutes", "9" * 30), "cannot take"),
        (("agenda", "add", "x", "--aim", "win"), "Unknown aim 'win'"),
        (("agenda", "new", "--date"), "requires an argument"),
        (("agenda", "new", "--date", "03/04"), "two different days"),
        (("agenda", "new", "--date", "2026-02-30"), "not a calendar date"),
        (("agenda", "new", "--date", "soon"), "'soon' is not a day"),
        (("people", "away", "ana", "9999-12-31..+1d"), "not a calendar date"),
        (("people", "away", "ana", "2026-12-10..2026-12-01"), "ends before it starts"),
        (("skills", "set", "x", "9"), "not in the range"),
        (("notes", "rotate", "--seats", "0"), "not in the range"),
    ],
    ids=lambda value: words(*value) if isinstance(value, tuple) else "",
)
def test_a_usage_error_is_told_in_three_lines(
    small: Folder, command: tuple[str, ...], said: str
) -> None:
    for options in ((), ("--json",)):
        result = small.run(*options, *command)

        refused(result, 2)
        assert said in result.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("agenda", "add", "x", "--by", "ghost"),
        ("agenda", "new", "ghost"),
        ("notes", "rotate", "--pick", "ghost"),
        ("notes", "rotate", "--except", "ghost"),
        ("notes", "show", "ghost"),
        ("topics", "show", "ghost"),
        ("people", "show", "ghost"),
        ("people", "away", "ghost", "today"),
        ("people", "leave", "ghost"),
        ("skills", "show", "ghost"),
        ("skills", "who-knows", "ghost"),
        ("solutions", "show", "ghost"),
        ("check", "ghost"),
        ("save", "ghost"),
        ("-C", "/ghost", "agenda", "list"),
        ("-C", "teamkit.yml", "agenda", "list"),
    ],
    ids=lambda command: words(*command),
)
def test_what_is_not_there_is_said_so(rich: Folder, command: tuple[str, ...]) -> None:
    for options in ((), ("--json",)):
        refused(rich.run(*options, *command), 3)
    assert rich.status() == ""


@pytest.mark.parametrize("path", ["/etc/passwd", "..", "../../x", "people/../.."])
@pytest.mark.parametrize("word", ["save", "check"])
def test_a_path_outside_of_the_team_is_refused(small: Folder, word: str, path: str) -> None:
    result = small.run(word, path)

    sane(result)
    assert result.status in {2, 3}


@pytest.mark.parametrize("command", [*READING[1:], *WRITING], ids=lambda command: words(*command))
def test_without_a_team_it_says_how_to_get_one(empty: Folder, command: tuple[str, ...]) -> None:
    result = empty.run(*command)

    refused(result, 6)
    assert result.stderr == (
        f"teamkit: No team repository in {empty.path} or above it (no teamkit.yml).\n"
        "  Start one here: teamkit init. Or look at an example: teamkit demo\n"
    )
    assert list(empty.path.iterdir()) == []


@pytest.mark.parametrize(
    "said", ["nonsense", "2026-13-01", " ", "0001-01-01", "9999-12-31", "\x1b"]
)
def test_a_clock_that_says_no_day_is_refused(small: Folder, said: str) -> None:
    for command in ((), ("agenda", "new"), ("people", "away", "ana", "tomorrow")):
        result = small.run(*command, env={"TEAMKIT_TODAY": said})

        refused(result, 2)
        assert "Write it as 2026-12-04" in result.stderr


# ---- the world around -----------------------------------------------------------------------


def shell(folder: Folder, line: str) -> Result:
    """What a shell makes of *line*, in which `teamkit` is ours."""
    bin_ = folder.path / ".git/bin"
    bin_.mkdir(exist_ok=True)
    script = bin_ / "teamkit"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m teamkit "$@"\n')
    script.chmod(0o755)
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=folder.path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PATH": f"{bin_}:{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "command", ["people list", "people list --json", "--help", "agenda --help", "--version",
                "agenda new", "agenda add Title --dry-run"],
)  # fmt: skip
def test_a_closed_pipe_is_no_error_of_ours(small: Folder, command: str) -> None:
    result = shell(small, f"teamkit {command} 2>said | true; echo ${{PIPESTATUS[0]}}; cat said")

    assert result.stdout.split("\n")[0] == "141"
    assert "Traceback" not in result.stdout
    assert "Exception ignored" not in result.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("command", ["people list", "people list --json", "--help", "--version"])
def test_a_full_disk_is_said(small: Folder, command: str) -> None:
    result = shell(small, f"teamkit {command} > /dev/full")

    assert result == Result(
        4, "", "teamkit: Cannot write: no space left on device.\n  the output\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize(("command", "status"), [("agenda show", 3), ("--bogus", 2), ("save", 4)])
def test_a_full_stderr_keeps_the_status(small: Folder, command: str, status: int) -> None:
    assert shell(small, f"teamkit {command} 2> /dev/full").status == status


def test_a_full_disk_after_the_commit_loses_nothing(small: Folder) -> None:
    result = shell(small, "teamkit agenda add Title > /dev/full")

    assert (result.status, small.log(), small.status()) == (4, ["Bring a topic: Title"], "")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_coped_with(small: Folder, closed: str) -> None:
    added = shell(small, f"teamkit agenda add Title {closed}")
    listed = shell(small, f"teamkit people list {closed}")
    told = shell(small, f"teamkit --version {closed}; teamkit --help {closed}")
    missing = shell(small, f"teamkit agenda show {closed}")

    assert [added.status, listed.status, told.status, missing.status] == [0, 0, 0, 3]
    assert "Traceback" not in added.stderr + listed.stderr + told.stderr
    assert (small.log(), small.status()) == (["Bring a topic: Title"], "")
    assert small.read("topics/2026-12-01-ana-title.md").startswith("---\ntitle: Title\n")


def test_without_stdin_nobody_is_asked(empty: Folder) -> None:
    empty.git("init", "--quiet")

    result = shell(empty, "teamkit init <&-")

    assert (result.status, result.stdout) == (0, "teamkit.yml\n")


def test_a_folder_that_is_gone_is_said(small: Folder) -> None:
    gone = f"mkdir gone; cd gone; rmdir ../gone; exec '{sys.executable}' -m teamkit"

    result = shell(small, f"{gone} agenda list")
    there = shell(small, f"{gone} -C '{small.path}' people list")

    told = "teamkit: The folder you are in is gone.\n  cd somewhere else\n"
    assert (result.status, result.stdout) == (3, "")
    assert result.stderr.endswith(told)
    assert "Traceback" not in result.stderr
    assert (there.status, there.stdout.count("\n")) == (0, 3)


@pytest.mark.parametrize(
    "language", ["LANG=C", "LC_ALL=C", "LC_ALL=POSIX", "PYTHONIOENCODING=ascii"]
)
def test_any_language_of_the_machine_will_do(small: Folder, language: str) -> None:
    added = shell(small, f"{language} teamkit agenda add 'Über den Fluß 💥'")
    listed = shell(small, f"{language} teamkit topics list")
    refused_ = shell(small, f"{language} teamkit people show Łukasz")

    assert [added.status, listed.status, refused_.status] == [0, 0, 3]
    assert "ber den Flu" in listed.stdout
    assert "Über den Fluß 💥" in small.read("topics/2026-12-01-ana-uber-den-fluss.md")
    assert small.log() == ["Bring a topic: Über den Fluß 💥"]


def test_a_program_gets_nothing_on_stdout_after_a_failure(small: Folder) -> None:
    for command in (
        ("agenda", "show"),
        ("people", "show", "x"),
        ("agenda", "new", "x"),
        ("--bogus",),
    ):
        result = small.run("--json", *command)

        sane(result)
        assert (result.status > 1, result.stdout) == (True, "")


def test_variables_that_lead_git_elsewhere_do_not(
    small: Folder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Folder(tmp_path_factory.mktemp("other"))
    other.git("init", "--quiet")

    result = small.shell(
        "agenda", "add", "Title",
        env={"GIT_DIR": str(other.path / ".git"), "GIT_WORK_TREE": str(other.path),
             "GIT_INDEX_FILE": str(other.path / "index")},
    )  # fmt: skip

    assert (result.status, small.log(), small.status()) == (0, ["Bring a topic: Title"], "")


def test_a_missing_git_is_said(small: Folder) -> None:
    result = small.shell("agenda", "add", "Title", "--by", "ana", env={"PATH": "/nonexistent"})

    refused(result, 7)
    assert "Git is not installed" in result.stderr
    assert not (small.path / "topics").exists()
