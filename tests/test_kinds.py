"""The table of kinds against what reads, checks, writes and documents them."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.check.check import check
from teamkit.days import spell_interval
from teamkit.facts import Finding
from teamkit.kinds import KINDS, NOUNS, PEOPLE, SKILLS, Kind, with_key
from teamkit.kinds.keys import KeySpec
from teamkit.knowledge.solutions.model import read_need
from teamkit.knowledge.survey.model import read_survey
from teamkit.markdown.document import Document, parse
from teamkit.markdown.front_matter import new_text
from teamkit.meetings.model import read_agenda, read_notes, read_topic
from teamkit.people.catalog import Catalog
from teamkit.people.person import read_person
from teamkit.projects.proposals.read import read_proposal
from teamkit.store import layout
from teamkit.team import Team
from tests.conftest import ROOT, SETTINGS, Folder

FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
TEMPLATES = ROOT / "templates"

FRIDAY = date(2026, 12, 4)
HANDLES = ("ana", "ben", "carla")
#: What the words of a file's name may stand for.
NAMES = {
    "DATE": FRIDAY.isoformat(), "HANDLE": "ana", "HANDLES": "ana-ben", "SERIES": "friday",
    "SLUG": "large-uploads", "NAME": "spring", "YEAR": "2026", "WEEK": "49", "AREA": "backend",
}  # fmt: skip

plain = st.from_regex(r"x[a-z]{2,9}( [a-z]{3,9})?", fullmatch=True)
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
#: Keys whose values have to fit what is around them, or have a rule of their own.
FITTING: dict[str, st.SearchStrategy[Any]] = {
    "date": st.just(FRIDAY),
    "series": st.just("friday"),
    "meeting": st.just("2026-12-04-friday"),
    "ends": st.dates(date(2027, 1, 1), date(2027, 12, 31)),
}
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": plain,
    "day": days,
    "interval": st.tuples(days, st.integers(0, 60)).map(
        lambda it: spell_interval(it[0], it[0] + timedelta(days=it[1]))
    ),
    "number": st.integers(0, 999_999),
    "percent": st.integers(0, 100),
    "time": st.times().map(lambda time: time.strftime("%H:%M")),
    "span": st.tuples(st.integers(1, 999), st.sampled_from(["days", "week", "months", "year"])).map(
        lambda it: f"{it[0]} {it[1]}"
    ),
}

#: How the rooms read a kind.
Reads = Callable[[Document], Any]
READERS: dict[str, Reads] = {
    "people": read_person,
    "topics": partial(read_topic, resolve=str),
    "agendas": partial(read_agenda, resolve=str),
    "notes": partial(read_notes, resolve=str),
    "surveys": partial(read_survey, catalog=Catalog({})),
    "solutions": partial(read_need, resolve=str),
    "proposals": partial(read_proposal, resolve=str),
}

EVERY_KEY = [(noun, key) for noun, kind in KINDS.items() for key in kind.keys]
few = settings(max_examples=15, deadline=None)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A team of three, for tests that take away again what they write."""
    folder = Folder(tmp_path_factory.mktemp("kinds"))
    folder.git("init", "--quiet", "-b", "main")
    people = {f"people/{one}.md": f"---\nname: {one.title()}\n---\n" for one in HANDLES}
    folder.write({"teamkit.yml": SETTINGS, **people})
    return folder


def findings(place: Folder, kind: Kind, text: str) -> list[Finding]:
    """What `check` finds in one file of that kind."""
    team = Team.open(place.path)
    stem = re.sub("[A-Z]+", lambda word: NAMES[word[0]], kind.stem)
    path = layout.path(team.config, kind.noun, stem)
    before = place.read(path) if (place.path / path).exists() else ""
    place.write({path: text})
    found = check(team, [path])
    place.write({path: before})
    return found


def values(key: str, spec: KeySpec) -> st.SearchStrategy[Any]:
    """What somebody may write under *key*."""
    one = VALUES.get(spec.type, plain)
    if spec.choices or spec.names == PEOPLE:
        one = st.sampled_from(spec.choices or HANDLES)
    one = FITTING.get(key, one)
    return st.lists(one, min_size=1, max_size=3, unique=True) if spec.is_list else one


def metas(kind: Kind) -> st.SearchStrategy[dict[str, Any]]:
    """The front matter of a file: what is required, and any of the rest."""
    made = {key: values(key, spec) for key, spec in kind.keys.items()}
    needed = {key for key, spec in kind.keys.items() if spec.is_required}
    return st.fixed_dictionaries(
        {key: made[key] for key in needed},
        optional={key: made[key] for key in made.keys() - needed},
    )


@pytest.mark.parametrize("noun", KINDS)
@given(data=st.data())
@few
def test_a_file_as_the_table_has_it_has_no_findings(
    noun: str, data: st.DataObject, place: Folder
) -> None:
    kind = KINDS[noun]

    assert findings(place, kind, new_text(data.draw(metas(kind)), "")) == []


@pytest.mark.parametrize("noun", KINDS)
@given(data=st.data())
@few
def test_every_key_is_read_as_it_was_written(noun: str, data: st.DataObject) -> None:
    meta = data.draw(metas(KINDS[noun]))

    document = parse("x.md", new_text(meta, "").encode())

    assert {key: as_read(document, KINDS[noun], key) for key in meta} == meta


def as_read(document: Document, kind: Kind, key: str) -> object:
    spec = kind.keys[key]
    if spec.is_list:
        return list(document.handles(key) if spec.names == PEOPLE else document.texts(key))
    if spec.choices:
        return kind.word(document, key)
    readers: dict[str, Callable[[str], object]] = {
        "day": document.day,
        "number": partial(kind.number, document),
        "percent": partial(kind.number, document),
    }
    otherwise = document.handle if spec.names == PEOPLE else document.text_of
    return readers.get(spec.type, otherwise)(key)


def wrong_values(spec: KeySpec) -> list[str]:
    """What nobody can mean by that key, as YAML."""
    other = ["{a: b}"] if spec.is_list else ["{a: b}", "[ana, ben]"]
    return [*other, *(["certainly not"] if not spec.fits("certainly not") else [])]


def with_wrong(kind: Kind, key: str, wrong: str) -> str:
    """A file with what is required, and *wrong* under one key."""
    needed = {k for k, spec in kind.keys.items() if spec.is_required} - {key}
    lines = [*(f"{one}: Xenia Xu" for one in sorted(needed)), f"{key}: {wrong}"]
    return "\n".join(["---", *lines, "---", ""])


@pytest.mark.parametrize(("noun", "key"), EVERY_KEY)
def test_a_wrong_value_is_found_once_and_named(noun: str, key: str, place: Folder) -> None:
    kind = KINDS[noun]
    told = {"type", "required"} if kind.keys[key].is_required else {"type"}

    for wrong in wrong_values(kind.keys[key]):
        found = findings(place, kind, with_wrong(kind, key, wrong))
        assert {one.rule for one in found} == told
        assert len(found) == len(told)
        assert all(f"'{key}'" in one.message for one in found)


@pytest.mark.parametrize(("noun", "key"), [(n, k) for n, k in EVERY_KEY if n in READERS])
def test_a_wrong_value_counts_as_not_written(noun: str, key: str) -> None:
    """What `check` says of it is what the rooms do."""
    kind, read = KINDS[noun], READERS[noun]
    path = f"{noun}/2026-12-04-friday.md"
    without = read(parse(path, with_wrong(kind, key, "").encode()))

    for wrong in wrong_values(kind.keys[key]):
        told = read(parse(path, with_wrong(kind, key, wrong).encode()))
        assert bare(told) == bare(without)


def bare(value: Any) -> Any:
    """A record without the text that it was read from."""
    return value._replace(document=None) if hasattr(value, "document") else value


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Parked", "parked"), ("DEFERRED", "async"), ("asynchronous", "async"), ("gone", "open")],
)
def test_a_choice_is_read_whatever_its_case(written: str, meant: str) -> None:
    document = parse("topics/x.md", f"---\nstatus: {written}\n---\n".encode())

    assert KINDS["topics"].word(document, "status") == meant


@pytest.mark.parametrize(
    ("written", "meant"), [("0", 0), ("60", 60), ("101", 100), ("-5", 100), ("٣", 100), ("", 100)]
)
def test_a_number_that_cannot_be_read_is_the_usual_one(written: str, meant: int) -> None:
    document = parse("people/x.md", f"---\ncapacity: {written}\n---\n".encode())

    assert KINDS["people"].number(document, "capacity") == meant


def test_the_names_of_keys_mean_one_thing() -> None:
    """Skills are named under one key; statuses after which nothing is due are statuses."""
    assert {key for kind in KINDS.values() for key in kind.naming(SKILLS)} == {"skills"}
    assert [kind.noun for kind in with_key("skills")] == [
        n for n, k in KINDS.items() if k.naming(SKILLS)
    ]
    for kind in KINDS.values():
        assert kind.title in kind.keys
        assert set(kind.over) <= set(kind.keys["status"].choices if "status" in kind.keys else ())
        assert all(
            spec.default in (*spec.choices, "") for spec in kind.keys.values() if spec.choices
        )


def test_each_kind_lies_in_a_folder_of_its_own() -> None:
    assert [noun for noun, kind in KINDS.items() if not kind.inside] == list(NOUNS)
    assert {kind.inside for kind in KINDS.values()} - {""} <= set(NOUNS)
    assert len({kind.singular for kind in KINDS.values()}) == len(KINDS)


def documented(kind: Kind) -> dict[str, str]:
    """Key -> what docs/formats.md says about it."""
    folder = f"{kind.inside}/{kind.noun}" if kind.inside else kind.noun
    pattern = rf"(?ms)^## {re.escape(f'{folder}/{kind.stem}.md')}$(.*?)(?=^## |\Z)"
    section = re.search(pattern, FORMATS)
    assert section, f"no section about {folder}/{kind.stem}.md in docs/formats.md"
    return dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", section[1], re.MULTILINE))


@pytest.mark.parametrize("noun", KINDS)
def test_the_keys_of_each_kind_are_documented_and_no_others(noun: str) -> None:
    kind = KINDS[noun]
    told = documented(kind)

    assert told.keys() == kind.keys.keys()
    assert {key for key, words in told.items() if words.startswith("required")} == {
        key for key, spec in kind.keys.items() if spec.is_required
    }


@pytest.mark.parametrize(
    ("noun", "key"), [(n, k) for n, k in EVERY_KEY if KINDS[n].keys[k].choices]
)
def test_the_words_to_choose_from_are_documented_and_no_others(noun: str, key: str) -> None:
    spec = KINDS[noun].keys[key]
    words = re.split(", | or ", documented(KINDS[noun])[key])

    assert tuple(word.removesuffix(" (without the key)") for word in words) == spec.choices
    assert [w for w in words if w.endswith(" (without the key)")] == (
        [f"{spec.default} (without the key)"] if spec.default else []
    )


def test_each_template_begins_the_files_of_one_kind() -> None:
    used = [kind.template for kind in KINDS.values() if kind.template]

    assert sorted(used) == sorted(
        path.name for path in TEMPLATES.glob("*.md") if path.name != "README.md"
    )
    told = re.search(r"(?ms)^## templates/$(.*?)(?=^## )", FORMATS)
    assert told
    assert set(re.findall(r"`(\w+\.md)`", told[1])) == set(used)


def test_teamkit_writes_the_keys_of_the_table_alone(demo: Folder) -> None:
    """A new file of every kind that a command starts, beside all those of the demo."""
    lines = [
        ("people", "add", "zoe", "--name", "Zoe Zander", "--area", "backend"),
        ("agenda", "add", "Big files", "--by", "ana", "--aim", "decide", "--minutes", "15"),
        ("agenda", "new", "friday", "--date", "2026-12-04"),
        ("notes", "new", "friday", "--date", "2026-12-04"),
        ("skills", "survey", "open", "2026-q9", "--closes", "2026-12-18"),
        ("solutions", "add", "Maps without a network"),
        ("proposals", "new", "A harbour map"),
        *(
            ("notes", "promote", "2026-11-20-friday:41", "--to", kind, "--title", f"A {kind}")
            for kind in ("topic", "solution", "talk", "guideline", "post")
        ),
    ]
    before = {noun: len(Team.open(demo.path).documents(noun)) for noun in KINDS}

    results = [(line, demo.run(*line)) for line in lines]

    assert [(line, one.stderr) for line, one in results if one.status] == []
    after = {noun: Team.open(demo.path).documents(noun) for noun in KINDS}
    begun = {noun for noun, documents in after.items() if len(documents) > before[noun]}
    assert begun == KINDS.keys() - {"skills", "pairing", "sessions"}
    strange = [
        (document.path, key)
        for noun, documents in after.items()
        for document in documents
        for key in document.meta
        if key not in KINDS[noun].keys
    ]
    assert strange == []


def test_the_examples_of_the_first_page_have_keys_of_the_table() -> None:
    page = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"```markdown\n(---\n.*?)```", page, re.DOTALL)
    keys = [set(parse("x.md", one.encode()).meta) for one in examples]

    assert keys == [{"title"}, {"title"}]
    assert all("title" in KINDS[noun].keys for noun in ("topics", "skills"))
