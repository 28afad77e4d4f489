"""The rules, one belief each, through the action: a small team with one mistake."""

import os
from pathlib import Path

import pytest

from teamkit.check.check import check
from teamkit.team import Team
from tests.conftest import SETTINGS, Folder

CATALOG = """\
skills:
  rust: {title: Rust, aliases: [iron]}
  go: {title: Go, aliases: [golang, iron], needs: [runes]}
"""
NOTES = "notes/2026-11-20-friday.md"


def told(folder: Folder, *paths: str) -> list[str]:
    """Every finding, as a person reads it."""
    return [str(finding) for finding in check(Team.open(folder.path), paths or None)]


def rules(folder: Folder) -> list[tuple[str, int, str, bool]]:
    found = check(Team.open(folder.path))
    return [(one.path, one.line, one.rule, one.is_error) for one in found]


def test_a_sound_team_has_no_findings(small: Folder) -> None:
    assert told(small) == []


def test_the_demo_team_has_no_findings(demo: Folder) -> None:
    assert told(demo) == []


def test_a_file_that_cannot_be_read_is_an_error_with_its_line(small: Folder) -> None:
    small.write({NOTES: "---\ntitle: a\ntitle: b\n---\n"})

    assert told(small) == [
        (
            f"{NOTES}:3: cannot be read: the key 'title' appears twice, first on line 2 "
            "(the file is ignored until it is fixed)"
        )
    ]
    assert rules(small) == [(NOTES, 3, "unreadable", True)]


def test_conflict_markers_are_an_error(small: Folder) -> None:
    small.write({NOTES: "# Notes\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n"})
    assert rules(small) == [(NOTES, 3, "unreadable", True)]


def test_an_unreadable_person_is_named_once(small: Folder) -> None:
    small.write({"people/ben.md": "---\nname: [\n---\n"})

    assert [(path, rule) for path, _, rule, _ in rules(small)] == [("people/ben.md", "unreadable")]


def test_an_unreadable_catalog_is_an_error(small: Folder) -> None:
    small.write({"skills/catalog.yml": "skills: {a: 1, a: 2}\n"})

    assert rules(small) == [("skills/catalog.yml", 1, "unreadable", True)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_file_that_may_not_be_opened_is_an_error(small: Folder) -> None:
    small.write({NOTES: "# Notes\n"})
    (small.path / NOTES).chmod(0)

    assert rules(small) == [(NOTES, 0, "unreadable", True)]


def test_settings_that_were_not_understood_are_findings(small: Folder) -> None:
    small.write({"teamkit.yml": "format: 1\nname: A\ntimezone: Europe/Madird\narea: [b]\n"})

    assert told(small) == [
        "teamkit.yml:3: 'Europe/Madird' is not a time zone (did you mean Europe/Madrid?)",
        "teamkit.yml:4: unknown setting 'area', ignored (did you mean areas?)",
    ]


def test_a_person_without_a_name_and_a_topic_without_a_title_are_errors(small: Folder) -> None:
    small.write({"people/dani.md": "Hello\n", "topics/x.md": "---\nby: ana\n---\n"})

    assert rules(small) == [
        ("people/dani.md", 1, "required", True),
        ("topics/x.md", 1, "required", True),
    ]


@pytest.mark.parametrize(
    ("path", "line", "said"),
    [
        (
            "people/ana.md",
            "joined: soon",
            "'joined' should be a day such as 2026-12-04, not 'soon'",
        ),
        ("people/ana.md", "capacity: 120", "'capacity' should be a percentage from 0 to 100, "),
        ("people/ana.md", "away: [2026-12-24/2026-12-01]", "'away' should be a list of days or "),
        ("people/ana.md", "github: [a, b]", "'github' should be one line of text"),
        ("people/ana.md", "areas: {a: b}", "'areas' should be a list of words"),
        ("people/ana.md", "aliases: [[a]]", "'aliases' should be a list of words"),
        (NOTES, "present: {a: b}", "'present' should be a list of handles"),
        (NOTES, "facilitator: [ana, ben]", "'facilitator' should be a handle"),
    ],
)
def test_a_known_key_with_another_type_is_a_finding(
    small: Folder, path: str, line: str, said: str
) -> None:
    small.write({path: f"---\nname: Ana\n{line}\n---\n"})

    found = told(small)

    assert len(found) == 1
    assert found[0].startswith(f"{path}:3: {said}")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("people/ana.md", 'away: ["2026-12-23/2027-01-06", 2026-12-24]'),
        ("people/ana.md", "areas: backend"),
        ("people/ana.md", "emails:"),
        ("people/ana.md", "tags: {of: the team}"),
        (NOTES, "facilitator: [[ana]]"),
        (NOTES, "note_takers: [[ana]]"),
        (NOTES, 'present: ["@ana", "[[ben]]", Carla]'),
        (NOTES, "date: 2026-11-20T13:00"),
    ],
)
def test_what_people_also_write_is_no_finding(small: Folder, path: str, line: str) -> None:
    small.write({path: f"---\nname: Ana\n{line}\n---\n"})

    assert [one for one in told(small) if "dialect" not in one] == []


def test_a_choice_names_the_words_it_takes(small: Folder) -> None:
    small.write({"topics/x.md": "---\ntitle: X\naim: chat\n---\n"})

    assert told(small) == [
        (
            "topics/x.md:3: 'aim' should be one of share, feedback, decide, help, not 'chat' "
            "(it counts as not written)"
        )
    ]


def test_what_other_readers_take_differently_is_a_finding(small: Folder) -> None:
    small.write({"topics/x.md": "---\ntitle: 12:30\n---\n"})

    assert [one[:3] for one in rules(small)] == [("topics/x.md", 2, "dialect")]


def test_front_matter_that_only_other_tools_see_is_a_finding(small: Folder) -> None:
    small.write({"notes/2026-11-20-friday.md": "\n---\ntitle: x\n---\n"})

    assert [line for line in told(small) if "python-frontmatter" in line] == [
        (
            "notes/2026-11-20-friday.md:1: python-frontmatter reads 'title' here, but teamkit does "
            "not; the first line must be '---' alone, and so must the line after the last key."
        )
    ]


def test_a_name_that_is_nobodys_is_a_finding_wherever_it_stands(small: Folder) -> None:
    text = "---\npresent: [ana, bne]\n---\n\n## A\n\n- Support @crala: yes\n- [ ] @anna Do it\n"
    small.write({NOTES: text, "skills/zoe.md": "# Zoe\n"})

    assert told(small) == [
        f"{NOTES}:2: nobody here is called 'bne' (did you mean ben?)",
        f"{NOTES}:7: nobody here is called 'crala' (did you mean carla?)",
        f"{NOTES}:8: nobody here is called 'anna' (did you mean ana?)",
        "skills/zoe.md: nobody here is called 'zoe' (add them: teamkit people add)",
    ]


def test_names_without_a_handle_are_looked_up_too(small: Folder) -> None:
    small.write(
        {
            "people/cq.md": "---\nname: Carola Quintás\n---\n",
            NOTES: (
                "## A\n\n- Objection Carola Quintas: cost\n- Objection Carola: cost\n"
                "- Action Carola R: call\n- [ ] [[bne]] Do it\n- Win Ben: yes\n"
            ),
        }
    )

    assert told(small) == [
        f"{NOTES}:5: nobody here is called 'Carola R' (did you mean cq?)",
        f"{NOTES}:6: nobody here is called 'bne' (did you mean ben?)",
    ]


def test_somebody_whose_file_cannot_be_read_is_known(small: Folder) -> None:
    small.write(
        {
            "people/ben.md": "---\nname: Ben Ortega\nareas: [\n---\n",
            NOTES: "## A\n\n- Win @ben: a\n- Win Ben Ortega: b\n- [ ] @ben c\n- Win @bne: d\n",
        }
    )

    assert [(path, line, rule) for path, line, rule, _ in rules(small)] == [
        (NOTES, 6, "person"),
        ("people/ben.md", 4, "unreadable"),
    ]


def test_a_label_with_a_typing_error_is_a_finding(small: Folder) -> None:
    settings = small.read("teamkit.yml").replace("label: Win", "label: Mishap")
    small.write(
        {
            "teamkit.yml": settings,
            NOTES: (
                "- Objetion @ben: above any heading\n\n## A\n\n- Objetion @ben: cost\n"
                "- **Decison:** yes\n- Suport (strong) [[ana]]: yes\n- Objecton Ben: no\n"
                "- Acton @ana: call\n- Mihsap @ana: fell\n- Wins @ana: yes\n\n```\n"
                "- Objetion @ben: code\n```\n"
            ),
        }
    )

    assert told(small) == [
        f"{NOTES}:5: looks like 'Objection', not read",
        f"{NOTES}:6: looks like 'Decision', not read",
        f"{NOTES}:7: looks like 'Support', not read",
        f"{NOTES}:8: looks like 'Objection', not read",
        f"{NOTES}:9: looks like 'Action', not read",
        f"{NOTES}:10: looks like 'Mishap', not read",
        f"{NOTES}:11: looks like 'Win', not read",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- Tile: 512 px",
        "- Actions:",
        "- Objections were many",
        "- Objection: cost",
        "- Note: see below",
        "- Mishap: a label of nobody's",
        "Objetion @ben: prose",
        "- @ana: said so",
        "- [ ] Objetion: mend the word",
    ],
)
def test_what_only_resembles_a_label_is_no_finding(small: Folder, line: str) -> None:
    small.write({NOTES: f"## A\n\n{line}\n"})

    assert told(small) == []


def test_a_task_that_names_somebody_without_a_handle_is_a_finding(small: Folder) -> None:
    tasks = (
        "- [ ] Carla Quintás: a\n- [ ] carlota: b\n- [ ] **Carla:** c\n- [ ] Tests: add one\n"
        "- [x] Carla: done\n- [ ] @ben Carla: asks\n- [ ] Ben\n"
    )
    person = "---\nname: Carla Quintás\naliases: [Carlota]\n---\n"
    small.write({"people/carla.md": person, "people/cp.md": "---\nname: Cleo P\n---\n"})
    small.write({NOTES: tasks, "pairing/sessions/2026-11-20-a.md": "- [ ] Cleo: d\n"})

    hint = "(write @carla so that it is theirs)"
    assert [one for one in told(small) if one.startswith("notes")] == [
        f"{NOTES}:1: 'Carla Quintás' is not read as who does it {hint}",
        f"{NOTES}:2: 'carlota' is not read as who does it {hint}",
        f"{NOTES}:3: 'Carla' is not read as who does it {hint}",
    ]


def test_a_due_day_that_is_none_is_a_finding(small: Folder) -> None:
    dues = ("(due:: 03/04)", "📅 2026-99-99", "[due:: soon]", "(due::)", "(due:: 2026-12-04)")
    lines = [f"- [ ] @ana Do it {due}\n" for due in dues]
    small.write({NOTES: f"{''.join(lines)}- [x] @ana Done (due:: soon)\n"})

    assert told(small) == [
        f"{NOTES}:1: '03/04' is not a day (write 2026-12-04)",
        f"{NOTES}:2: '2026-99-99' is not a day (write 2026-12-04)",
        f"{NOTES}:3: 'soon' is not a day (write 2026-12-04)",
    ]


def test_names_in_the_settings_are_looked_up_too(small: Folder) -> None:
    text = small.read("teamkit.yml").replace("facilitator: carla", "facilitator: crala")
    small.write({"teamkit.yml": f"{text}roles: {{capacity: [bne]}}\n"})

    assert told(small) == [
        "teamkit.yml:5: nobody here is called 'crala' (did you mean carla?)",
        "teamkit.yml:14: nobody here is called 'bne' (did you mean ben?)",
    ]


def test_without_people_nobody_is_unknown(empty: Folder) -> None:
    settings = "format: 1\nname: A\ntimezone: UTC\nroles: {knowledge: [ana]}\n"
    empty.write({"teamkit.yml": settings, "skills/ana.md": "# Ana\n"})

    assert told(empty) == []


def test_names_that_mean_two_people_are_findings(small: Folder) -> None:
    small.write(
        {
            "people/ana.md": "---\nname: Ana\naliases: [Ani, ben]\n---\n",
            "people/carla.md": "---\nname: Carla\naliases:\n  - ani\n---\n",
        }
    )

    assert told(small) == [
        "people/ana.md:3: 'Ani' could also mean carla (write another alias)",
        "people/ana.md:3: 'ben' could also mean ben (write another alias)",
        "people/ben.md:2: 'Ben' could also mean ana (write another alias)",
        "people/carla.md:3: 'ani' could also mean ana (write another alias)",
    ]


def test_a_time_in_the_settings_that_nobody_can_read_is_a_finding(small: Folder) -> None:
    def told(input_by: str, when: str) -> list[str]:
        standing = f"    standing:\n      - {{title: Costs, when: {when}}}\n"
        small.write({"teamkit.yml": f"{SETTINGS}    input_by: {input_by}\n{standing}"})
        return small.run("check", "teamkit.yml").stdout.splitlines()

    fine, wrong = told("Thu 18:00", "last meeting of the year"), told("Thorsday", "whenever")

    hint = "every meeting, or for instance: first meeting of the month"
    assert fine == []
    assert wrong == [
        "teamkit.yml:5: 'Thorsday' is not a time for input_by of 'friday' (for instance Thu 18:00)",
        f"teamkit.yml:5: 'whenever' is not a time for 'Costs' ({hint})",
    ]


def test_a_series_that_does_not_exist_is_a_finding(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-fridya.md": "# Notes\n",
            "agendas/2026-11-27-friday.md": "---\nseries: monthly\n---\n",
            "topics/x.md": "---\ntitle: X\nmeeting: 2026-12-04-firday\n---\n",
        }
    )

    assert told(small) == [
        (
            "agendas/2026-11-27-friday.md:2: there is no series 'monthly' "
            "(add it under series: in teamkit.yml)"
        ),
        "notes/2026-11-20-fridya.md: there is no series 'fridya' (did you mean friday?)",
        "topics/x.md:3: there is no series 'firday' (did you mean friday?)",
    ]


def test_a_meeting_that_no_name_places_is_a_finding(small: Folder) -> None:
    small.write(
        {
            "notes/retro.md": "# Retro\n",
            "notes/kick-off.md": "---\ndate: 2026-11-20\nseries: friday\n---\n",
            "notes/2026-11-13-friday.md": "---\ndate: 2026-11-14\n---\n",
        }
    )

    assert told(small) == [
        (
            "notes/2026-11-13-friday.md:2: 'date' says 2026-11-14, the file's name 2026-11-13 "
            "(the key counts)"
        ),
        (
            "notes/retro.md: the file's name does not show which meeting it belongs to "
            "(call it DATE-SERIES.md, for instance 2026-12-04-friday.md)"
        ),
    ]


def test_an_answer_that_closes_nothing_is_a_finding(small: Folder) -> None:
    first = "## Cache\n\n- Objection @ben: cost\n\n## Cap\n\n- Objection @ben: size\n"
    second = (
        "## Other\n\n- Answered @ben: solved\n- Answered @ben: [Cache] cheap\n- Withdrawn: me\n"
    )
    small.write({"notes/2026-11-13-friday.md": first, NOTES: second})

    hint = "(name one person, and the topic in brackets: - Answered @ben: ... [Topic])"
    assert told(small) == [
        f"{NOTES}:3: 'Answered' closes no objection {hint}",
        f"{NOTES}:5: 'Withdrawn' closes no objection {hint}",
    ]


def test_rows_of_skills_that_do_not_count_are_findings(small: Folder) -> None:
    table = (
        "| Skill | Level | Want | Updated |\n| --- | --- | --- | --- |\n| Rust | 9 | more | |\n"
        "| Go | | | 2026 |\n| | 2 | | |\n| Rsut | 2 | lots | 2026-01-01 |\n| iron | 1 | | |\n"
        "|  |  |\n"
    )
    small.write({"skills/catalog.yml": CATALOG.replace("runes", "rust"), "skills/ana.md": table})

    assert [one for one in told(small) if one.startswith("skills/ana.md")] == [
        "skills/ana.md:3: '9' is not a level (write 0 to 4; the row is ignored)",
        "skills/ana.md:4: '2026' is not a day (write 2026-12-04)",
        "skills/ana.md:4: the row has nothing under 'Level' (the row is ignored)",
        "skills/ana.md:5: the row has nothing under 'Skill' (the row is ignored)",
        (
            "skills/ana.md:6: 'lots' is not a value for Want"
            " (write more, keep, less, or leave it empty)"
        ),
        "skills/ana.md:6: the catalog has no skill 'Rsut' (did you mean rust?)",
        "skills/ana.md:7: 'iron' fits several skills: rust, go (write the skill's key)",
    ]


def test_a_catalog_that_contradicts_itself_is_a_finding(small: Folder) -> None:
    small.write({"skills/catalog.yml": CATALOG})

    assert told(small) == [
        (
            "skills/catalog.yml:3: 'go' needs 'runes', which is not a skill here "
            "(add it, or write another key)"
        ),
        "skills/catalog.yml:3: 'iron' means several skills: rust, go (so it is taken for none)",
    ]


def test_skills_of_other_files_are_looked_up(small: Folder) -> None:
    solution = "---\ntitle: Uploads\nskills: [cobol]\n---\n"
    small.write({"skills/catalog.yml": "skills: {go: Go}\n", "solutions/uploads.md": solution})

    assert told(small) == [
        "solutions/uploads.md:3: the catalog has no skill 'cobol' (add it to skills/catalog.yml)"
    ]


def test_a_folder_that_is_a_link_is_a_finding(small: Folder, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (small.path / "notes").symlink_to(outside)

    assert told(small) == [
        "notes: cannot be read: it is a link (Put the real file or folder there)"
    ]


JEKYLL = (
    "_config.yml: Jekyll leaves out pages of _docs/ dated in the future, such as the next agenda"
)


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("title: Site\n", [f"{JEKYLL} (write: future: true)"]),
        ("future: true\n", []),
        ("a: &a 1\nb: *a\n", []),
    ],
)
def test_a_jekyll_collection_needs_its_future(
    small: Folder, config: str, expected: list[str]
) -> None:
    settings = small.read("teamkit.yml")
    small.write({"teamkit.yml": f"{settings}root: _docs\n", "_config.yml": config})
    text = "---\nname: Carla\n---\n"
    small.write({"_docs/people/carla.md": text})

    assert told(small) == expected


def test_paths_narrow_what_is_looked_at(small: Folder) -> None:
    small.write({NOTES: "---\npresent: [bne]\n---\n", "topics/x.md": "# X\n"})

    assert [one.split(":")[0] for one in told(small, "notes")] == [NOTES]
    assert [one.split(":")[0] for one in told(small, "topics/x.md")] == ["topics/x.md"]
    assert len(told(small, ".")) == 2
    assert told(small, "people", "skills") == []


def test_a_topic_without_a_conclusion_is_a_finding(small: Folder) -> None:
    topic = "---\ntitle: Where files go?\n---\n"
    body = "# Notes\n\n## Wins\n\n- Win: x\n\n## Where  files go\n\n- Key: they pile up\n"
    small.write({"topics/2026-11-18-ana-files.md": topic, NOTES: body})

    found = told(small, NOTES)

    assert found == [
        (
            f"{NOTES}:7: 'Where  files go' has no conclusion "
            "(write - Decision: ..., an action, or: - No conclusion)"
        )
    ]
    small.write({NOTES: f"{body}- no conclusion, ana asks again\n"})
    assert told(small) == []


def test_a_pointer_of_git_lfs_is_named_with_what_fetches_the_page(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-friday.md": "version https://git-lfs.github.com/spec/v1\n"
            f"oid sha256:{7:064}\nsize 12345\n"
        }
    )

    why = "it is a pointer of Git LFS, not the file itself (Fetch the file itself: git lfs pull)"
    assert told(small) == [f"notes/2026-11-20-friday.md: cannot be read: {why}"]


def test_names_that_not_every_system_can_have_are_named(small: Folder) -> None:
    page = "---\ntitle: A\nby: ana\n---\n"
    small.write(
        {
            "people/con.md": "---\nname: Con Byrne\n---\n",
            "people/me.md": "---\nname: Mei Endo\n---\n",
            "topics/2026-11-20-ana-a:b.md": page,
            "topics/Readme.md": page,
            "topics/index.md": "a page of the site",
        }
    )

    assert told(small) == [
        "people/con.md: Windows reserves the name con (rename the file)",
        "people/me.md: @me is whoever runs the command (rename the file)",
        "topics/2026-11-20-ana-a:b.md: Windows does not allow : in a name (rename the file)",
        "topics/Readme.md: Readme is a page about its folder, never a record (rename the file)",
    ]


def test_names_that_some_systems_take_for_one_are_named(small: Folder) -> None:
    page = "---\ntitle: A\nby: ana\n---\n"
    small.write(
        {
            "topics/A.md": page,
            "topics/a.md": page,
            "topics/caf\u00e9.md": page,
            "topics/cafe\u0301.md": page,
        }
    )

    told_of = "on some systems it is the same file as"
    assert told(small) == [
        f"topics/a.md: {told_of} A.md (rename one of them)",
        f"topics/caf\u00e9.md: {told_of} cafe\u0301.md (rename one of them)",
    ]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=WEEKLY;BYDAY=FRI", "every friday", "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY; BYDAY=FR",
     "FREQ=HOURLY", "FREQ=DAILY;FREQ=SECONDLY"],
)  # fmt: skip
def test_a_rule_that_gives_no_meeting_is_named(small: Folder, rule: str) -> None:
    small.write({"teamkit.yml": SETTINGS.replace("FREQ=WEEKLY;BYDAY=FR", rule)})

    (said,) = told(small)
    assert said.startswith(f"teamkit.yml:5: The rule of 'friday' cannot be read: {rule}")
