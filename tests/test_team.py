"""An opened team repository: reading, naming, making, and where teamkit.yml is found."""

from pathlib import Path

import pytest

from teamkit.errors import (
    AmbiguousError,
    BadDocumentError,
    ConflictError,
    GitError,
    NoTeamError,
    UnknownError,
)
from teamkit.store.apply import Applied
from teamkit.store.change import Change, Write
from teamkit.store.documents import holds_any
from teamkit.team import Team
from tests.conftest import SETTINGS, Folder

NOTE = "---\ntitle: Notes\n---\n"


def opened(folder: Folder) -> Team:
    return Team.open(folder.path)


# ---- opening --------------------------------------------------------------------------------


def test_the_team_is_found_upwards(small: Folder) -> None:
    deep = small.path / "notes/2026"
    deep.mkdir(parents=True)

    team = Team.open(deep)

    assert (team.folder, team.config.name) == (small.path, "Small team")


def test_the_nearest_team_wins(small: Folder) -> None:
    small.write({"other/teamkit.yml": SETTINGS.replace("Small", "Other")})

    assert Team.open(small.path / "other").config.name == "Other team"


def test_no_team_is_refused(tmp_path: Path) -> None:
    (tmp_path / "teamkit.yml").mkdir()

    with pytest.raises(NoTeamError, match="No team repository in"):
        Team.open(tmp_path)


@pytest.mark.parametrize(
    ("data", "line", "why"),
    [
        (b"name: ok\nzone: \xff\n", 2, "it is not UTF-8"),
        (b"- a\n- b\n", 1, "it is a list or plain text where 'key: value' is expected"),
        (b"name: a\nname: b\n", 2, "the key 'name' appears twice"),
        (b"name: a\n" + b"#" * (1 << 20), 0, "it is larger than 1 MiB"),
        (b"name: a\n" + b"#" * (3 << 20), 0, "it is larger than 1 MiB"),
    ],
    ids=["not UTF-8", "list", "twice", "large", "huge"],
)
def test_settings_that_cannot_be_read_are_named(
    tmp_path: Path, data: bytes, line: int, why: str
) -> None:
    (tmp_path / "teamkit.yml").write_bytes(data)

    with pytest.raises(BadDocumentError) as refused:
        Team.open(tmp_path)

    assert (refused.value.path, refused.value.line) == ("teamkit.yml", line)
    assert why in refused.value.why


@pytest.mark.parametrize("target", ["real.yml", "nowhere"])
def test_settings_behind_a_link_are_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "real.yml").write_text(SETTINGS)
    (tmp_path / "teamkit.yml").symlink_to(target)

    with pytest.raises(BadDocumentError, match="it is a link"):
        Team.open(tmp_path)


# ---- reading --------------------------------------------------------------------------------


def test_what_cannot_be_read_is_skipped_and_said_once(small: Folder) -> None:
    small.write({"notes/b.md": "---\na: [\n---\n", "notes/c.md": NOTE})
    (small.path / "notes/a.md").write_bytes(b"\xff")
    team = opened(small)

    stems = [[d.stem for d in team.documents("notes")] for _ in range(2)]

    assert stems == [["c"], ["c"]]
    assert [(f.path, f.line, f.rule) for f in team.unreadable] == [
        ("notes/a.md", 1, "unreadable"),
        ("notes/b.md", 3, "unreadable"),
    ]


def test_a_link_among_the_records_is_skipped_and_named(small: Folder) -> None:
    small.write({"notes/a.md": NOTE})
    (small.path / "notes/b.md").symlink_to("a.md")

    team = opened(small)

    assert [d.path for d in team.documents("notes")] == ["notes/a.md"]
    assert [(one.path, one.message) for one in team.unreadable] == [("notes/b.md", "it is a link")]


@pytest.mark.parametrize("what", ["a link", "a file"])
def test_a_folder_that_cannot_be_opened_is_not_an_empty_one(small: Folder, what: str) -> None:
    if what == "a link":
        (small.path / "topics").symlink_to("people")
    else:
        small.write({"topics": "a file\n"})

    with pytest.raises(BadDocumentError) as refused:
        opened(small).documents("topics")

    assert refused.value.path == "topics"


def test_only_documents_with_a_word_are_parsed(small: Folder) -> None:
    small.write({"notes/a.md": "About STRASSE.\n", "notes/b.md": "Else.\n"})
    (small.path / "notes/c.md").write_bytes(b"\xff else")
    team = opened(small)

    assert [d.stem for d in team.mentioning("notes", ["else"])] == ["b"]
    found = [d.stem for d in team.mentioning("notes", ["strasse"])]
    everything = [d.stem for d in team.mentioning("notes", [])]
    again = [d.stem for d in team.mentioning("notes", ["else"])]

    assert (found, everything, again) == (["a"], ["a", "b"], ["b"])
    assert [f.path for f in team.unreadable] == ["notes/c.md"]


def test_without_words_every_text_holds_them() -> None:
    assert holds_any("text", [])
    assert not holds_any("text", ["word"])


STEMS = ("2026-11-20-friday", "2026-11-27-friday", "2026-11-27-joint", "friday")


@pytest.fixture
def noted(small: Folder) -> Team:
    small.write({f"notes/{stem}.md": NOTE for stem in STEMS})
    return opened(small)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("2026-11-20-friday", "2026-11-20-friday"),
        ("friday", "friday"),  # exact before part
        ("2026-11-20", "2026-11-20-friday"),
        ("joint", "2026-11-27-joint"),
        ("2026-11-27-j", "2026-11-27-joint"),
        ("notes/2026-11-20-friday.md", "2026-11-20-friday"),
    ],
)
def test_a_name_is_a_stem_its_start_or_a_part(noted: Team, name: str, stem: str) -> None:
    assert noted.named("notes", "note", name).stem == stem


def test_a_name_that_fits_several_is_refused_with_all_of_them(noted: Team) -> None:
    with pytest.raises(AmbiguousError) as refused:
        noted.named("notes", "note", "2026-11-27")

    assert refused.value.message == (
        "'2026-11-27' fits several notes: 2026-11-27-friday, 2026-11-27-joint."
    )


def test_a_name_that_fits_nothing_is_refused_with_the_closest(noted: Team) -> None:
    with pytest.raises(UnknownError) as refused:
        noted.named("notes", "note", "firday")

    assert (refused.value.message, refused.value.hint) == (
        "There is no note 'firday'.",
        "Did you mean: friday, 2026-11-20-friday, 2026-11-27-friday?",
    )


@pytest.mark.parametrize("name", ["../people/ana", "..", "/etc/passwd", "\0"])
def test_a_name_never_leads_out_of_its_folder(noted: Team, name: str) -> None:
    with pytest.raises(UnknownError):
        noted.named("notes", "note", name)


def test_the_one_named_that_cannot_be_read_is_refused(small: Folder) -> None:
    small.write({"notes/bad.md": "---\na: [\n---\n"})

    with pytest.raises(BadDocumentError, match="Cannot read the file"):
        opened(small).named("notes", "note", "bad")


def test_no_document_is_none(small: Folder) -> None:
    team = opened(small)

    assert (team.document("notes", "none"), team.settings_of("none.yml")) == (None, ({}, {}))


# ---- making ---------------------------------------------------------------------------------


def test_a_new_document_has_the_teams_own_front_matter_first(small: Folder) -> None:
    own = "front_matter:\n  notes: {layout: page}\n  skills: {nav: x}\n  surveys: {nav: deep}\n"
    small.write({"teamkit.yml": SETTINGS + own})
    team = opened(small)

    texts = [
        team.new("notes", "n", {"title": "New", "layout": "mine"}, "Body").text,
        team.new("surveys", "s", {"title": "S"}, "").text,
        team.new("sessions", "s", {"title": "P"}, "").text,
    ]

    assert texts == [
        "---\nlayout: mine\ntitle: New\n---\n\nBody\n",
        "---\nnav: deep\ntitle: S\n---\n",
        "---\ntitle: P\n---\n",
    ]


def test_a_kind_below_another_takes_its_front_matter(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS + "front_matter: {skills: {layout: page}}\n"})

    write = opened(small).new("surveys", "2026-q4", {"title": "Q4"}, "")

    assert write == Write("skills/surveys/2026-q4.md", "---\nlayout: page\ntitle: Q4\n---\n")


# ---- writing --------------------------------------------------------------------------------


def test_no_writes_are_nothing(small: Folder) -> None:
    head = small.git("rev-parse", "HEAD")

    assert opened(small).apply(Change("Nothing", "x")) == Applied()
    assert (small.git("rev-parse", "HEAD"), small.status()) == (head, "")


def test_no_writes_are_nothing_outside_of_git_too(tmp_path: Path) -> None:
    (tmp_path / "teamkit.yml").write_text(SETTINGS)
    team = Team.open(tmp_path)

    assert team.apply(Change("Nothing", "x")) == Applied()
    with pytest.raises(GitError, match="not in a git work tree"):
        team.apply(Change("Something", "x", (Write("a.md", "a"),)))
    assert not (tmp_path / "a.md").exists()


def test_a_newer_format_is_read_only(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS.replace("format: 1", "format: 2")})
    team = opened(small)

    with pytest.raises(ConflictError) as refused:
        team.apply(Change("New", "x", (Write("a.md", "a"),)))

    assert refused.value.message == "This repository has format 2; this teamkit writes 1."
    assert refused.value.hint == "Upgrade: pip install --upgrade teamkit (or pipx upgrade teamkit)"
    assert not (small.path / "a.md").exists()
    assert len(team.documents("people")) == 3


def test_the_result_says_what_was_written_committed_and_left(small: Folder) -> None:
    ana = small.read("people/ana.md") + "By hand.\n"
    small.write({"people/ana.md": ana})
    team = opened(small)
    document, other = team.read("people/ana.md"), team.read("people/ben.md")
    assert document is not None
    assert other is not None
    writes = (
        Write("people/ana.md", ana + "More.\n", document.digest),
        Write("people/ben.md", other.text + "More.\n", other.digest),
    )

    applied = team.apply(Change("Both", "x", writes))

    head = small.git("rev-parse", "HEAD").strip()
    paths = ("people/ana.md", "people/ben.md")
    assert applied == Applied(paths, head, ("people/ana.md",))
    assert small.status() == " M people/ana.md\n"


@pytest.mark.parametrize("whole", [True, ["people/ana.md"], ["people/ana.md", "notes/x.md"]])
def test_own_changes_are_committed_where_they_belong_to_the_change(
    small: Folder, *, whole: bool | list[str]
) -> None:
    small.write({"people/ana.md": "By hand.\n", "people/ben.md": "By hand.\n"})
    team = opened(small)
    document = team.read("people/ana.md")
    assert document is not None
    write = Write("people/ana.md", document.text, document.digest)

    applied = team.apply(Change("As it lies there", "x", (write,)), include_dirty=whole)

    assert (applied.paths, applied.left) == (("people/ana.md",), ())
    assert small.git("show", "HEAD:people/ana.md") == "By hand.\n"
    assert small.status() == " M people/ben.md\n"


def test_own_changes_of_other_files_are_left(small: Folder) -> None:
    small.write({"people/ana.md": "By hand.\n"})
    team = opened(small)
    document = team.read("people/ana.md")
    assert document is not None
    write = Write("people/ana.md", "More.\n", document.digest)

    applied = team.apply(Change("Both", "x", (write,)), include_dirty=["people/ben.md"])

    assert applied == Applied(("people/ana.md",), None, ("people/ana.md",))


def test_a_folder_that_is_a_link_is_refused_and_not_followed(small: Folder) -> None:
    small.write({"elsewhere/2026-11-20-friday.md": "---\ndate: 2026-11-20\n---\n\n- Win: x\n"})
    (small.path / "notes").symlink_to("elsewhere")

    result = small.run("notes", "list")

    assert (result.status, result.stdout) == (5, "")
    assert "Cannot read the file: it is a link.\n  notes\n" in result.stderr
