"""Lines for the notes from outside the meeting."""

import json

import pytest

from tests.conftest import SETTINGS, Folder

NOTES = "notes/2026-11-27-friday.md"
ROUNDS = SETTINGS.replace(
    "label: Win}", "label: Win}\n      - {name: Learnings, minutes: 5, label: TIL}"
)
BODY = "## Wins\n\n## Learnings\n\n## Tiles\n\n## Cake\n"


@pytest.fixture
def noted(small: Folder) -> Folder:
    small.write({"teamkit.yml": ROUNDS, NOTES: BODY})
    small.commit("Notes")
    return small


def added(folder: Folder, *args: str, stdin: str | None = None) -> str:
    result = folder.run("notes", "add", *args, stdin=stdin)
    assert result.status == 0, result.stderr
    return folder.read(NOTES)


def test_a_line_is_written_and_said_back_and_not_committed(noted: Folder) -> None:
    result = noted.run("notes", "add", "d:", "only", "webp", "--json")

    assert json.loads(result.stdout) == {
        "schema": 2,
        "kind": "notes.add",
        "path": NOTES,
        "items": [
            {"heading": "Tiles", "label": "decision", "people": [], "text": "- Decision: only webp"}
        ],
    }
    assert f"Into {NOTES}.\n" in result.stderr
    assert noted.log() == ["Notes"]
    assert noted.status() == f" M {NOTES}\n"


def test_a_line_goes_to_its_round_else_to_the_last_topic_talked_about(noted: Folder) -> None:
    added(noted, "d: first topic while nothing is said")
    added(noted, "TIL @ben: learnt")
    added(noted, "--under", "cak", "k cake")

    assert added(noted, "d: yes") == (
        "## Wins\n\n## Learnings\n\n- TIL @ben: learnt\n\n## Tiles\n\n"
        "- Decision: first topic while nothing is said\n\n## Cake\n\n- Key: cake\n- Decision: yes\n"
    )


def test_notes_without_topics_get_a_heading_for_the_rest(noted: Folder) -> None:
    noted.write({NOTES: "## Wins\n"})

    assert added(noted, "d: yes") == "## Wins\n\n## Any other business\n\n- Decision: yes\n"


def test_under_a_round_its_label_is_enough(noted: Folder) -> None:
    assert "- Win @ben: shipped\n" in added(noted, "--under", "wins", "@ben", "shipped")


def test_many_lines_come_from_stdin_with_their_headings(noted: Folder) -> None:
    typed = "\ufeffd: first\r\n\r\n## wins\n@ben shipped\n## New  one\nk key\n"

    assert added(noted, "-", "--under", "Cake", stdin=typed) == (
        "## Wins\n\n- Win @ben: shipped\n\n## Learnings\n\n## Tiles\n\n## Cake\n\n"
        "- Decision: first\n\n## New one\n\n- Key: key\n"
    )


def test_one_bad_line_and_nothing_is_written_and_nothing_is_lost(noted: Folder) -> None:
    result = noted.run("notes", "add", "-", stdin="d yes\n\nhello\na @zoe x\n")

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr == (
        "line 1: fine, under Tiles: - Decision: yes\n"
        "line 3: 'hello' is not understood here. Type d TEXT, a @WHO TEXT [DAY], "
        "s|s!|o|o!|ans|w @WHO TEXT, k|q|c|p TEXT or t 4/1/1\n"
        "line 4: There is no person 'zoe'. See: teamkit people list\n"
        "teamkit: 2 of 3 lines cannot be read; nothing was written.\n"
        "  The grammar: notes add --help\n"
    )
    assert noted.status() == ""


def test_no_line_at_all_is_refused(noted: Folder) -> None:
    result = noted.run("notes", "add", "-", stdin="\n## A\n")

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr.startswith("teamkit: No line was typed; nothing was written.\n")


def test_todays_notes_come_first_and_are_started(noted: Folder) -> None:
    friday = {"TEAMKIT_TODAY": "2026-12-04"}

    first = noted.run("notes", "add", "--under", "wins", "@ben x", env=friday)
    second = noted.run("notes", "add", "--under", "wins", "@ana y", env=friday)

    assert "notes/2026-12-04-friday.md, which this started.\n" in first.stderr
    assert "which this started" not in second.stderr
    assert "## Wins\n\n- Win @ben: x\n- Win @ana: y\n" in noted.read("notes/2026-12-04-friday.md")
    assert noted.read(NOTES) == BODY


@pytest.mark.parametrize(
    ("args", "today", "status", "said"),
    [
        ((), "2026-12-07", 3, "Pick one: --date 2026-11-27"),
        (("--series", "fri"), "2026-12-07", 3, "Pick one: --date 2026-11-27"),
        (
            ("--date", "2026-12-02"),
            "2026-12-01",
            3,
            "Start them: teamkit notes new --date 2026-12-02",
        ),
        (("--series", "joint"), "2026-12-01", 3, "The series are: friday"),
        (("--under", "tilez"), "2026-12-01", 3, "Did you mean: Tiles?"),
    ],
)  # fmt: skip
def test_notes_that_are_not_there_are_refused_with_the_way_out(
    noted: Folder, args: tuple[str, ...], today: str, status: int, said: str
) -> None:
    result = noted.run("notes", "add", *args, "d: yes", env={"TEAMKIT_TODAY": today})

    assert (result.status, result.stdout) == (status, "")
    assert result.stderr.endswith(f"  {said}\n")
    assert noted.status() == ""


def test_two_meetings_on_one_day_have_to_be_told_apart(noted: Folder) -> None:
    noted.write({"notes/2026-11-27-joint.md": BODY})

    result = noted.run("notes", "add", "--date", "2026-11-27", "d: yes")

    assert (result.status, result.stdout) == (2, "")
    assert "friday, joint" in result.stderr


def test_a_rehearsal_writes_nothing(noted: Folder) -> None:
    result = noted.run("notes", "add", "d: yes", "--dry-run")

    assert "+- Decision: yes\n" in result.stdout
    assert noted.status() == ""


def test_one_line_is_refused_in_its_own_words(noted: Folder) -> None:
    result = noted.run("notes", "add", "hello")

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr.startswith("teamkit: 'hello' is not understood here.\n")


def test_two_series_that_meet_today_have_to_be_told_apart(noted: Folder) -> None:
    noted.write({"teamkit.yml": f"{ROUNDS}  other:\n    rule: FREQ=WEEKLY;BYDAY=FR\n"})

    result = noted.run("notes", "add", "d: yes", env={"TEAMKIT_TODAY": "2026-12-04"})

    assert result.status == 2
    assert "friday, other" in result.stderr
