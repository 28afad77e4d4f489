"""A team as it will be: what is read of it is what is read once the change is really written."""

from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamkit.errors import BadDocumentError
from teamkit.markdown.document import Document
from teamkit.store.change import Change, Write, edit
from teamkit.team import Team
from tests.conftest import SETTINGS, Folder

KINDS = ("people", "topics", "notes", "skills", "surveys")
BEFORE = {
    "topics/a.md": "---\ntitle: A\n---\n\nUploads.\n",
    "topics/b.md": "---\ntitle: [\n---\n",
    "topics/c.md": "---\ntitle: C\n---\n",
    "notes/a 2.md": "A page.\n",
    "skills/catalog.yml": "skills:\n  css: CSS\n",
    "skills/ana.md": "| Skill | Level |\n| --- | --- |\n| CSS | 3 |\n",
    "skills/surveys/q1.md": "---\ntitle: Q1\n---\n",
    "talks/topics/d.md": "---\ntitle: D\n---\n",
}
PATHS = (
    "topics/a.md", "topics/b.md", "topics/d.md", "topics/d 2.md", "topics/README.md", "notes/a.md",
    "notes/b.md", "skills/catalog.yml", "skills/surveys/q2.md", "skills/zoe.md", "people/new.md",
    "talks/topics/e.md", "teamkit.yml",
)  # fmt: skip
TEXTS = {
    ".md": ["---\ntitle: New\n---\n\nAbout uploads.\n", "Words.\n", "---\na: [\n---\n", "\0", ""],
    ".yml": ["skills: {go: Go}\n", SETTINGS, f"{SETTINGS}folders: {{topics: talks/topics}}\n"],
}


@st.composite
def texts(draw: st.DrawFn) -> dict[str, str]:
    paths = draw(st.lists(st.sampled_from(PATHS), unique=True, max_size=4))
    return {path: draw(st.sampled_from(TEXTS[path[path.rindex(".") :]])) for path in paths}


def told(team: Team) -> dict[str, object]:
    """All that a team says of its documents; of two reasons to skip a file it may name either."""
    found: dict[str, object] = {kind: team.documents(kind) for kind in KINDS}
    for kind in KINDS:
        found |= {f"{kind}, uploads": team.mentioning(kind, ["uploads"])}
    found["settings"] = team.settings_of("skills/catalog.yml"), team.config
    for path in PATHS:
        found[path] = tried(team, path)
    found["unreadable"] = sorted(one.path for one in team.unreadable)
    return found


def tried(team: Team, path: str) -> Document | str | None:
    try:
        return team.read(path)
    except BadDocumentError as bad:
        return bad.why


def writes(folder: Path, files: Mapping[str, str]) -> tuple[Write, ...]:
    found: list[Write] = []
    for path, text in files.items():
        place = folder / path
        standing = place.read_bytes().decode() if place.exists() else None
        document = None if standing is None else Document(path, standing, {}, {}, 0)
        found += edit(document, text) if document else [Write(path, text)]
    return tuple(found)


@pytest.fixture
def before(small: Folder) -> Folder:
    small.write(BEFORE)
    return small


@given(first=texts(), second=texts(), early=st.booleans())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_after_a_change_a_team_is_as_if_it_were_written(
    before: Folder, tmp_path_factory: pytest.TempPathFactory,
    first: dict[str, str], second: dict[str, str], *, early: bool,
) -> None:  # fmt: skip
    folder = tmp_path_factory.mktemp("written") / "team"
    copytree(before.path, folder, ignore=lambda *_: [".git"])
    now = Team.open(folder)
    if early:
        told(now)
    change = Change("x", "x", writes(folder, first))
    later = now.after(change)
    between = told(later)
    last = later.after(Change("x", "x", tuple(Write(path, text) for path, text in second.items())))
    pending = {write.path: write.text for write in last.pending}
    final = told(last)

    for expected, files in ((between, first), (final, pending)):
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode())
        assert expected == told(Team.open(folder))


def test_what_a_change_leaves_alone_is_read_once_for_both(before: Folder) -> None:
    team = Team.open(before.path)
    change = Change("x", "x", (Write("topics/d.md", "D\n"),))
    later = team.after(change)
    made = []

    def make(one: Team, by: str) -> list[str]:
        made.append(by)
        return [d.stem for d in one.documents("notes")]

    assert later.documents("notes") is team.documents("notes")
    assert later.derived("notes", make, "x") is team.derived("notes", make, "x")
    assert made == ["x"]
    assert later.derived("topics", len_of, "topics") == 3
    assert team.derived("topics", len_of, "topics") == 2


def len_of(team: Team, kind: str) -> int:
    return len(team.documents(kind))


def test_a_copy_is_judged_by_its_own_folder(before: Folder) -> None:
    wrong = Write("topics/new.md", "---\na: [\n---\n")
    change = Change("x", "x", (wrong, Write("notes/b.md", "B\n")))
    before.write({"notes/new 2.md": "A page.\n"})

    later = Team.open(before.path).after(change)

    assert later.documents("topics")
    assert [d.stem for d in later.documents("notes")] == ["a 2", "b", "new 2"]


def test_a_later_name_is_found(before: Folder) -> None:
    later = Team.open(before.path).after(Change("x", "x", (Write("topics/new.md", "N\n"),)))

    assert later.named("topics", "topic", "ne").text == "N\n"


def test_changes_add_up_and_are_checked_against_what_is_on_the_disk(before: Folder) -> None:
    team = later = Team.open(before.path)
    for number in (1, 2):
        for stem in ("ana", "new"):
            standing = later.document("skills", stem)
            text = f"{standing.text if standing else ''}{number}\n"
            path = f"skills/{stem}.md"
            new = edit(standing, text) if standing else (Write(path, text),)
            later = later.after(Change("x", "x", new))

    ana = team.document("skills", "ana")
    assert ana
    assert later.pending == (
        Write("skills/ana.md", f"{ana.text}1\n2\n", ana.digest),
        Write("skills/new.md", "1\n2\n", None),
    )
    assert team.pending == ()
    assert later.repo is team.repo
