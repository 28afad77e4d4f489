"""Where each kind lives, and what files are called."""

import re
from contextlib import suppress
from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from slugify import slugify

from teamkit.config import Config
from teamkit.errors import UsageError
from teamkit.store import layout

PLAIN = Config("Team", "UTC")
SITE = Config("Team", "UTC", root="_docs", folders={"notes": "meetings-notes", "skills": "s/k"})
WINDOWS = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?", re.IGNORECASE)


@pytest.mark.parametrize(
    ("config", "kind", "path"),
    [
        (PLAIN, "notes", "notes/x.md"),
        (PLAIN, "surveys", "skills/surveys/x.md"),
        (PLAIN, "sessions", "pairing/sessions/x.md"),
        (SITE, "notes", "_docs/meetings-notes/x.md"),
        (SITE, "surveys", "_docs/s/k/surveys/x.md"),
        (SITE, "people", "_docs/people/x.md"),
    ],
)
def test_a_kind_has_its_folder(config: Config, kind: str, path: str) -> None:
    assert layout.path(config, kind, "x") == path


def test_the_catalog_lies_with_the_skills() -> None:
    assert layout.catalog(PLAIN) == "skills/catalog.yml"
    assert layout.catalog(SITE) == "_docs/s/k/catalog.yml"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.md", True),
        ("2026-12-04-friday.md", True),
        ("a.b.md", True),
        ("index.md", False),
        ("README.md", False),
        (".a.md", False),
        (".md", False),
        ("a.txt", False),
        ("a.MD", False),
        ("md", False),
        ("a", False),
    ],
)
def test_records_are_told_from_a_sites_own_pages(name: str, *, expected: bool) -> None:
    assert layout.is_record(name) is expected


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("agendas/a.md", "topics/t.md", "../topics/t.md"),
        ("a.md", "topics/t.md", "topics/t.md"),
        ("_docs/notes/a.md", "_docs/notes/b.md", "b.md"),
    ],
)
def test_links_are_relative(source: str, target: str, link: str) -> None:
    assert layout.link(source, target) == link


@settings(max_examples=300)
@given(st.text(max_size=400))
@example("CON")
@example("com¹")
@example("com0")
@example("Nul.")
@example("index")
@example("README")
@example("💥" * 300)
@example("...")
@example("x" * 300)
@example("ｱ" * 300)
@example("&#x110000; &#xD800; &#99999999999999999999; &amp;")
@example("&#" + "9" * 5000 + ";")
@example("&#x" + "F" * 40 + ";")
@example("../../etc/passwd")
@example("\ud800\udfff")
@example("a\x00b\nc")
@example("-rf")
def test_any_title_gives_a_legal_name_or_a_refusal(title: str) -> None:
    try:
        name = layout.slug(title)
    except UsageError:
        return

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= 80
    assert not WINDOWS.fullmatch(name)
    assert layout.is_record(f"{name}.md")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("con.md", "Windows reserves the name con"),
        ("AUX", "Windows reserves the name AUX"),
        ("nul.notes.md", "Windows reserves the name nul"),
        ("com1 .md", "Windows reserves the name com1"),
        ("lpt\u00b2.md", "Windows reserves the name lpt\u00b2"),
        ("conout$.md", "Windows reserves the name conout$"),
        ("index", "index is a page about its folder, never a record"),
        ("ReadMe.md", "ReadMe is a page about its folder, never a record"),
        ("a:b?.md", "Windows does not allow ? in a name"),
        ("a\nb.md", "Windows does not allow a control character in a name"),
        ("a.", "Windows drops a dot or a space at the end of a name"),
        ("a ", "Windows drops a dot or a space at the end of a name"),
        ("é" * 127 + ".md", "the name is longer than 255 bytes"),
        ("x" * 253, "the name is longer than 255 bytes"),
    ],
)
def test_a_name_that_not_every_system_can_have_has_its_reason(name: str, why: str) -> None:
    assert layout.problem(name) == why


@pytest.mark.parametrize(
    "name",
    ["a.md", "con-page.md", "console.md", "com0.md", "com10.md", "indexes.md", "Grün (alt) .md",
     "x" * 252, "2026-12-04-friday.md", "日本語.md"],
)  # fmt: skip
def test_a_name_that_every_system_can_have_is_no_problem(name: str) -> None:
    assert layout.problem(name) == ""


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_what_a_title_names_is_no_problem_anywhere(title: str) -> None:
    with suppress(UsageError):
        assert layout.problem(layout.slug(title)) == ""


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("2026-11-20-friday 2.md", "2026-11-20-friday.md"),
        ("ana (1).md", "ana.md"),
        ("ana - Copy.md", "ana.md"),
        ("ana - Copy (2).md", "ana.md"),
        ("A page (conflicted copy 2026-11-21).md", "A page.md"),
        ("ana (Ben's conflicted copy 2026-11-21).md", "ana.md"),
        ("ana (Case Conflict).md", "ana.md"),
        ("My page.sync-conflict-20261121-101010-ABCDEFG.md", "My page.md"),
        ("Phase 2.md", ""),
        ("A page (draft).md", ""),
        ("ana 2026.md", ""),
        ("ana-2.md", ""),
        ("ana.md", ""),
    ],
)
def test_a_copy_of_a_syncing_program_says_what_of(name: str, original: str) -> None:
    assert layout.copied_from(name) == original


@given(st.text(max_size=10))
def test_a_name_is_its_own_twin_in_any_case_and_any_form(name: str) -> None:
    key = layout.twin_key(name)

    assert {layout.twin_key(normalize(form, name)) for form in ("NFC", "NFD")} == {key}
    assert layout.twin_key(key) == key


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("Ana.md", "ana.md", True),
        ("caf\u00e9.md", "cafe\u0301.md", True),
        ("CAF\u00c9.md", "cafe\u0301.md", True),
        ("ana.md", "anna.md", False),
        ("cafe.md", "caf\u00e9.md", False),
    ],
)
def test_twins_differ_in_case_or_in_how_accents_are_written(
    one: str, other: str, *, are: bool
) -> None:
    assert (layout.twin_key(one) == layout.twin_key(other)) is are


@pytest.mark.parametrize("title", ["", "   ", "...", "💥💥", "\u2013\u2014", "\u200b", "@ # $"])
def test_a_title_that_names_nothing_is_refused(title: str) -> None:
    with pytest.raises(UsageError, match="no letters or digits"):
        layout.slug(title)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("How we take uploads over 5 GB", "how-we-take-uploads-over-5-gb"),
        ("Über die Größe", "uber-die-grosse"),
        ("con", "con-page"),
        ("Readme", "readme-page"),
        ("日本語", "ri-ben-yu"),
    ],
)
def test_a_title_names_its_file(title: str, name: str) -> None:
    assert layout.slug(title) == name


@given(st.text(st.characters(max_codepoint=127), max_size=80))
@settings(deadline=None)
@example("It's 1,000 km/h; 2,x & ,3 -- a_b")
def test_words_are_the_same_as_the_library_finds(title: str) -> None:
    known = slugify(title, max_length=layout.SLUG_LENGTH, word_boundary=True)

    assert layout.words(title) == (known.split("-") if known else [])


def test_a_long_title_is_cut_between_words() -> None:
    name = layout.slug("several words " * 20)

    assert name == "several-words-several-words-several-words-several-words"


def test_a_dated_stem_starts_with_its_day() -> None:
    assert layout.dated(date(2026, 12, 4), "friday") == "2026-12-04-friday"
    assert layout.dated(date(1, 1, 1)) == "0001-01-01"
