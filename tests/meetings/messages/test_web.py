"""Which page of the forge people are led to."""

from urllib.parse import parse_qs, urlsplit

import pytest

from teamkit.meetings.messages import web
from teamkit.meetings.messages.web import TopicPage
from teamkit.team import Team
from tests.conftest import SETTINGS, Folder
from tests.meetings.made import FRIDAY, day

BEGUN = (
    "---\ntitle:\nby:\naim: share\nminutes: 10\n---\n\n"
    "<!-- One line about it is enough. Aims: share, feedback, decide, help. -->\n"
)


def page(folder: Folder) -> TopicPage:
    return web.for_topic(Team.open(folder.path), FRIDAY, day("12-01"))


def test_the_page_for_a_topic_is_filled_in(small: Folder) -> None:
    small.git("remote", "add", "origin", "https://ana:s3cret@github.com/harbour/team.git")

    found = page(small)

    link = urlsplit(found.link)
    assert link._replace(query="").geturl() == "https://github.com/harbour/team/new/main"
    assert parse_qs(link.query) == {
        "filename": ["topics/2026-12-01-your-name-your-title.md"],
        "value": [BEGUN],
    }
    assert (found.text, found.why) == ("", "")
    assert "s3cret" not in found.link


def test_where_the_forge_does_not_fill_it_in_the_text_is_to_be_pasted(small: Folder) -> None:
    small.git("remote", "add", "origin", "git@gitlab.com:harbour/team.git")

    assert page(small) == TopicPage(
        "https://gitlab.com/harbour/team/-/new/main"
        "?file_name=topics%2F2026-12-01-your-name-your-title.md",
        "topics/2026-12-01-your-name-your-title.md",
        BEGUN,
    )


def test_the_setting_says_which_forge_it_is(small: Folder) -> None:
    small.git("remote", "add", "origin", "git@git.harbour.example:harbour/team.git")
    unknown = page(small)

    small.write({"teamkit.yml": f"{SETTINGS}forge: gitea\n"})

    assert unknown == TopicPage(
        why="No link for new topics: the forge of origin is unknown. "
        "Set it in teamkit.yml, for instance forge: gitlab"
    )
    assert page(small).link.startswith("https://git.harbour.example/harbour/team/_new/main?")


def test_without_an_origin_there_is_no_page(small: Folder) -> None:
    assert page(small) == TopicPage(why="No link for new topics: git has no remote named origin.")
    assert web.of_file(Team.open(small.path), "agendas/x.md") == ""


@pytest.mark.parametrize("remote", ["../hub.git", "file:///srv/github/team.git"])
def test_a_folder_has_no_pages(small: Folder, remote: str) -> None:
    small.git("remote", "add", "origin", remote)

    assert page(small).link == ""
    assert web.of_file(Team.open(small.path), "agendas/x.md") == ""


def test_the_branch_is_the_one_that_is_shared(small: Folder) -> None:
    small.git("remote", "add", "origin", "git@github.com:harbour/team.git")
    small.git("update-ref", "refs/remotes/origin/trunk", "HEAD")
    small.git("branch", "--quiet", "--set-upstream-to=origin/trunk")

    link = web.of_file(Team.open(small.path), "agendas/x.md")

    assert link == "https://github.com/harbour/team/blob/trunk/agendas/x.md"


def test_a_branch_shared_elsewhere_goes_by_its_own_name(small: Folder) -> None:
    small.git("remote", "add", "origin", "git@github.com:harbour/team.git")
    small.git("remote", "add", "mine", "git@github.com:ana/team.git")
    small.git("update-ref", "refs/remotes/mine/trunk", "HEAD")
    small.git("branch", "--quiet", "--set-upstream-to=mine/trunk")

    link = web.of_file(Team.open(small.path), "agendas/x.md")

    assert link == "https://github.com/harbour/team/blob/main/agendas/x.md"


def test_paths_are_seen_from_the_repositorys_root(small: Folder) -> None:
    """The team in a folder of its own, its files below a root, with keys of a site."""
    extra = "root: docs\nfolders: {topics: ideas}\nfront_matter:\n  topics: {layout: default}\n"
    small.write({"team/teamkit.yml": SETTINGS + extra})
    small.git("remote", "add", "origin", "git@gitlab.com:harbour/team.git")
    team = Team.open(small.path / "team")

    found = web.for_topic(team, FRIDAY, day("12-01"))

    assert found.path == "team/docs/ideas/2026-12-01-your-name-your-title.md"
    assert found.text.startswith("---\ntitle:\nby:\nlayout: default\naim: share\n")
    assert web.of_file(team, "docs/agendas/x.md").endswith("/-/blob/main/team/docs/agendas/x.md")


def test_a_topic_names_its_series_where_there_are_several(small: Folder) -> None:
    joint = "  joint:\n    title: Joint\n    rule: FREQ=MONTHLY;BYDAY=-1FR\n"
    small.write({"teamkit.yml": SETTINGS + joint})
    small.git("remote", "add", "origin", "git@gitlab.com:harbour/team.git")

    assert "\nseries: friday\n" in page(small).text
