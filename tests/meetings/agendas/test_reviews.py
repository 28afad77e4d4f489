"""What is to be looked at again comes back in the agenda of its day."""

import json

from tests.conftest import Folder

REVIEW = "---\ntitle: Maps\nstatus: owned\nowner: ben\nreview_by: {day}\n---\n"
DECIDED = (
    "---\ntitle: Beacon\n---\n\n## Decision\n\nDecided 2026-12-01 by @ana\n\nReview on {day}\n"
)
PAGE = "agendas/2026-12-04-friday.md"
BLOCK = """\
## To be looked at again

- [Review the solutions for: Maps](../solutions/maps.md), @ben, wanted on 2026-11-30
- [Review the decision on: Beacon](../proposals/beacon.md), @ana, wanted on 2026-12-04

<!-- teamkit:end -->
"""


def due(folder: Folder, decision: str = "2026-12-04") -> None:
    folder.write(
        {
            "solutions/maps.md": REVIEW.format(day="2026-11-30"),
            "proposals/beacon.md": DECIDED.format(day=decision),
        }
    )


def test_a_review_on_the_day_of_the_meeting_is_on_its_page_days_before(small: Folder) -> None:
    due(small)

    made = small.run("agenda", "new", env={"TEAMKIT_TODAY": "2026-12-01"})

    assert small.read(PAGE).endswith(BLOCK)
    assert "Wanted on 2026-12-04: Review the decision on: Beacon (Ana).\n" in made.stderr


def test_a_later_one_is_not(small: Folder) -> None:
    due(small, "2026-12-05")

    small.run("agenda", "new")

    assert "Beacon" not in small.read(PAGE)


def test_where_nothing_waits_the_page_says_so(small: Folder) -> None:
    small.run("agenda", "new")

    assert "## To be looked at again\n\nNone.\n" in small.read(PAGE)


def test_a_part_that_somebody_deleted_stays_deleted(small: Folder) -> None:
    small.run("agenda", "new")
    page = small.read(PAGE).split("<!-- teamkit:begin reviews", maxsplit=1)[0]
    small.write({PAGE: page})
    due(small)

    small.run("agenda", "new")

    assert small.read(PAGE) == page


def test_a_page_that_stands_gets_it_and_other_commands_leave_it_alone(small: Folder) -> None:
    small.run("agenda", "new")
    due(small)

    again = small.run("agenda", "new")
    page = small.read(PAGE)
    shown = small.run("agenda", "show")

    assert (again.status, page.endswith(BLOCK)) == (0, True)
    assert "older than what is planned" not in shown.stderr


def test_once_they_are_done_the_part_says_so(small: Folder) -> None:
    due(small)
    small.run("agenda", "new")
    small.write(
        {
            "solutions/maps.md": REVIEW.format(day="2027-01-30"),
            "proposals/beacon.md": DECIDED.format(day="2027-01-30"),
        }
    )

    small.run("agenda", "new")

    assert "## To be looked at again\n\nNone.\n" in small.read(PAGE)


def test_what_was_edited_by_hand_stays_until_it_is_regenerated(small: Folder) -> None:
    due(small)
    small.run("agenda", "new")
    small.write({PAGE: small.read(PAGE).replace("@ben, wanted", "@ben, please, wanted")})
    due(small, "2027-01-30")

    kept = small.run("agenda", "new")
    edited = small.read(PAGE)
    small.run("agenda", "new", "--regenerate")

    assert "The block 'reviews' was edited by hand" in kept.stderr
    assert ("please" in edited, "please" in small.read(PAGE)) == (True, False)


def test_programs_get_them_too(small: Folder) -> None:
    due(small)

    page = json.loads(small.run("agenda", "new", "--json").stdout)

    keys = ("what", "assignees", "due", "path", "line")
    assert [tuple(review[key] for key in keys) for review in page["reviews"]] == [
        ("Review the solutions for: Maps", ["ben"], "2026-11-30", "solutions/maps.md", 5),
        ("Review the decision on: Beacon", ["ana"], "2026-12-04", "proposals/beacon.md", 7),
    ]
