"""Beliefs about the solutions document as people and programs see it."""

import csv
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from teamkit.facts import Offer, Risk
from teamkit.knowledge.solutions.document import DocumentEntry, Group, SolutionsDocument
from teamkit.knowledge.solutions.model import Need
from teamkit.knowledge.solutions.views_document import (
    COLUMNS,
    CSV_COLUMNS,
    content,
    document,
    written,
)
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store.change import Change
from teamkit.store.outputs import Written
from tests.knowledge.solutions.needs import need

TODAY = date(2026, 12, 1)
PEOPLE = Directory(
    {
        "ana": Person("ana", "Ana Ferrándiz"),
        "ben": Person("ben", "Ben Oakhurst"),
        "eli": Person("eli", "Eli Mirabent", left=date(2026, 11, 30)),
    }
)
MEASURED = Offer(
    need="uploads", title="Upload files", status="owned", owner="ana", solution="In parts",
    when="over 1 GB", low=3.0, high=7.0, basis="4 jobs", jobs=4, is_measured=True,
    risks=(Risk("parts cost money", 1, 4, ("ask first",)), Risk("sleep", 0, 4)),
    who=("ben", "eli"), skills=("s3",), tags=("files", "storage"), path="solutions/uploads.md",
    line=9,
)  # fmt: skip
STATED = MEASURED._replace(
    solution="By post", when="", low=1.0, high=1.0, basis="stated 1 d; no job yet", jobs=0,
    is_measured=False, risks=(Risk("lost", 0, 0),), who=(), line=10,
)  # fmt: skip
NONE = MEASURED._replace(
    solution="", when="", low=None, high=None, basis="", jobs=0, is_measured=False, risks=(),
    who=(), owner="", status="missing",
)  # fmt: skip


def made(title: str = "Upload files", status: str = "owned", stem: str = "uploads") -> Need:
    text = f"---\nstatus: {status}\nlast_reviewed_on: 2026-09-14\nowner: ana\n---\n\n# {title}\n"
    return need(text, stem)


def page(
    offers: Sequence[Offer] = (MEASURED, STATED), also: tuple[str, ...] = ("storage",)
) -> SolutionsDocument:
    return SolutionsDocument((Group("files", (DocumentEntry(made(), also, tuple(offers)),)),), ())


def rows(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("| ") and "---" not in line][1:]


def test_a_solution_says_how_long_it_takes_what_may_happen_and_who_to_ask() -> None:
    first, second = rows(content(page(), PEOPLE, TODAY))

    assert first.strip("| ").split(" | ") == [
        "Upload files (also storage)",
        "In parts (over 1 GB)",
        "3-7 d, 4 jobs",
        "parts cost money (1 of 4); sleep (0 of 4)",
        "Ana Ferrándiz (owner), Ben Oakhurst",
        "2026-09-14",
    ]
    assert second == "|  | By post | 1 d (stated 1 d; no job yet) | lost | Ana Ferrándiz |  |"


def test_a_page_in_the_repository_links_its_needs() -> None:
    (first, _) = rows(content(page(also=()), PEOPLE, TODAY, "docs/en/all.md"))

    assert first.startswith("| [Upload files](../../solutions/uploads.md) | In parts")


def test_a_name_that_would_end_the_link_does_not() -> None:
    entry = DocumentEntry(made(title="Up [or] down", stem="my need (old)"), (), (MEASURED,))

    (row,) = rows(content(SolutionsDocument((Group("", (entry,)),), ()), PEOPLE, TODAY, "all.md"))

    assert row.startswith("| [Up \\[or\\] down](solutions/my%20need%20%28old%29.md) |")


def test_what_is_missing_stands_last() -> None:
    entry = DocumentEntry(made("In three languages", "missing"), ("content",), (NONE,))
    known = DocumentEntry(made(), (), (MEASURED, MEASURED._replace(low=None, high=None)))

    text = content(SolutionsDocument((Group("", (known,)),), (entry,)), PEOPLE, TODAY)

    assert [line for line in text.split("\n") if line.startswith("## ")] == [
        "## Needs",
        "## What we do not have yet",
    ]
    assert rows(text)[-1] == "| In three languages (content) | none yet |  |  |  | 2026-09-14 |"
    assert "| not known |" in text


def test_a_status_is_said_where_it_is_not_plainly_owned() -> None:
    offer = NONE._replace(status="trying")
    entries = (
        DocumentEntry(made(status="trying"), ("storage",), (offer,)),
        DocumentEntry(made(status="retired"), (), (STATED,)),
    )

    text = content(SolutionsDocument((Group("", entries),), ()), PEOPLE, TODAY)

    assert [row.split(" | ")[:2] for row in rows(text)] == [
        ["| Upload files (we are trying this; also storage)", "not written down yet"],
        ["| Upload files (retired)", "By post"],
    ]


def test_groups_have_headings_and_the_page_says_what_it_was_chosen_by() -> None:
    entry = DocumentEntry(made(), (), (STATED,))
    found = SolutionsDocument(
        (Group("files", (entry,)), Group("", (entry,))), (), ("files", "Print")
    )

    text = content(found, PEOPLE, TODAY)

    assert "\nOnly needs with the tag files and Print are on this page.\n\n## Files\n" in text
    assert "\n## Other needs\n" in text


def test_without_needs_it_says_so() -> None:
    assert content(SolutionsDocument((), ()), PEOPLE, TODAY).endswith(
        "\n\nNo needs are recorded yet."
    )


def test_who_has_left_is_not_named_and_a_guest_stays() -> None:
    offer = MEASURED._replace(owner="eli", who=("Zoe", "eli"))

    (row, _) = rows(content(page([offer, offer._replace(who=())]), PEOPLE, TODAY))

    assert row.split(" | ")[4] == "Zoe"


@given(st.text(st.sampled_from("|\\`<b>/!-* &\r\n\u2028[](x)") | st.characters(codec="utf-8")))
def test_whatever_stands_in_a_cell_the_table_has_its_cells(words: str) -> None:
    offer = MEASURED._replace(solution=f"x {words}", risks=(Risk(f"x|{words}<b>", 0, 0),))

    tokens = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .parse(content(page([offer]), PEOPLE, TODAY))
    )

    assert [t.type for t in tokens].count("td_open") == len(COLUMNS)
    assert [t.type for t in tokens].count("table_open") == 1


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("<img src=x> or <!-- b", "&lt;img src=x> or &lt;!-- b"),
        ("\\<b>", "\\&lt;b>"),
        ("a `<canvas>` and <canvas>", "a `<canvas>` and &lt;canvas>"),
        ("3 < 4 | 5", "3 < 4 \\| 5"),
        ("two\nlines", "two lines"),
    ],
)
def test_html_is_words_but_in_code(words: str, cell: str) -> None:
    (row,) = rows(content(page([STATED._replace(solution=words)]), PEOPLE, TODAY))

    assert f" | {cell} | 1 d (" in row


def test_a_spreadsheet_gets_a_row_per_solution() -> None:
    lines = document(page(), PEOPLE, TODAY, "Ours", as_csv=True).lines

    assert list(csv.reader(lines, strict=True)) == [
        list(CSV_COLUMNS),
        ["Upload files", "In parts", "over 1 GB", "3", "7", "4 jobs", "4",
         "parts cost money (1 of 4); sleep (0 of 4)", "Ana Ferrándiz", "Ben Oakhurst",
         "2026-09-14", "owned", "files, storage", "solutions/uploads.md"],
        ["Upload files", "By post", "", "1", "1", "stated 1 d; no job yet", "0", "lost",
         "Ana Ferrándiz", "", "2026-09-14", "owned", "files, storage", "solutions/uploads.md"],
    ]  # fmt: skip


def test_a_spreadsheet_runs_no_formula() -> None:
    offer = MEASURED._replace(solution="=HYPERLINK(1)", owner="")

    (_, row) = document(page([offer]), PEOPLE, TODAY, "Ours", as_csv=True).lines

    assert row.startswith("Upload files,'=HYPERLINK(1),over 1 GB,3,7,")


def test_people_read_it_line_by_line_and_programs_get_every_figure() -> None:
    shape = document(page(), PEOPLE, TODAY, "Ours")

    assert shape.lines[:2] == ("# Ours", "")
    assert "\n".join(shape.lines[2:]) == content(page(), PEOPLE, TODAY)
    assert shape.facts == {
        "tags": (),
        "groups": ({"tag": "files", "need_slugs": ["uploads"]},),
        "missing": [],
        "named_people": (
            {"person": "ana", "name": "Ana Ferrándiz"},
            {"person": "ben", "name": "Ben Oakhurst"},
            {"person": "eli", "name": "Eli Mirabent"},
        ),
        "page": None,
        "kept": False,
    }
    assert shape.items == (
        {
            "need": "uploads",
            "title": "Upload files",
            "status": "owned",
            "owner": "ana",
            "skills": ("s3",),
            "tags": (),
            "updated": date(2026, 9, 14),
            "due": None,
            "overdue": False,
            "solutions": (
                {
                    "solution": "In parts",
                    "need": "uploads",
                    "when": "over 1 GB",
                    "stated": None,
                    "range": {
                        "low_days": 3.0,
                        "high_days": 7.0,
                        "basis": "4 jobs",
                        "jobs": 4,
                        "measured": True,
                        "ratio": None,
                    },
                    "risks": (
                        {"risk": "parts cost money", "happened": 1, "jobs": 4,
                         "lessons": ("ask first",)},
                        {"risk": "sleep", "happened": 0, "jobs": 4, "lessons": ()},
                    ),
                    "people": ("ben", "eli"),
                    "path": "solutions/uploads.md",
                    "line": 9,
                },
                {
                    "solution": "By post",
                    "need": "uploads",
                    "when": None,
                    "stated": None,
                    "range": {
                        "low_days": 1.0,
                        "high_days": 1.0,
                        "basis": "stated 1 d; no job yet",
                        "jobs": 0,
                        "measured": False,
                        "ratio": None,
                    },
                    "risks": ({"risk": "lost", "happened": 0, "jobs": 0, "lessons": ()},),
                    "people": (),
                    "path": "solutions/uploads.md",
                    "line": 10,
                },
            ),
            "uses": (),
            "path": "solutions/uploads.md",
        },
    )  # fmt: skip


def test_a_page_that_was_written_is_its_path() -> None:
    kept = Written(Change("m", "solutions doc"), "docs/all.md", "solutions", is_kept=True)

    shape = written(page(), PEOPLE, TODAY, kept)

    assert (shape.lines, shape.facts["page"], shape.facts["kept"]) == (
        ("docs/all.md",),
        "docs/all.md",
        True,
    )
