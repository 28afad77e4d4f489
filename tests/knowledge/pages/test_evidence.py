"""What the talks show about who knows what."""

from datetime import date

from teamkit.facts import Evidence
from teamkit.knowledge.pages.facts import evidence
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder

TALK = """\
---
title: Boats from above
status: given
speakers:
  - Ben
  - "@carla"
date: 2026-06-26
skills:
  - geo postgres
  - sailing
---

One picture and a pencil.
"""


def read(folder: Folder, *words: str) -> list[Evidence]:
    team = Team.open(folder.path)
    return evidence(team, directory(team), words)


def test_who_gave_a_talk_presented_it_on_that_day(small: Folder) -> None:
    small.write(
        {
            "skills/catalog.yml": "skills: {postgis: {title: PostGIS, aliases: [geo postgres]}}\n",
            "talks/boats.md": TALK,
        }
    )

    found = read(small, "boats")

    skills, on = frozenset({"postgis", "sailing"}), date(2026, 6, 26)
    ben = Evidence("ben", "presented", "Boats from above", skills, on, "talks/boats.md", 4)
    assert found == [ben, ben._replace(person="carla")]


def test_a_talk_that_was_not_given_shows_nothing(small: Folder) -> None:
    small.write({"talks/boats.md": TALK.replace("given", "scheduled")})

    assert read(small) == []


def test_a_team_without_such_talks_has_nothing_to_show(small: Folder) -> None:
    small.write({"talks/boats.md": TALK})

    assert read(small, "zebra") == []
