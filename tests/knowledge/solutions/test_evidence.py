"""Beliefs about what the solutions show."""

from datetime import date

from teamkit.facts import Evidence
from teamkit.knowledge.solutions.facts import evidence
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES

DAY = date(2026, 5, 14)
PATH = "solutions/large-uploads.md"
TITLE = "Let people upload very large files"
SKILLS = frozenset({"s3", "web-workers"})


def read(folder: Folder, *words: str) -> list[Evidence]:
    team = Team.open(folder.path)
    return evidence(team, directory(team), words)


def test_owners_the_who_column_and_mentions_count_once_each(small: Folder) -> None:
    small.write(FILES)

    found = read(small)

    assert found == [
        Evidence("ana", "owns", TITLE, SKILLS, DAY, PATH, 4),
        Evidence("ben", "named", f"{TITLE}: Resumable upload", SKILLS, DAY, PATH, 23),
        Evidence("ana", "named", f"{TITLE}: Resumable upload", SKILLS, DAY, PATH, 23),
        Evidence("ana", "named", f"{TITLE}: A disk by post", SKILLS, DAY, PATH, 24),
        Evidence("carla", "named", f"{TITLE}: A disk by post", SKILLS, DAY, PATH, 24),
        Evidence("Zoe", "named", f"{TITLE}: A disk by post", SKILLS, DAY, PATH, 24),
        Evidence(
            person="ben",
            part="owns",
            about="Sign in with the account they have",
            skills=frozenset(),
            on=None,
            path="solutions/sign-in.md",
            line=3,
        ),
    ]


def test_who_is_only_mentioned_is_named_once_where_it_began(small: Folder) -> None:
    text = (
        "# A need\n\nA hint\n\n## Ours\n\nSee @carla and @nobody.\n<!-- @ben -->\n\n"
        "## Track record\n\n| Project |\n| --- |\n| @ben |\n\nMore from @carla, early on @ana.\n"
    )
    small.write({"solutions/a-need.md": text})

    found = [(e.person, e.part, e.about, e.line) for e in read(small)]

    assert found == [
        ("carla", "named", "A need: Ours", 7),
        ("ana", "named", "A need: Track record", 16),
    ]


def test_a_mention_above_all_sections_is_about_the_need(small: Folder) -> None:
    small.write({"solutions/a-need.md": "# A need\n\nAsk @ana.\n"})

    assert [e.about for e in read(small)] == ["A need"]


def test_files_without_the_words_are_skipped(small: Folder) -> None:
    small.write(FILES)

    assert {e.path for e in read(small, "resumable", "zebra")} == {PATH}
    assert read(small, "zebra") == []


def test_a_team_without_needs_has_nothing_to_show(small: Folder) -> None:
    assert read(small) == []
