"""What the meeting files show about who knows what."""

from teamkit.facts import Evidence
from teamkit.meetings.facts import evidence
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.meetings.made import day

NOTES = """\
---
title: 2026-11-20 friday notes
---

# PostGIS all the way down

## The PostGIS index

- Decision @ben: use it
- Support (strong) @carla: fast
- Question @carla: how fast?
- Commitment @ana: measure it
- [ ] @Ben, @ana: build it
- [x] ~~@carla drop it~~ (cancelled:: 2026-11-21)
- Shoutout @carla: thanks
- Decision: nobody named
- prose about @carla

```
- Support @carla: in code
```

## Another thing

- Support @carla: not about it
"""


def test_each_person_has_each_part_once_at_the_line_that_shows_it(small: Folder) -> None:
    small.write({"notes/2026-11-20-friday.md": NOTES, "notes/ideas.md": "## PostGIS\n\n- Key: x\n"})
    team = Team.open(small.path)

    found = evidence(team, directory(team), ["postgis"])

    about, path, on = "The PostGIS index", "notes/2026-11-20-friday.md", day("11-20")
    lines = NOTES.split("\n")
    assert found == [
        Evidence(who, part, about, frozenset(), on, path, line)
        for who, part, line in (
            ("ben", "decided", 9),
            ("carla", "spoke", 10),
            ("ana", "acted", 12),
            ("ben", "acted", 13),
        )
    ]
    assert all(f"@{one.person}" in lines[one.line - 1].lower() for one in found)


def test_who_brings_a_topic_knows_something_about_it(small: Folder) -> None:
    small.write(
        {
            "topics/2026-11-20-ben-postgis.md": "---\ntitle: PostGIS for all\nby: Ben\n---\n",
            "topics/2026-11-19-x.md": "---\ntitle: About PostGIS\n---\n",
            "topics/2026-11-18-ben-x.md": "---\ntitle: Tiles\nby: ben\n---\n\nNo postgis.\n",
        }
    )
    small.commit()
    team = Team.open(small.path)

    found = evidence(team, directory(team), ["postgis"])

    assert [(e.person, e.part, e.about, e.on, e.path, e.line) for e in found] == [
        ("ana", "brought", "About PostGIS", day("11-19"), "topics/2026-11-19-x.md", 2),
        ("ben", "brought", "PostGIS for all", day("11-20"), "topics/2026-11-20-ben-postgis.md", 3),
    ]


def test_without_words_everything_counts(small: Folder) -> None:
    small.write({"notes/2026-11-20-friday.md": NOTES})
    team = Team.open(small.path)

    assert len(evidence(team, directory(team))) == 5


def test_who_brought_a_topic_leads_what_is_noted_under_it_later(small: Folder) -> None:
    small.write(
        {
            "topics/2026-11-19-ben-postgis.md": "---\ntitle: PostGIS for all?\nby: ben\n---\n",
            "notes/2026-11-13-friday.md": "## PostGIS for all\n\n- Key: too early\n",
            "notes/2026-11-20-friday.md": "## [PostGIS for all](../x.md)\n\n- Key: fast\n",
            "notes/2026-11-27-friday.md": "## PostGIS for all\n",
        }
    )
    team = Team.open(small.path)

    found = evidence(team, directory(team), ["postgis"])

    assert [(e.person, e.part, e.on, e.path, e.line) for e in found] == [
        ("ben", "brought", day("11-19"), "topics/2026-11-19-ben-postgis.md", 3),
        ("ben", "presented", day("11-20"), "topics/2026-11-19-ben-postgis.md", 3),
    ]


def test_who_was_there_and_did_nothing_else_was_present(small: Folder) -> None:
    notes = "---\npresent:\n  - ana\n  - Ben\n---\n\n## PostGIS\n\n- Support @ana: fast\n"
    small.write({"notes/2026-11-20-friday.md": notes})
    team = Team.open(small.path)

    found = evidence(team, directory(team), ["postgis"])

    assert [(e.person, e.part, e.line) for e in found] == [
        ("ana", "spoke", 9),
        ("ben", "present", 2),
    ]
