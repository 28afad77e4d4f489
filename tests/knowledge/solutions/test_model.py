"""Beliefs about reading a need."""

from datetime import date

import pytest

from teamkit.knowledge.solutions.estimate import parse as time
from teamkit.knowledge.solutions.model import Solution, Use, mentions
from tests.knowledge.solutions.needs import LANGUAGES, SIGN_IN, UPLOADS, need


def test_everything_a_file_says_is_read() -> None:
    found = need(UPLOADS, "large-uploads")

    assert (found.stem, found.title) == ("large-uploads", "Let people upload very large files")
    assert (found.status, found.owner) == ("owned", "ana")
    assert (found.skills, found.tags) == (("s3", "Web workers"), ("files", "storage"))
    assert (found.last_reviewed_on, found.review_by) == (date(2026, 5, 14), date(2026, 11, 14))
    assert found.solutions == (
        Solution(
            name="Resumable upload",
            when="files over 1 GB",
            time=time("3-6 d"),
            risks=("parts cost money", "the browser sleeps"),
            who=("ben", "ana"),
            line=23,
        ),
        Solution("A disk by post", "more than 2 TB", None, (), ("ana", "carla", "zoe"), 24),
    )
    assert found.uses == (
        Use(
            project="Tidewatch",
            day=date(2026, 2, 26),
            solution="Resumable upload",
            estimated=time("4-6 d"),
            actual=time("7 d"),
            risks=("parts cost money",),
            learnt="ask @carla first",
            line=38,
        ),
        Use("Mooring", None, "A disk by post", None, None, (), "", 39),
    )


def test_missing_columns_and_keys_are_left_out() -> None:
    found = need(SIGN_IN)

    assert found.solutions == (Solution("The client's own service", "", time("3-5 d"), (), (), 10),)
    assert (found.skills, found.uses, found.last_reviewed_on) == ((), (), None)


def test_extra_and_moved_columns_do_no_harm() -> None:
    rows = "| 3 | Ours | @ana |\n| 4 |  | @ben |\n"

    found = need(f"| Price | SOLUTION | Who |\n| -- | -- | -- |\n{rows}")

    assert found.solutions == (Solution("Ours", "", None, (), ("ana",), 3),)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (SIGN_IN, "owned"),
        (LANGUAGES, "missing"),
        ("Nothing at all\n", "missing"),
        ("---\nstatus: Trying\n---\n", "trying"),
        (SIGN_IN.replace("title:", "status: finished\ntitle:"), "owned"),
        (SIGN_IN.replace("title:", "status: [retired]\ntitle:"), "owned"),
    ],
)
def test_a_status_that_is_none_of_ours_follows_from_the_solutions(text: str, status: str) -> None:
    assert need(text).status == status


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: The key\n---\n# The heading\n", "The key"),
        ("\n## Below\n\n# The heading #\n", "The heading"),
        ("Only words\n", "a-need"),
        ("", "a-need"),
    ],
)
def test_the_title_comes_from_the_key_the_heading_or_the_name(text: str, title: str) -> None:
    assert need(text).title == title


def test_a_generated_block_is_never_read_back() -> None:
    table = "| Solution |\n| --- |\n| Old |\n"
    block = f"<!-- teamkit:begin table sum=0000 -->\n\n{table}\n<!-- teamkit:end -->\n"

    found = need(f"{block}\n{table.replace('Old', 'New')}")

    assert found.solutions == (Solution("New", "", None, (), (), 11),)


def test_other_tables_are_the_teams_own() -> None:
    found = need("| Price | Of |\n| --- | --- |\n| 3 | it |\n")

    assert (found.solutions, found.uses) == ((), ())


def test_tables_in_code_are_none() -> None:
    assert need("```\n| Solution |\n| --- |\n| Shown |\n```\n").solutions == ()


@pytest.mark.parametrize(
    ("cell", "who"),
    [
        ("@eli @ana", ("eli", "ana")),
        ("@eli, Ana Costa", ("eli", "ana costa")),
        ("Ana & Ben; @ana", ("ana", "ben")),
        (r"[[people/ana\|Ana]], [[ben]]", ("ana", "ben")),
        ("@jean-luc.b.", ("jean-luc.b",)),
        ("ana/ben", ("ana", "ben")),
        ("-", ()),
        ("?", ()),
        ("", ()),
    ],
)
def test_people_are_read_as_they_are_written(cell: str, who: tuple[str, ...]) -> None:
    found = need(f"| Solution | Who |\n| --- | --- |\n| Ours | {cell} |\n")

    assert found.solutions[0].who == who


def test_addresses_and_paths_mention_nobody() -> None:
    text = "@ana, (@ben) and **@carla**: not x@dani, /@eli, @@fay"

    assert [mentions(text), mentions("nobody")] == [["ana", "ben", "carla"], []]
