"""Reading who changed what in any repository, whatever its configuration says."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from teamkit.errors import GitError
from teamkit.repo import Identity
from teamkit.repo.authorship import MOST_PATHS, Commit, _parsed, clone, commits
from tests.repo.sandbox import Sandbox, wrapper

LONG_AGO = date(1990, 1, 1)
ANA = Identity("ana", "ana@example.org")
BEN = Identity("Ben", "ben@example.org")


def read(code: Sandbox, since: date = LONG_AGO) -> list[Commit]:
    return list(commits(clone(code.folder), since))


def newest(code: Sandbox) -> Commit:
    return read(code)[0]


def commit(code: Sandbox, *messages: str, when: str = "2026-09-16T10:00:00Z") -> str:
    said = [word for message in messages or ("Change",) for word in ("-m", message)]
    code.git("add", "--all")
    code.git("commit", "-q", "--allow-empty", "--date", when, *said)
    return code.git("rev-parse", "HEAD")


def commit_raw(code: Sandbox, author: bytes, message: bytes = b"x", more: bytes = b"") -> None:
    """A commit as another tool might have made it."""
    tree, head = code.git("rev-parse", "HEAD^{tree}", "HEAD").encode().split()
    text = b"tree %s\nparent %s\nauthor %s\ncommitter %s\n%s\n%s\n"
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        cwd=code.folder,
        input=text % (tree, head, author, author, more, message),
        capture_output=True,
        check=True,
    )
    code.git("update-ref", "HEAD", made.stdout.decode().strip())


def test_a_commit_tells_who_when_and_which_files(team: Sandbox) -> None:
    team.write("api/uploads/parts.py", "1\n")
    team.write("api/jobs.py", "1\n")
    made = commit(team, when="2026-09-16T23:30:00-0800")

    found = read(team)

    paths = ("api/jobs.py", "api/uploads/parts.py")
    assert found[0] == Commit(made, date(2026, 9, 16), (ANA,), 2, paths)
    assert [one.paths for one in found[1:]] == [("other.md",), ("old.md",)]


def test_paths_are_the_repositorys_own_seen_from_any_folder_of_it(team: Sandbox) -> None:
    team.write("api/jobs.py", "1\n")
    commit(team)

    found = list(commits(clone(team.folder / "api"), LONG_AGO))

    assert [one.paths for one in found] == [("api/jobs.py",), ("other.md",), ("old.md",)]
    assert clone(team.folder / "api").name == "team"


def test_co_authors_are_people_too_each_once_and_all_through_mailmap(team: Sandbox) -> None:
    team.write(
        ".mailmap",
        "Ben <ben@example.org> <ben@old.example>\nana <ana@example.org> <ana@old.example>\n"
        "Eli <no address> <eli@example.org>\n",
    )
    commit(
        team,
        "Together",
        "Co-authored-by: B. <ben@old.example>\nco-authored-by: Ana F <ana@old.example>\n"
        "Co-authored-by: Ben <ben@example.org>\nCo-authored-by: Carla\n  Q <carla@example.org>\n"
        "Co-authored-by: nobody at all\nCo-authored-by: <eli@example.org>\n"
        "Co-authored-by: --stdin <dani@example.org>",
    )
    team.git("config", "user.email", "ana@old.example")
    commit(team, "By another address")

    found = read(team)

    assert found[0].people == (ANA,)
    assert found[1].people == (
        ANA,
        BEN,
        Identity("Carla Q", "carla@example.org"),
        Identity("", "eli@example.org"),
        Identity("--stdin", "dani@example.org"),
    )


def test_many_co_authors_are_all_mapped(team: Sandbox) -> None:
    team.write(".mailmap", "Ben <ben@example.org> <ben-217@old.example>\n")
    said = "\n".join(f"Co-authored-by: B{n} <ben-{n}@old.example>" for n in range(250))
    commit(team, "Together", said)

    people = newest(team).people

    assert (len(people), people[218]) == (251, BEN)
    assert people[1] == Identity("B0", "ben-0@old.example")


def test_what_was_only_renamed_or_made_executable_is_no_change(team: Sandbox) -> None:
    team.git("mv", "old.md", "new.md")
    (team.folder / "other.md").chmod(0o755)
    team.write("more.md", "more\n")
    commit(team)

    assert (newest(team).files, newest(team).paths) == (1, ("more.md",))


def test_a_submodule_that_moves_on_is_no_change(team: Sandbox) -> None:
    head = team.git("rev-parse", "HEAD")
    team.git("update-index", "--add", "--cacheinfo", f"160000,{head},lib")
    team.git("commit", "-q", "-m", "Move lib on")

    assert (newest(team).files, newest(team).paths) == (0, ())


def test_merges_are_left_out(team: Sandbox) -> None:
    team.git("switch", "-q", "-c", "side")
    side = team.save("side.md", "side\n")
    team.git("switch", "-q", "main")
    main = team.save("main.md", "main\n")
    team.git("merge", "-q", "--no-ff", "-m", "Merge", "side")

    assert {one.id for one in read(team)[:2]} == {main, side}
    assert len(read(team)) == 4


@pytest.mark.parametrize("count", [MOST_PATHS, MOST_PATHS + 2])
def test_of_very_many_files_only_the_number_is_kept(team: Sandbox, count: int) -> None:
    for number in range(count):
        team.write(f"f{number}.py", f"{number}\n")
    commit(team)

    found = newest(team)

    assert (found.files, len(found.paths)) == (count, count if count == MOST_PATHS else 0)


def test_no_file_name_confuses_it(team: Sandbox) -> None:
    names = [":100644 a b c M", "new\nline.py", "tab\t.py", os.fsdecode(b"caf\xe9.py"), "\n:x", "é"]
    for name in names:
        team.write(name, name.encode("utf-8", "surrogateescape").hex())
    commit(team)

    assert sorted(newest(team).paths) == sorted(names)
    assert len(read(team)) == 3


def test_names_that_are_no_utf8_are_read(team: Sandbox) -> None:
    commit_raw(team, b"Jos\xe9 <jose@example.org> 1789552800 +0000")

    assert newest(team).people == (Identity("Jos\ufffd", "jose@example.org"),)


@pytest.mark.parametrize("when", [b"", b"soon", b"99999999999999999999 +0000"])
def test_a_commit_without_a_day_stops_nothing(team: Sandbox, when: bytes) -> None:
    commit_raw(team, b"Ben <ben@example.org> %s" % when)
    made = team.save("new.md", "new\n")

    found = list(commits(clone(team.folder), date(2000, 1, 1)))

    assert found[0].id == made
    assert [one.paths for one in found if one.paths] == [("new.md",), ("other.md",), ("old.md",)]


@pytest.mark.parametrize(
    "name", [b"\xff\xfe", b"\x1b[31mred", b"a\rb", b"-", b"--", b"", b'"x"', b"#", b"\xe2\x80\xa8"]
)
def test_no_name_of_a_co_author_stops_it(team: Sandbox, name: bytes) -> None:
    said = b"x\n\nCo-authored-by: %s <odd@example.org>\nCo-authored-by: Ben <ben@example.org>"
    commit_raw(team, b"ana <ana@example.org> 1789552800 +0000", said % name)

    people = newest(team).people

    assert [who.email for who in people] == ["ana@example.org", "odd@example.org", BEN.email]


def test_commits_of_formatting_are_those_that_the_repository_names(team: Sandbox) -> None:
    head = team.git("rev-parse", "HEAD")
    listed = f"# formatting\n{head}  # all quotes\n\nshort\n{'g' * 40}\n"

    team.save(".git-blame-ignore-revs", listed)
    named = clone(team.folder).ignored
    team.save(".git-blame-ignore-revs", listed + "# " + "x" * (1 << 20))

    assert (named, clone(team.folder).ignored) == (frozenset([head]), frozenset())


def test_what_is_older_by_the_authors_own_day_is_left_out(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = ("2089-07-01T12:00Z", "2089-09-01T00:30:00+1200", "2089-08-31T23:30:00-0800")
    for when in days:
        monkeypatch.setenv("GIT_COMMITTER_DATE", when)
        commit(team, when=when)

    found = read(team, since=date(2089, 9, 1))

    assert [one.day for one in found] == [date(2089, 9, 1)]


def test_the_end_of_a_shallow_clone_is_left_out(team: Sandbox, tmp_path: Path) -> None:
    made = team.save("new.md", "new\n")
    team.git("clone", "-q", "--depth", "2", f"file://{team.folder}", str(tmp_path / "shallow"))

    shallow = clone(tmp_path / "shallow")

    assert (shallow.is_shallow, clone(team.folder).is_shallow) == (True, False)
    assert [one.id for one in commits(shallow, LONG_AGO)] == [made]


def test_a_folder_without_a_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GitError) as refused:
        clone(tmp_path)

    assert refused.value.message.startswith(
        f"{tmp_path} is not a repository that can be read: not a"
    )
    assert refused.value.hint is not None
    assert refused.value.hint.startswith("Give the folder of a clone.")


def test_a_repository_without_commits_is_refused(team: Sandbox) -> None:
    team.git("switch", "-q", "--orphan", "fresh")

    with pytest.raises(GitError, match="has no commits yet"):
        clone(team.folder)


def test_a_bare_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="is not a repository that can be read"):
        clone(Sandbox(tmp_path / "hub.git", bare=True).folder)


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder to somebody else")
def test_a_repository_that_git_does_not_trust_is_refused(team: Sandbox) -> None:
    for place in (team.folder, team.folder / ".git"):
        os.chown(place, 12345, 12345)

    with pytest.raises(GitError, match="dubious ownership"):
        clone(team.folder)


def test_a_history_that_cannot_be_read_is_a_refusal(team: Sandbox) -> None:
    parent = team.git("rev-parse", "HEAD~1")
    (team.folder / ".git/objects" / parent[:2] / parent[2:]).unlink()

    with pytest.raises(GitError, match="Git cannot read the history: "):
        read(team)


def test_its_configuration_changes_nothing(team: Sandbox) -> None:
    team.git("mv", "old.md", "api.md")
    team.write("api/jobs.py", "1\n")
    commit(team, "Jobs", "Co-authored-by: Ben <ben@example.org>")
    before = list(commits(clone(team.folder), LONG_AGO))
    for name, value in {
        "color.ui": "always",
        "core.abbrev": "4",
        "diff.mnemonicPrefix": "true",
        "diff.noprefix": "true",
        "diff.relative": "true",
        "diff.renames": "false",
        "diff.submodule": "log",
        "format.pretty": "fuller",
        "i18n.logOutputEncoding": "latin1",
        "log.date": "relative",
        "log.decorate": "full",
        "log.follow": "true",
        "log.mailmap": "false",
        "log.showRoot": "false",
        "notes.displayRef": "*",
        "trailer.separators": ":%",
    }.items():
        team.git("config", name, value)
    team.git("notes", "add", "-m", ":a note", "HEAD")

    assert list(commits(clone(team.folder / "api"), LONG_AGO)) == before
    assert [one.files for one in before] == [1, 1, 1]


def test_nothing_that_it_names_is_started(team: Sandbox, tmp_path: Path) -> None:
    marker = tmp_path / "started"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\necho started >> {marker}\n")
    script.chmod(0o755)
    team.write(".gitattributes", "* diff=own filter=own\n")
    commit(team)
    signature = b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n"
    commit_raw(team, b"ana <ana@example.org> 1789552800 +0000", more=signature)
    for name in (
        "alias.log",
        "alias.rev-parse",
        "core.alternateRefsCommand",
        "core.editor",
        "core.fsmonitor",
        "core.gitProxy",
        "core.pager",
        "core.sshCommand",
        "credential.helper",
        "diff.external",
        "diff.own.command",
        "diff.own.textconv",
        "filter.own.clean",
        "filter.own.process",
        "filter.own.smudge",
        "gpg.program",
        "gpg.ssh.program",
        "pager.log",
        "trailer.co-authored-by.command",
    ):
        team.git("config", name, f"!{script}" if name.startswith("alias") else str(script))
    team.git("config", "log.showSignature", "true")

    read(team)

    assert not marker.exists()
    team.git("log", "-1")
    assert marker.exists(), "plain git would have started some"


def test_what_a_partial_clone_lacks_is_not_fetched(team: Sandbox, tmp_path: Path) -> None:
    marker = tmp_path / "started"
    team.write("api/jobs.py", "1\n")
    commit(team)
    tree = team.git("rev-parse", "HEAD:api")
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "protocol.ext.allow": "always",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::sh -c touch%{marker}".replace("%", "% "),
    }.items():
        team.git("config", name, value)
    (team.folder / ".git/objects" / tree[:2] / tree[2:]).unlink()

    with pytest.raises(GitError, match="Git cannot read the history: "):
        read(team)

    assert not marker.exists()
    team.git("cat-file", "-t", tree, ok=False)
    assert marker.exists(), "plain git would have started it"


def test_much_said_on_the_side_holds_nothing_up(
    team: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loud = "head -c 1000000 /dev/zero | tr '\\0' '.' >&2"
    wrapper(tmp_path, monkeypatch, f'case "$*" in *--raw*) {loud};; esac; exec git "$@"')

    assert len(read(team)) == 2


def test_whoever_stops_listening_stops_git(
    team: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log"
    endless = f"trap 'echo stopped > {log}; exit 1' TERM; while :; do git \"$@\" || exit; done"
    wrapper(tmp_path, monkeypatch, f'case "$*" in *--raw*) {endless};; esac; exec git "$@"')
    found = commits(clone(team.folder), LONG_AGO)

    next(found)
    found.close()  # type: ignore[attr-defined]  # an iterator for everybody else

    assert log.read_text() == "stopped\n"


def test_a_history_of_merges_alone_tells_of_no_commit() -> None:
    assert list(_parsed(iter(()))) == []
