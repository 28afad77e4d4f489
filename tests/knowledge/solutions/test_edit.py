"""Beliefs about changing a need without touching the rest of its file."""

from datetime import date

import pytest

from teamkit.errors import (
    AmbiguousError,
    EditRefusedError,
    TeamkitError,
    UnknownError,
    UsageError,
)
from teamkit.knowledge.solutions.add import named
from teamkit.knowledge.solutions.edit import NeedEdit, Revised, by_hand, revise
from teamkit.people.catalog import catalog
from teamkit.people.directory import directory
from teamkit.people.person import Person
from teamkit.team import Team
from tests.conftest import SETTINGS, Folder
from tests.knowledge.solutions.needs import FILES, LANGUAGES, SIGN_IN, UPLOADS

TODAY = date(2026, 12, 1)
TABLE = "the table 'Solutions'"
BEN, CARLA = Person("ben", "Ben"), Person("carla", "Carla")


def revised(folder: Folder, name: str, wanted: NeedEdit) -> Revised:
    folder.write({name: text for name, text in FILES.items() if not (folder.path / name).exists()})
    team = Team.open(folder.path)
    return revise(team, directory(team), catalog(team), name, wanted, today=TODAY)


def text_of(done: Revised) -> str:
    (write,) = done.change.writes
    return write.text


def test_each_key_changes_alone_and_the_heading_follows_the_title(small: Folder) -> None:
    wanted = NeedEdit(title="Take  big files", owner=CARLA, status="trying")

    done = revised(small, "large-uploads", wanted)

    after = UPLOADS.replace("Let people upload very large files", "Take big files")
    after = after.replace('owner: "@ana"', 'owner: "carla"').replace("owned", "trying")
    assert text_of(done).replace("owner: carla", 'owner: "carla"') == after
    assert (done.change.message, done.change.command) == (
        "Edit the need: Take big files",
        "solutions edit",
    )
    assert (done.solution, done.is_owned_now) == ("", False)


def test_skills_and_tags_come_and_go_in_their_own_way_of_writing(small: Folder) -> None:
    wanted = NeedEdit(
        skills=["buckets", "web-workers"], no_skills=["S3"], tags=["#boats", "Files"], no_tags=[]
    )

    done = revised(small, "large-uploads", wanted)

    assert done.need.skills == ("Web workers", "s3")
    assert 'tags: ["#files", boats, storage]\n' in text_of(done)


def test_what_was_in_no_order_stays_so(small: Folder) -> None:
    small.write({"solutions/a.md": "---\ntags:\n  - z  # last\n  - b\n---\n"})

    done = revised(small, "a", NeedEdit(tags=["a"], no_tags=["#B"]))

    assert text_of(done) == "---\ntags:\n  - z  # last\n  - a\n---\n"


def test_the_last_tag_takes_its_key_along(small: Folder) -> None:
    done = revised(small, "sign-in", NeedEdit(no_tags=["accounts"]))

    assert text_of(done) == SIGN_IN.replace("tags: [accounts]\n", "")


def test_a_new_solution_is_a_new_row(small: Folder) -> None:
    wanted = NeedEdit(
        solution="A  link", time="2-3D", when="few users", risks=["held | back", "lost"], who=[BEN]
    )

    done = revised(small, "large-uploads", wanted)

    solution = done.need.solutions[2]
    assert (solution.name, solution.when, solution.risks, solution.who) == (
        "A link",
        "few users",
        ("held | back", "lost"),
        ("ben",),
    )
    assert solution.time is not None
    assert solution.time.spell() == "2-3 d"
    kept = text_of(done).split("\n")
    del kept[solution.line - 1]
    assert "\n".join(kept) == UPLOADS
    assert (done.solution, done.is_new) == ("A link", True)
    assert done.change.message == "Add a solution for: Let people upload very large files"


def test_a_solution_is_meant_by_the_start_of_its_name_and_changes_in_place(small: Folder) -> None:
    wanted = NeedEdit(
        solution="a disk", time="1 d", risks=["Wet", "Wet disk", "wet"], who=[BEN, CARLA]
    )

    done = revised(small, "large-uploads", wanted)

    row = "| A disk by post | more than 2 TB | a day |  | Carla, [[ana]] and Zoe |"
    new = (
        "| A disk by post | more than 2 TB | 1 d   | wet; Wet disk | Carla, [[ana]] and Zoe @ben |"
    )
    assert text_of(done) == UPLOADS.replace(row, new)
    assert (done.solution, done.is_new) == ("A disk by post", False)


def test_a_risk_that_is_known_is_not_added_again(small: Folder) -> None:
    done = revised(small, "large-uploads", NeedEdit(solution="resum", risks=["PARTS cost money"]))

    assert done.change.writes == ()


def test_the_only_solution_need_not_be_named(small: Folder) -> None:
    done = revised(small, "sign-in", NeedEdit(time="4 d"))

    assert text_of(done) == SIGN_IN.replace("| 3-5 d |", "| 4 d   |")


def test_a_missing_need_that_gets_a_solution_is_owned(small: Folder) -> None:
    done = revised(small, "several-languages", NeedEdit(solution="One folder per language"))

    assert done.is_owned_now
    assert text_of(done) == (
        LANGUAGES.replace("missing", "owned").replace(
            "tags: [content, files]\n",
            "tags: [content, files]\nlast_reviewed_on: 2026-12-01\nreview_in: 6 months\n",
        )
        + """
## Solutions

| Solution | Use it when | Approx. time | Risks | Who |
| --- | --- | --- | --- | --- |
| One folder per language |  |  |  |  |
"""
    )


def test_the_teams_own_span_counts_and_a_planned_review_stays(small: Folder) -> None:
    own = "front_matter:\n  solutions: {review_in: 1 year}\n"
    small.write({"teamkit.yml": SETTINGS + own})
    small.write(
        {"solutions/planned.md": "---\nlast_reviewed_on: 2026-11-30\nreview_by: 2027-02-01\n---\n"}
    )

    free = revised(small, "several-languages", NeedEdit(solution="x"))
    planned = revised(small, "planned", NeedEdit(solution="x"))

    assert free.need.document.text_of("review_in") == "1 year"
    assert planned.need.document.meta == {
        "last_reviewed_on": "2026-11-30",
        "review_by": "2027-02-01",
        "status": "owned",
    }


def test_a_status_that_is_said_stays(small: Folder) -> None:
    done = revised(small, "several-languages", NeedEdit(solution="Guess", status="trying"))

    assert (done.need.status, done.is_owned_now) == ("trying", False)


@pytest.mark.parametrize(
    ("name", "wanted", "kind", "told"),
    [
        (
            "sign-in",
            NeedEdit(status="own"),
            UsageError,
            ("Unknown status 'own'.", "Use one of: owned, trying, missing, retired"),
        ),
        (
            "sign-in",
            NeedEdit(skills=["web-wrokers"]),
            UnknownError,
            ("There is no skill 'web-wrokers'.", "Did you mean: web-workers?"),
        ),
        (
            "sign-in",
            NeedEdit(no_tags=["files"]),
            UnknownError,
            ("There is no tag 'files'.", "It has: accounts"),
        ),
        (
            "sign-in",
            NeedEdit(no_skills=["s3"]),
            UnknownError,
            ("There is no skill 's3'.", "It has none"),
        ),
        (
            "large-uploads",
            NeedEdit(time="3 d"),
            UsageError,
            (
                "There are several solutions: Resumable upload, A disk by post.",
                'Pick one: --solution "A disk by post"',
            ),
        ),
        (
            "sign-in",
            NeedEdit(who=[BEN]),
            EditRefusedError,
            (
                f"Cannot change {TABLE} without touching the rest: it has no column 'Who'.",
                "Change it by hand in an editor; then teamkit save.",
            ),
        ),
        (
            "large-uploads",
            NeedEdit(solution="New", time="3"),
            UsageError,
            (
                "'3' is not a duration.",
                "Write 3-6 d, 4 h or 2 w (a day is 8 hours, a week 5 days)",
            ),
        ),
    ],
)
def test_what_cannot_be_done_is_refused(
    small: Folder, name: str, wanted: NeedEdit, kind: type[TeamkitError], told: tuple[str, str]
) -> None:
    with pytest.raises(kind) as refused:
        revised(small, name, wanted)

    assert (refused.value.message, refused.value.hint) == told


def test_a_start_of_several_names_is_refused(small: Folder) -> None:
    small.write({"solutions/a.md": "| Solution |\n| --- |\n| By hand |\n| By boat |\n"})

    with pytest.raises(AmbiguousError):
        revised(small, "a", NeedEdit(solution="by", time="1 d"))


def test_a_page_that_hides_the_row_is_left_alone(small: Folder) -> None:
    small.write({"solutions/a.md": "<!-- never closed\n"})

    with pytest.raises(EditRefusedError, match="the new row would not be read"):
        revised(small, "a", NeedEdit(solution="By hand"))


def edited(folder: Folder, text: str) -> Revised:
    folder.write(FILES)
    team = Team.open(folder.path)
    people = directory(team)
    return by_hand(people, named(team, people, "sign-in"), text)


def test_a_page_edited_by_hand_is_written_as_it_is(small: Folder) -> None:
    text = SIGN_IN.replace("Sign in", "Log in").replace("\n", "\r\n")

    done = edited(small, text)

    assert (text_of(done), done.trouble) == (text, "")
    assert done.change.message == "Edit the need: Log in with the account they have"


def test_a_page_that_can_no_longer_be_read_is_not_lost(small: Folder) -> None:
    text = SIGN_IN.replace("owner: ben", "owner: ben\nowner: ana")

    done = edited(small, text)

    assert text_of(done) == text
    assert done.trouble == "solutions/sign-in.md:4: the key 'owner' appears twice, first on line 3"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" \n", "The page is empty; nothing was written."),
        (SIGN_IN, "Nothing was changed; nothing was written."),
    ],
)
def test_an_empty_or_unchanged_page_is_refused(small: Folder, text: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        edited(small, text)

    assert refused.value.message == message
