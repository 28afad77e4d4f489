"""What the meetings' files say: held, open, waiting."""

import pytest

from teamkit.meetings import archive, attendance
from teamkit.meetings.discussed import discussed, met
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.meetings.made import FRIDAY, day, notes, taken, topic


def opened(folder: Folder) -> Team:
    return Team.open(folder.path)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "# Weekly meeting, 2026-11-20\n\n## Wins\n\n## Learnings\n",
        "## Uploads\n\n<!-- brought by ana:\n../topics/x.md -->\n",
        "## Wins\n\n- \n-\n- [ ] \n\n---\n",
        "<!-- teamkit:begin actions sum=0 -->\n\n- a copy\n\n<!-- teamkit:end -->\n",
    ],
)
def test_headings_comments_and_empty_items_are_not_notes_taken(small: Folder, body: str) -> None:
    assert attendance.held(opened(small), [notes(body)]) == []


@pytest.mark.parametrize("body", ["- Win: x\n", "## Wins\n\nsaid\n", "```\n# code\n```\n"])
def test_one_line_of_its_own_is(small: Folder, body: str) -> None:
    page = notes(body)

    assert attendance.held(opened(small), [page]) == [page]


def test_what_the_teams_own_template_fills_in_is_not(small: Folder) -> None:
    small.write({"templates/notes.md": "# $heading\n\nBe kind.\n\n$sections\n"})

    assert attendance.held(opened(small), [notes("# x\n\nBe kind.\n\n## Wins\n")]) == []


def test_notes_are_read_oldest_first_and_agendas_by_name(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-friday.md": taken(takers="ana"),
            "notes/a-later.md": "---\ndate: 2026-11-27\nseries: friday\n---\n",
            "notes/ideas.md": "no meeting\n",
            "agendas/2026-11-20-friday.md": "---\nfacilitator: Ben\n---\n",
            "agendas/ideas.md": "no meeting\n",
        }
    )
    team = opened(small)
    people = directory(team)

    assert [n.day for n in archive.notes(team, people)] == [day("11-20"), day("11-27")]
    assert [a.facilitator for a in archive.agendas(team, people)] == ["ben"]


def test_one_series_has_its_own_notes() -> None:
    own, other = notes("x\n"), notes("x\n", series="joint")

    assert archive.of_series([other, own], FRIDAY) == [own]


def test_a_topic_is_open_until_a_later_meeting_wrote_under_its_title() -> None:
    talked, empty = topic("talked"), topic("empty")
    later = topic("later", title="Talked.", brought=day("11-21"))
    again = topic("again", title="talked", meeting="2026-12-04-friday")
    held = [notes("## Talked\n\n- Key: x\n\n## Empty\n\n<!-- nothing -->\n")]

    found = archive.open_topics([talked, empty, later, again], discussed(met(held)), "friday")

    assert found == [empty, later, again]


def test_a_topic_waits_for_its_series_and_while_it_is_open() -> None:
    ours, any_, theirs = topic("a", series="friday"), topic("b"), topic("c", series="joint")
    parked = topic("d", status="parked")

    assert archive.open_topics([ours, any_, theirs, parked], {}, "friday") == [ours, any_]


def test_a_missing_name_or_day_comes_from_the_commit_that_added_the_file(small: Folder) -> None:
    small.write({"topics/ideas.md": "# Ideas\n", "topics/2026-11-11-x.md": "# X\n"})
    small.git("add", "topics")
    small.git("commit", "-q", "-m", "By hand", "--date", "2026-11-19T10:00:00+01:00")
    small.write({"topics/new.md": "# New\n"})
    team = opened(small)

    found = archive.topics(team, directory(team))

    assert [(t.title, t.by, t.day) for t in found] == [
        ("X", "ana", day("11-11")),
        ("Ideas", "ana", day("11-19")),
        ("New", "", None),
    ]


def test_without_git_a_topic_stays_as_it_is(empty: Folder) -> None:
    empty.write({"teamkit.yml": "format: 1\nname: T\ntimezone: UTC\n", "topics/x.md": "# X\n"})
    team = opened(empty)

    assert [(t.title, t.by, t.day) for t in archive.topics(team, directory(team))] == [
        ("X", "", None)
    ]
