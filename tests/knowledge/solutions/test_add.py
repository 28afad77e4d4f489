"""Beliefs about recording a need, and about which needs are meant."""

from collections.abc import Sequence
from datetime import date

import pytest

from teamkit.errors import (
    AlreadyThereError,
    AmbiguousError,
    BadDocumentError,
    UnknownError,
    UsageError,
)
from teamkit.knowledge.solutions import add as actions
from teamkit.knowledge.solutions.add import Added, NeedDraft, Way
from teamkit.people.catalog import catalog
from teamkit.people.directory import directory
from teamkit.store.change import Change, Write
from teamkit.team import Team
from tests.conftest import SETTINGS, Folder
from tests.knowledge.solutions.needs import FILES

TODAY = date(2026, 12, 1)
OURS = Way("Resumable upload", "3-6d", ("storage | cost", " the browser\nsleeps ", ""))
OWNED = """\
---
title: Upload files over 5 GB
status: owned
owner: ana
skills:
  - s3
  - web-workers
tags:
  - files
  - storage
last_reviewed_on: 2026-12-01
review_in: 6 months
---

# Upload files over 5 GB

"It never arrives."

## Solutions

Time is a range in which three of five such jobs fall.

| Solution | Use it when | Approx. time | Risks | Who |
| --- | --- | --- | --- | --- |
| Resumable upload |  | 3-6 d | storage \\| cost; the browser sleeps | @ana |

## Track record

What such jobs really took. One line per job, also when it went well.

| Project | Date | Solution | Estimated | Actual | Risks that happened | What we learnt |
| --- | --- | --- | --- | --- | --- | --- |
"""
MISSING = """\
---
title: Upload files over 5 GB
status: missing
---

# Upload files over 5 GB

## Solutions

Time is a range in which three of five such jobs fall.

| Solution | Use it when | Approx. time | Risks | Who |
| --- | --- | --- | --- | --- |

## Track record

What such jobs really took. One line per job, also when it went well.

| Project | Date | Solution | Estimated | Actual | Risks that happened | What we learnt |
| --- | --- | --- | --- | --- | --- | --- |
"""


def draft(
    folder: Folder, title: str, way: Way | None = None, *skills: str, body: str = ""
) -> NeedDraft:
    team = Team.open(folder.path)
    return actions.draft(team, catalog(team), title, way or Way(), skills=skills, body=body)


def add(folder: Folder, wanted: NeedDraft, page: str | None = None) -> Added:
    team = Team.open(folder.path)
    page = wanted.page if page is None else page
    return actions.add(team, directory(team), wanted, page, TODAY)


def test_a_need_with_a_solution_is_owned_and_its_review_planned(small: Folder) -> None:
    small.write(FILES)
    team = Team.open(small.path)
    wanted = actions.draft(
        team,
        catalog(team),
        " Upload files\tover 5 GB ",
        OURS,
        owner=directory(team).get("ana"),
        skills=("web workers", "buckets", "s3"),
        tags=("storage", "#files", " "),
        body='\n"It never arrives."\n\n',
    )

    added = add(small, wanted)

    path = "solutions/upload-files-over-5-gb.md"
    message = "Add a solution for: Upload files over 5 GB"
    change = Change(message, "solutions add", (Write(path, OWNED),))
    assert added == Added(change, path, "owned")


def test_a_need_without_a_solution_is_missing(small: Folder) -> None:
    added = add(small, draft(small, "Upload files over 5 GB"))

    assert added.status == "missing"
    assert added.change.message == "Record a missing solution for: Upload files over 5 GB"
    assert [write.text for write in added.change.writes] == [MISSING]


def test_what_the_team_always_writes_stays(small: Folder) -> None:
    keys = "front_matter:\n  solutions: {layout: page, owner: ben, review_in: 1 year}\n"
    small.write({"teamkit.yml": SETTINGS + keys})

    texts = [
        add(small, draft(small, "A need", way)).change.writes[0].text.partition("\n---\n")[0]
        for way in (Way("Ours"), Way())
    ]

    always = "---\nlayout: page\nowner: ben\nreview_in: 1 year\ntitle: A need\n"
    assert texts == [
        f"{always}status: owned\nlast_reviewed_on: 2026-12-01",
        f"{always}status: missing",
    ]


def test_an_edited_page_decides_the_status(small: Folder) -> None:
    wanted = draft(small, "A need")
    page = wanted.page.replace("| --- |\n\n", "| --- |\n| Ours | | 2 d | | @ana |\n\n", 1)

    assert [add(small, wanted, page).status, add(small, wanted, "Other words\n").status] == [
        "owned",
        "missing",
    ]


def test_an_empty_page_is_refused(small: Folder) -> None:
    with pytest.raises(UsageError, match="The page is empty"):
        add(small, draft(small, "A need"), " \n")


@pytest.mark.parametrize("body", ["```\nopen", "<!-- open"])
def test_a_text_that_would_hide_the_solution_is_refused(small: Folder, body: str) -> None:
    with pytest.raises(UsageError, match="hides the table"):
        add(small, draft(small, "A need", OURS, body=body))


@pytest.mark.parametrize(("title", "body"), [("A need", "\udcff"), ("A need \udcff", "")])
def test_half_a_character_is_refused(small: Folder, title: str, body: str) -> None:
    with pytest.raises(UsageError, match="not UTF-8"):
        add(small, draft(small, title, body=body))


def test_a_page_that_could_not_be_read_again_is_refused(small: Folder) -> None:
    with pytest.raises(BadDocumentError, match="NUL"):
        add(small, draft(small, "A need", body="a\0b"))


@pytest.mark.parametrize("title", ["...", "🦀🦀", "", " \n "])
def test_a_title_that_names_nothing_is_refused(small: Folder, title: str) -> None:
    with pytest.raises(UsageError, match="no letters or digits"):
        draft(small, title)


def test_a_long_title_gets_a_short_name(small: Folder) -> None:
    wanted = draft(small, "🦀 word " * 60)

    assert len(wanted.title) > 300
    assert len(wanted.stem) <= 60


@pytest.mark.parametrize(
    "title", ["yes", "12:30", "2026-12-01", "- a: b", "# $title", 'say "no"', "a | b", "\x1b[2J x"]
)
def test_any_title_reads_back(small: Folder, title: str) -> None:
    added = add(small, draft(small, title, OURS))

    small.write({added.path: added.change.writes[0].text})
    team = Team.open(small.path)
    found = actions.listed(team, directory(team))
    assert [one.title for one in found] == [title.replace("\x1b", "")]
    assert [one.solutions[0].risks for one in found] == [("storage | cost", "the browser sleeps")]


def test_a_need_that_is_there_is_not_recorded_twice(small: Folder) -> None:
    small.write(FILES)

    with pytest.raises(AlreadyThereError) as refused:
        draft(small, "Large Uploads!")

    assert refused.value.where == "solutions/large-uploads.md"
    assert refused.value.hint == "See it: teamkit solutions show large-uploads"


def test_a_file_that_cannot_be_read_is_there_too(small: Folder) -> None:
    small.write({"solutions/a-need.md": "---\nbroken: [\n---\n"})

    with pytest.raises(AlreadyThereError):
        draft(small, "A need")


def test_an_unknown_skill_says_the_closest(small: Folder) -> None:
    small.write(FILES)

    with pytest.raises(UnknownError) as refused:
        draft(small, "A need", None, "web-wrokers")

    assert str(refused.value) == "There is no skill 'web-wrokers'."
    assert refused.value.hint == "Did you mean: web-workers?"


def test_without_a_catalog_the_refusal_says_where_skills_go(small: Folder) -> None:
    with pytest.raises(UnknownError) as refused:
        draft(small, "A need", None, "s3")

    assert refused.value.hint == "Add it to skills/catalog.yml"


@pytest.mark.parametrize("way", [Way(time="3 d"), Way("  ", risks=("late",))])
def test_time_and_risks_need_a_solution(small: Folder, way: Way) -> None:
    with pytest.raises(UsageError, match="need a solution"):
        draft(small, "A need", way)


def test_a_bad_time_is_refused(small: Folder) -> None:
    with pytest.raises(UsageError, match="'soon' is not a duration"):
        draft(small, "A need", OURS._replace(time="soon"))


@pytest.mark.parametrize(
    ("status", "tags", "stems"),
    [
        ("", (), ["large-uploads", "several-languages", "sign-in"]),
        ("owned", (), ["large-uploads", "sign-in"]),
        ("retired", (), []),
        ("", ("FILES",), ["large-uploads", "several-languages"]),
        ("", ("#files", "storage"), ["large-uploads"]),
        ("missing", ("files",), ["several-languages"]),
    ],
)
def test_status_and_every_tag_narrow_the_list(
    small: Folder, status: str, tags: Sequence[str], stems: list[str]
) -> None:
    small.write(FILES)
    team = Team.open(small.path)

    found = actions.listed(team, directory(team), status=status, tags=tags)

    assert [need.stem for need in found] == stems


def test_a_status_that_is_none_is_refused_with_ours(small: Folder) -> None:
    team = Team.open(small.path)

    with pytest.raises(UsageError) as refused:
        actions.listed(team, directory(team), status="done")

    assert refused.value.hint == "Use one of: owned, trying, missing, retired"


@pytest.mark.parametrize(
    "name",
    [
        "large-uploads",
        "large",
        "uploads",
        "solutions/large-uploads.md",
        "let people  UPLOAD very large files",
    ],
)
def test_a_need_goes_by_its_file_a_part_of_it_or_its_title(small: Folder, name: str) -> None:
    small.write(FILES)
    team = Team.open(small.path)

    assert actions.named(team, directory(team), name).stem == "large-uploads"


def test_a_name_that_fits_none_or_several_is_refused(small: Folder) -> None:
    small.write(FILES)
    team = Team.open(small.path)

    with pytest.raises(UnknownError) as refused:
        actions.named(team, directory(team), "sign-on")
    assert refused.value.hint == "Did you mean: sign-in?"
    with pytest.raises(AmbiguousError):
        actions.named(team, directory(team), "s")
