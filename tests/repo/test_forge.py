"""Links to a forge's pages, from every way a remote can be written."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.repo.forge import file_link, new_file_link, takes_text

PATH = "topics/2026-12-01-ana.md"


def new(remote: str, kind: str = "", branch: str = "main") -> str | None:
    return new_file_link(remote, branch=branch, path=PATH, text="a: 1 & b\n", kind=kind)


@pytest.mark.parametrize(
    ("remote", "link"),
    [
        (
            "https://github.com/harbour/team.git",
            (
                "https://github.com/harbour/team/new/main"
                "?filename=topics%2F2026-12-01-ana.md&value=a%3A%201%20%26%20b%0A"
            ),
        ),
        (
            "https://gitlab.com/harbour/back/end/team",
            (
                "https://gitlab.com/harbour/back/end/team/-/new/main"
                "?file_name=topics%2F2026-12-01-ana.md"
            ),
        ),
        (
            "https://codeberg.org/harbour/team.git",
            (
                "https://codeberg.org/harbour/team/_new/main"
                "?filename=topics%2F2026-12-01-ana.md&value=a%3A%201%20%26%20b%0A"
            ),
        ),
    ],
)
def test_each_forge_has_its_own_page_for_new_files(remote: str, link: str) -> None:
    assert new(remote) == link


@pytest.mark.parametrize(
    "remote",
    [
        "https://github.com/harbour/team",
        "https://github.com/harbour/team/",
        "https://github.com/harbour/team.git/",
        " https://GitHub.com/harbour/team.git\n",
        "https://ana@github.com/harbour/team.git",
        "https://ana:s3cret@github.com/harbour/team.git",
        "https://ana:s%40@cret@github.com/harbour/team.git",
        "ssh://git@github.com/harbour/team.git",
        "ssh://git@github.com:22/harbour/team.git",
        "ssh://git@ssh.github.com:443/harbour/team.git",
        "git+ssh://git@github.com/harbour/team",
        "git://github.com/harbour/team.git",
        "git@github.com:harbour/team.git",
        "git@github.com:/harbour/team.git",
        "github.com:harbour/team",
    ],
)
def test_every_way_to_write_a_remote_leads_to_the_same_page(remote: str) -> None:
    link = file_link(remote, branch="main", path=PATH)

    assert link == f"https://github.com/harbour/team/blob/main/{PATH}"


@pytest.mark.parametrize(
    "remote",
    [
        "",
        "/srv/git/team.git",
        "../team",
        "C:/git/github/team",
        "C:\\git\\github\\team",
        "file:///srv/github/team.git",
        "ftp://github.com/harbour/team",
        "https:///harbour/team",
        "https://github.com/team",
        "https://github.com",
        "https://github.com/harbour//team",
        "https://github.com/harbour/../team",
        "https://github.com/harbour/%2e%2e",
        "https://github.com:port/harbour/team",
        "https://[github.com/harbour/team",
        "https://github.com<script>/harbour/team",
        "https://ana:12/3@github.com/harbour/team",
        "https://git.harbour.example/harbour/team",
        "git@git.harbour.example:harbour/team.git",
    ],
)
def test_what_is_no_forge_that_we_know_has_no_page(remote: str) -> None:
    assert new(remote) is None
    assert file_link(remote, branch="main", path=PATH) is None
    assert not takes_text(remote)


def test_a_password_with_a_slash_in_it_is_never_taken_for_a_path() -> None:
    assert new("https://ana:12/s3cret@git.harbour.example/h/team", kind="gitea") is None


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        ("github", "/blob/main/"),
        ("gitlab", "/-/blob/main/"),
        ("gitea", "/src/branch/main/"),
    ],
)
def test_the_setting_names_the_forge_where_the_host_does_not(kind: str, page: str) -> None:
    link = file_link("https://git.harbour.example:8443/h/t", branch="main", path=PATH, kind=kind)

    assert link == f"https://git.harbour.example:8443/h/t{page}{PATH}"


def test_a_web_server_keeps_its_scheme_and_port_an_ssh_server_does_not() -> None:
    http = file_link("http://gitea.lan:3000/h/t.git", branch="main", path="a.md")
    ssh = file_link("ssh://git@gitea.lan:2222/h/t.git", branch="main", path="a.md")

    assert http == "http://gitea.lan:3000/h/t/src/branch/main/a.md"
    assert ssh == "https://gitea.lan/h/t/src/branch/main/a.md"


def test_branches_and_paths_are_encoded_but_keep_their_slashes() -> None:
    link = file_link("git@github.com:h/my team", branch="fix/#1", path="a b/ü?.md")

    assert link == "https://github.com/h/my%20team/blob/fix/%231/a%20b/%C3%BC%3F.md"


def test_bytes_that_are_no_text_do_not_stop_it() -> None:
    link = file_link("git@github.com:h/t\udcff", branch="main", path="\udcff.md")

    assert link == "https://github.com/h/t%3F/blob/main/%3F.md"


def test_gitlab_alone_does_not_take_the_text() -> None:
    assert takes_text("git@github.com:h/t")
    assert takes_text("git@codeberg.org:h/t")
    assert not takes_text("git@gitlab.com:h/t")
    assert not takes_text("git@git.harbour.example:h/t", kind="gitlab")


@settings(max_examples=60)
@given(path=st.text(min_size=1), text=st.text())
def test_whatever_the_file_holds_arrives_as_it_was(path: str, text: str) -> None:
    link = new_file_link("git@github.com:h/t", branch="main", path=path, text=text)

    assert link is not None
    assert link.isascii()
    query = parse_qs(urlsplit(link).query, keep_blank_values=True, strict_parsing=True)
    assert query == {"filename": [path], "value": [text]}


@settings(max_examples=100)
@given(st.text() | st.text().map("git@host.example:{}".format))
def test_any_remote_gives_a_link_of_the_web_or_none(remote: str) -> None:
    link = new(remote, kind="gitea")

    assert link is None or link.startswith(("https://", "http://"))
