"""teamkit.yml as settings, and as findings where it cannot be read."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.config import Config, Round, Series, StandingItem, read_config
from teamkit.config.parts import is_part, is_slug
from teamkit.errors import BadDocumentError
from teamkit.facts import Finding
from tests.conftest import SETTINGS, Folder

LEAST = "format: 1\nname: Team\ntimezone: Europe/Madrid\n"
FULL = """\
# Ours.
format: 1
name: Backend team
timezone: Europe/Madrid
root: _docs/
areas: [backend, frontend]
roles: {knowledge: ['@ana'], capacity: carla}
folders: {notes: meeting-notes, talks: .}
commit: false
forge: GitLab
reviews_a_week: 3
stale_after: 6 months
series:
  friday:
    title: Weekly meeting
    rule: FREQ=WEEKLY;BYDAY=FR
    first: 2026-01-09
    start: "12:30"
    minutes: 45
    areas: [backend]
    note_taker_seats: 2
    facilitator: '@ben'
    rounds:
      - {name: Wins, minutes: 8, label: Win, prompt: What went well?}
      - Learnings
      - {minutes: 3}
    replaces: [daily]
    balance: true
    note_taker_parts: [rounds, topics]
    timekeeper: rotate
    standing:
      - {title: Cloud costs, minutes: 5, when: First  meeting of the month, owner: '@ben'}
      - {title: Numbers, until: 2026-12-31}
      - Who is away
    input_by: Thu 18:00
front_matter:
  notes: {layout: default, parent: Meeting notes}
"""


def findings(lines: str) -> list[tuple[int, str, str]]:
    """(line, message, hint) for the least settings and *lines* below them."""
    return [(f.line, f.message, f.hint) for f in read_config(LEAST + lines).findings]


def test_everything_said_is_read() -> None:
    assert read_config(FULL) == Config(
        name="Backend team",
        timezone="Europe/Madrid",
        format=1,
        root="_docs",
        areas=("backend", "frontend"),
        roles={"knowledge": ("ana",), "capacity": ("carla",)},
        folders={"notes": "meeting-notes"},
        commit=False,
        forge="gitlab",
        reviews_a_week=3,
        stale_after="6 months",
        series={
            "friday": Series(
                slug="friday",
                title="Weekly meeting",
                rule="FREQ=WEEKLY;BYDAY=FR",
                first=date(2026, 1, 9),
                start="12:30",
                minutes=45,
                areas=("backend",),
                note_taker_seats=2,
                note_taker_parts=("rounds", "topics"),
                facilitator="ben",
                timekeeper="rotate",
                rounds=(
                    Round("Wins", 8, "Win", "What went well?"),
                    Round("Learnings", 5, "Learnings"),
                    Round("Round", 3, "Round"),
                ),
                standing=(
                    StandingItem("Cloud costs", 5, "first meeting of the month", "ben"),
                    StandingItem("Numbers", until=date(2026, 12, 31)),
                    StandingItem("Who is away"),
                ),
                balance=True,
                input_by="Thu 18:00",
                replaces=("daily",),
            )
        },
        front_matter={"notes": {"layout": "default", "parent": "Meeting notes"}},
        findings=(),
    )


def test_what_is_not_said_has_its_usual_value() -> None:
    assert read_config(f"{LEAST}series:\n  friday: {{rule: FREQ=DAILY}}\n") == Config(
        name="Team",
        timezone="Europe/Madrid",
        series={"friday": Series(slug="friday", title="friday", rule="FREQ=DAILY")},
    )


def test_what_is_required_is_missed() -> None:
    assert read_config("areas: [backend]\n").findings == tuple(
        Finding("teamkit.yml", 0, f"'{key}' is missing", rule="settings")
        for key in ("format", "name", "timezone")
    )


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("arias: [a]\n", (4, "unknown setting 'arias', ignored", "did you mean areas?")),
        ("xyzzy: 1\n", (4, "unknown setting 'xyzzy', ignored", "")),
        (
            "series:\n  fri: {rule: FREQ=DAILY, minuts: 5}\n",
            (4, "unknown setting 'series.fri.minuts', ignored", "did you mean series.fri.minutes?"),
        ),
        (
            "folders: {note: x}\n",
            (4, "unknown setting 'folders.note', ignored", "did you mean folders.notes?"),
        ),
    ],
)
def test_an_unknown_setting_is_ignored_and_found(lines: str, found: tuple[int, str, str]) -> None:
    assert findings(lines) == [found]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("areas: {a: b}\n", "'areas' should be a list"),
        ("roles: [ana]\n", "'roles' should be a mapping"),
        ("stale_after: soon\n", "'stale_after' should be a span, not 'soon'"),
        ("commit: maybe\n", "'commit' should be true or false, not 'maybe'"),
        ("series: [friday]\n", "'series' should be a mapping"),
        ("series:\n  fri: {rule: D, first: soon}\n", "'first' should be a day, not 'soon'"),
        ("series:\n  fri: {rule: D, title: [a]}\n", "'title' should be one word or sentence"),
        ("series:\n  fri: {title: Fri}\n", "series 'fri' has no rule"),
        ("series:\n  fri: weekly\n", "series 'fri' has no rule"),
    ],
)
def test_what_has_another_type_is_found_at_its_line(lines: str, message: str) -> None:
    assert [(line, said) for line, said, _ in findings(lines)] == [(4, message)]


@pytest.mark.parametrize("number", ["long", "-5", "100000", "1.5", "٣"])
def test_a_number_of_minutes_is_whole_and_short(number: str) -> None:
    assert findings(f"series:\n  fri: {{rule: D, minutes: {number}}}\n") == [
        (4, f"'minutes' should be a whole number, not '{number}'", "taken as 60")
    ]


@pytest.mark.parametrize(
    "folder",
    ["../elsewhere", "a/../../b", "/etc", "~/x", ".git/hooks", "a//b", "a\\b", ".GIT/hooks",
     "a/.Git", ".git./x", "'.git :x'", "GIT~1", "...", "'. .'", '"a\\x07b"', '".g\\u200cit"'],
)  # fmt: skip
@pytest.mark.parametrize(
    ("key", "lines"), [("root", "root: {}\n"), ("notes", "folders: {{notes: {}}}\n")]
)
def test_a_folder_never_leads_outside(key: str, lines: str, folder: str) -> None:
    config = read_config(LEAST + lines.format(folder))

    (said,) = yaml.safe_load(f"[{folder}]")
    message = f"'{key}' must be a folder inside the team's folder, not '{said}'"
    assert (config.root, config.folders) == (".", {})
    assert [(f.line, f.message) for f in config.findings] == [(4, message)]


@pytest.mark.parametrize("zone", ["../../etc/passwd", "/etc/localtime", "Europe/./Madrid"])
def test_a_time_zone_is_no_path(zone: str) -> None:
    config = read_config(LEAST.replace("Europe/Madrid", zone))

    assert config.timezone == "UTC"
    assert [f.message for f in config.findings] == [f"'{zone}' is not a time zone"]


def test_a_folder_is_where_it_is_said_to_be() -> None:
    assert read_config(f"{LEAST}root: ./docs/team/\n").root == "docs/team"
    assert read_config(f"{LEAST}root: .\n").root == "."
    assert read_config(f"{LEAST}root: ./.\n").root == "."


def test_settings_that_are_no_mapping_are_refused() -> None:
    with pytest.raises(BadDocumentError):
        read_config("- a\n- b\n")


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            ["name", "timezone", "root", "areas", "roles", "folders", "commit", "series"]
        ),
        st.sampled_from(
            ["x", "[a, b]", "{a: b}", "{a: {b: [c]}}", "1", "", "{fri: {rounds: [[a]]}}"]
        ),
    )
)
def test_no_settings_are_too_odd_to_be_read(values: dict[str, str]) -> None:
    """Whatever stands there, there are settings, and each finding has its line."""
    text = "".join(f"{key}: {value}\n" for key, value in values.items())

    config = read_config(f"format: 1\n{text}")

    assert all(f.path == "teamkit.yml" and f.line <= len(values) + 1 for f in config.findings)


def test_a_newer_format_is_read_but_never_written(small: Folder) -> None:
    small.write({"teamkit.yml": LEAST.replace("format: 1", "format: 2")})
    small.commit()

    reading = small.run("people", "list")
    writing = small.run("people", "add", "dani")

    assert (reading.status, reading.stdout.count("\n")) == (0, 3)
    assert (writing.status, writing.stdout, small.status()) == (4, "", "")
    assert writing.stderr == (
        "teamkit: This repository has format 2; this teamkit writes 1.\n"
        "  teamkit.yml\n"
        "  Upgrade: pip install --upgrade teamkit (or pipx upgrade teamkit)\n"
    )


def test_an_unknown_forge_is_named() -> None:
    assert findings("forge: sourceforge\n") == [
        (4, "unknown forge 'sourceforge'", "one of github, gitlab, gitea")
    ]


BAD_KEYS = [
    "x/../../.git/evil", "y/../../private", "..", ".", ".hidden", "-n", "", "a b", "a\\b", "a:b",
    "con", "Com1", "a\nb", "a\u202eb", "x" * 61, "friday.md", "*",
]  # fmt: skip


@pytest.mark.parametrize("key", BAD_KEYS)
def test_a_series_whose_key_cannot_be_part_of_a_file_name_is_left_out(key: str) -> None:
    lines = f"series:\n  friday: {{rule: D}}\n  {json.dumps(key)}:\n    rule: D\n"

    config = read_config(LEAST + lines)

    assert list(config.series) == ["friday"]
    (found,) = config.findings
    assert (
        found.message == f"the series key '{key}' cannot be part of a file name, so it is left out"
    )
    assert found.hint == "use letters, digits, - and _, at most 60, for instance friday"
    is_as_written = key and json.dumps(key) == f'"{key}"'
    assert found.line == (6 if is_as_written else 4)


@pytest.mark.parametrize("key", ["friday", "Board_2", "reunión", "2027", "x" * 60, "console"])
def test_a_series_may_be_called_in_any_script(key: str) -> None:
    config = read_config(f"{LEAST}series:\n  {json.dumps(key)}: {{rule: D}}\n")

    assert (list(config.series), config.findings) == ([key], ())


@given(st.text())
def test_a_name_that_can_be_part_of_file_names_is_one_plain_part(name: str) -> None:
    if is_slug(name):
        assert is_part(name)
        assert Path(f"a/{name}").resolve() == Path("a").resolve() / name


def test_check_names_the_key_and_nothing_is_written_through_it(small: Folder) -> None:
    bad = '  "x/../../.git/evil":\n    rule: FREQ=WEEKLY;BYDAY=FR\n'
    small.write({"teamkit.yml": SETTINGS + bad, "agendas/2026-12-04-x/k": ""})

    made = small.run("agenda", "new", "x/../../.git/evil")

    assert made.stderr.startswith("teamkit: There is no series 'x/../../.git/evil'.")
    assert "teamkit.yml:14: the series key 'x/../../.git/evil'" in small.run("check").stdout
    assert not (small.path / ".git/evil.md").exists()


def test_a_list_that_is_written_with_commas_is_read_and_found() -> None:
    config = read_config(f"{LEAST}areas: backend, @frontend,\n")

    assert config.areas == ("backend", "frontend")
    assert [(f.line, f.message, f.hint) for f in config.findings] == [
        (4, "'areas' should be a list", "write [backend, @frontend]")
    ]


def test_a_meeting_takes_a_minute_or_more_and_a_series_knows_what_was_misread() -> None:
    settings = "  a: {rule: D, minutes: 0, start: 9.30}\n  b: {rule: D, note_taker_seats: 0}\n"

    config = read_config(f"{LEAST}series:\n{settings}")

    a, b = config.series.values()
    assert [(f.message, f.hint) for f in a.findings] == [
        ("'start' should be a time, not '9.30'", "taken as 13:00"),
        ("'minutes' should be 1 or more, not 0", "taken as 60"),
    ]
    assert (a.findings, b.findings) == (config.findings, ())
    assert (a.minutes, a.start, b.note_taker_seats) == (60, "13:00", 0)
