"""The demo is what its generator makes, and it is a sound repository."""

import hashlib
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from string import Template

import frontmatter
import pytest
from ruamel.yaml import YAML

from tests.data.demo_calendar import is_away, year
from tests.data.demo_format import TEMPLATES
from tests.data.demo_people import PEOPLE
from tests.data.make_demo import EXAMPLES, examples

FILES = examples()
PAGES = {path: text for path, text in FILES.items() if path.endswith(".md")}
NOTES = {path: text for path, text in PAGES.items() if path.startswith("demo/notes/")}
AGENDAS = {path: text for path, text in PAGES.items() if path.startswith("demo/agendas/")}
HANDLES = {person.handle for person in PEOPLE}

#: Names and values for the settings that `teamkit init` fills in.
SETTINGS = {
    "name": "Harbour team",
    "timezone": "Europe/Madrid",
    "root_line": "root: .",
    "areas": "backend, frontend",
    "series": "friday",
    "day": "FR",
    "start": "13:00",
    "minutes": "60",
    "input_by": "Thu 18:00",
    "front_matter": "front_matter:\n  notes: {layout: default, parent: Meeting notes}",
}


def front_matter(text: str) -> dict[str, object]:
    meta: dict[str, object] = frontmatter.loads(text).metadata
    return meta


def body(text: str) -> str:
    return text.split("\n---\n", 1)[-1]


def test_examples_are_what_the_generator_makes() -> None:
    on_disk = {
        path.relative_to(EXAMPLES).as_posix(): path.read_bytes().decode()
        for path in EXAMPLES.rglob("*")
        if path.is_file()
    }

    assert on_disk == FILES


def test_the_demo_stays_small() -> None:
    size = sum(len(text.encode()) for text in FILES.values())

    assert size < 400_000


@pytest.mark.parametrize("path", sorted(set(PAGES) - {"demo/README.md"}))
def test_both_yaml_readers_read_the_same_front_matter(path: str) -> None:
    block = PAGES[path].split("---\n")[1]

    meta = front_matter(PAGES[path])

    assert meta == YAML(typ="safe").load(block)
    assert 1 <= len(meta) <= 12
    assert PAGES[path].startswith("---\n")
    assert PAGES[path].endswith("\n")
    assert not PAGES[path].endswith("\n\n")


@pytest.mark.parametrize("path", sorted(PAGES))
def test_relative_links_lead_somewhere(path: str) -> None:
    folder = (EXAMPLES / path).parent
    links = re.findall(r"\]\(([^)#]+)\)", PAGES[path]) + re.findall(r'- "(\.\./.*)"', PAGES[path])

    broken = [link for link in links if not (folder / link).exists()]

    assert broken == []


@pytest.mark.parametrize("path", sorted(PAGES))
def test_rows_are_as_wide_as_their_header_with_a_blank_line_before(path: str) -> None:
    lines = PAGES[path].split("\n")
    width = 0

    for before, line in zip(["", *lines], lines, strict=False):
        if line.startswith("|"):
            if not before.startswith("|"):
                assert before == ""
                width = line.count("|")
            assert line.count("|") == width, line
        if line.startswith("- "):
            assert before == "" or before.startswith("- ")


@pytest.mark.parametrize("path", sorted(FILES))
def test_nobody_else_is_in_it_and_nobody_has_an_address(path: str) -> None:
    assert set(re.findall(r"@(\w+)", FILES[path])) <= HANDLES
    assert re.findall(r"\w@\w", FILES[path]) == []


def test_meetings_are_on_fridays_and_the_joint_one_on_the_last_of_the_month() -> None:
    meetings = year()

    assert [meeting.day for meeting in meetings] == [
        date(2025, 11, 21) + timedelta(weeks=week) for week in range(53)
    ]
    for meeting in meetings:
        is_last = (meeting.day + timedelta(weeks=1)).month != meeting.day.month
        assert meeting.series == ("joint" if is_last else "friday")
    assert len(NOTES) == 51
    assert len(AGENDAS) == 53


@pytest.mark.parametrize("path", sorted(NOTES))
def test_only_people_who_were_there_lead_write_and_speak(path: str) -> None:
    meta = front_matter(NOTES[path])
    present, regrets = set(meta["present"]), set(meta.get("regrets", ()))  # type: ignore[call-overload]  # front matter has no types
    said = re.findall(r"^- [A-Z]\w+(?: \(strong\))?((?: @\w+)+)", NOTES[path], re.MULTILINE)
    speakers = {handle for handles in said for handle in re.findall(r"\w+", handles)}

    assert speakers <= present
    assert {meta["facilitator"], *meta["note_takers"]} <= present  # type: ignore[misc]  # front matter has no types
    assert present.isdisjoint(regrets)
    assert [one for one in present if is_away(one, meta["date"])] == []  # type: ignore[arg-type]  # front matter has no types


def test_nothing_is_said_twice() -> None:
    lines = [
        re.sub(r"  \(due.*", "", line)
        for text in NOTES.values()
        for line in text.split("\n")
        if line.startswith("- ") and len(line) > 12
    ]

    assert [line for line, times in Counter(lines).items() if times > 1] == []
    assert len(lines) > 450


def test_generated_blocks_carry_their_checksum() -> None:
    blocks = [
        found
        for text in AGENDAS.values()
        for found in re.findall(
            r"<!-- teamkit:begin \w+ sum=(\w+) -->\n(.*?)<!-- teamkit:end -->", text, re.DOTALL
        )
    ]

    assert len(blocks) == 4 * 53
    for checksum, content in blocks:
        assert checksum == hashlib.sha256(content.strip("\n").encode()).hexdigest()[:4]


def test_most_actions_are_done_and_a_few_wait() -> None:
    tasks = re.findall(r"^- \[(.)\] (.*)$", "\n".join(NOTES.values()), re.MULTILINE)

    waiting = [words for box, words in tasks if box == " "]
    assert 85 <= len(tasks) <= 100
    assert waiting == [
        (
            "@goran Describe the switch to the second region for somebody who is new"
            "  (due:: 2026-10-16)"
        ),
        "@dani Draft the shared style with variables for the colours  (due:: 2026-11-06)",
        "Find a larger room for the joint meeting",
        "@ana @hana Draw the way of one tide request through the four caches  (due:: 2026-12-11)",
        "@ben Write down which columns would have to be changed, and how  (due:: 2026-11-27)",
        "@ana Measure the tile service from outside and show it on the board  (due:: 2026-12-11)",
        (
            "@carla Write the promise in words that the client and we can both read"
            "  (due:: 2026-12-11)"
        ),
    ]
    assert len([words for _, words in tasks if words.startswith("~~")]) == 1


def test_the_last_agenda_names_the_two_open_objections() -> None:
    last = AGENDAS["demo/agendas/2026-11-20-friday.md"].partition("## Open objections")[2]

    assert re.findall(r"^- @(\w+) on (.*?): ", last, re.MULTILINE) == [
        ("fay", "One language for map styles"),
        ("carla", "Preview databases with anonymised data"),
    ]


def test_ben_took_notes_less_often_than_everybody_else_of_the_year() -> None:
    turns = Counter(meeting.takers for meeting in year() if meeting.takers)

    others = [turns[handle] for handle in HANDLES - {"ben", "hana", "eli"}]
    assert turns["ben"] == 2
    assert min(others) >= 6
    assert max(others) <= 9


def test_history_has_each_path_once_oldest_first() -> None:
    rows = [line.split("\t") for line in FILES["history.tsv"].strip("\n").split("\n")]

    paths = [path for row in rows for path in row[3].split(" ")]
    assert sorted(paths) == sorted(
        path.removeprefix("demo/") for path in FILES if path.startswith("demo/")
    )
    assert {row[1] for row in rows} == HANDLES
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert "teamkit.yml skills/catalog.yml" in rows[0][3].replace("README.md ", "")


def test_the_skills_in_front_matter_are_in_the_catalog() -> None:
    catalog = YAML(typ="safe").load(FILES["demo/skills/catalog.yml"])["skills"]
    named = {
        skill
        for text in PAGES.values()
        for skill in front_matter(text).get("skills", ())  # type: ignore[attr-defined]  # front matter has no types
    }

    assert named <= set(catalog)
    assert {need for skill in catalog.values() for need in skill.get("needs", ())} <= set(catalog)


def test_the_settings_template_is_yaml_as_the_formats_say() -> None:
    text = Template((TEMPLATES / "teamkit.yml").read_text(encoding="utf-8")).substitute(SETTINGS)

    settings = YAML(typ="safe").load(text)

    assert list(settings) == [
        "format", "name", "timezone", "root", "areas", "commit", "series", "front_matter",
    ]  # fmt: skip
    assert settings["areas"] == ["backend", "frontend"]
    assert settings["series"]["friday"]["rule"] == "FREQ=WEEKLY;BYDAY=FR"
    assert settings["series"]["friday"]["start"] == "13:00"
    assert [one["name"] for one in settings["series"]["friday"]["rounds"]] == [
        "Wins", "Frustrations", "Learnings", "Pairing",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("agenda.md", {"heading", "plan", "actions", "objections", "returning"}),
        ("notes.md", {"heading", "sections"}),
        ("topic.md", {"title", "body"}),
        ("solution.md", {"title", "solutions", "body"}),
        ("person.md", {"name", "body"}),
        ("skills.md", {"name", "table"}),
        ("catalog.yml", set()),
        ("teamkit.yml", set(SETTINGS)),
    ],
)
def test_a_template_asks_for_these_names(name: str, known: set[str]) -> None:
    template = Template(Path(TEMPLATES / name).read_text(encoding="utf-8"))

    assert set(template.get_identifiers()) == known
