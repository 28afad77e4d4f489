"""The demo team's files under examples/, and that `teamkit demo` plays them back whole."""

import re
from collections import Counter
from collections.abc import Iterator

import frontmatter
from ruamel.yaml import YAML

from tests.conftest import ROOT, Folder

EXAMPLES = ROOT / "examples"
FILES = {
    path.relative_to(EXAMPLES / "demo").as_posix(): path.read_bytes()
    for path in sorted((EXAMPLES / "demo").rglob("*"))
    if path.is_file()
}
PAGES = {path: content.decode() for path, content in FILES.items() if path.endswith(".md")}
HANDLES = {path[7:-3] for path in PAGES if path.startswith("people/")}
HISTORY = [
    tuple(line.split("\t"))
    for line in (EXAMPLES / "history.tsv").read_text(encoding="utf-8").splitlines()
]


def front_matter() -> Iterator[tuple[str, dict[str, object], str]]:
    """Each page but the README: its path, what python-frontmatter reads, and the block's text."""
    for path, text in PAGES.items():
        if path != "README.md":
            yield path, frontmatter.loads(text).metadata, text.split("---\n")[1]


def test_the_demo_writes_the_files_as_they_are(demo: Folder) -> None:
    written = {path: (demo.path / path).read_bytes() for path in demo.git("ls-files").split()}

    assert written == FILES


def test_the_demo_commits_the_history_as_it_is(demo: Folder) -> None:
    log = demo.git("log", "--reverse", "--name-only", "--format=%x00%aI%x09%ae%x09%s")

    commits = [commit.split("\n") for commit in log.split("\0")[1:]]
    assert [head for head, *_ in commits] == [
        f"{when}\t{author}@harbour.example\t{subject}" for when, author, subject, _ in HISTORY
    ]
    assert [sorted(filter(None, paths)) for _, *paths in commits] == [
        sorted(paths.split(" ")) for *_, paths in HISTORY
    ]


def test_the_history_adds_each_file_once_oldest_first() -> None:
    assert sorted(path for *_, paths in HISTORY for path in paths.split(" ")) == sorted(FILES)
    assert [when for when, *_ in HISTORY] == sorted(when for when, *_ in HISTORY)


def test_only_the_demo_team_is_in_it_and_nobody_has_an_address() -> None:
    mentioned = {handle for text in PAGES.values() for handle in re.findall(r"@(\w+)", text)}

    assert mentioned <= HANDLES
    assert {author for _, author, *_ in HISTORY} == HANDLES
    assert [path for path, text in PAGES.items() if re.search(r"\w@\w", text)] == []


def test_the_demo_stays_small() -> None:
    assert sum(map(len, FILES.values())) < 400_000


def test_both_yaml_readers_read_the_same_front_matter() -> None:
    assert [
        path for path, meta, block in front_matter() if meta != YAML(typ="safe").load(block)
    ] == []


def test_relative_links_lead_somewhere() -> None:
    broken = [
        (path, link)
        for path, text in PAGES.items()
        for link in re.findall(r'\]\(([^)#]+)\)|- "(\.\./[^"]*)"', text)
        if not (EXAMPLES / "demo" / path).parent.joinpath("".join(link)).exists()
    ]

    assert broken == []


def test_only_people_who_were_there_lead_take_notes_and_speak() -> None:
    for path, meta, _ in front_matter():
        if path.startswith("notes/"):
            present = set(meta["present"])  # type: ignore[call-overload]  # front matter has no types
            said = re.findall(r"^- [A-Z]\w+(?: \(strong\))?((?: @\w+)+)", PAGES[path], re.MULTILINE)
            speakers = {handle for handles in said for handle in re.findall(r"\w+", handles)}
            assert {*speakers, meta["facilitator"], *meta["note_takers"]} <= present, path  # type: ignore[misc]  # front matter has no types


def test_ben_took_notes_less_often_than_everybody_else_of_the_year() -> None:
    turns = Counter(
        taker
        for path, meta, _ in front_matter()
        if path.startswith("notes/")
        for taker in meta["note_takers"]  # type: ignore[attr-defined]  # front matter has no types
    )

    others = [turns[handle] for handle in HANDLES - {"ben", "hana", "eli"}]
    assert turns["ben"] == 2
    assert min(others) >= 6
    assert max(others) <= 9
