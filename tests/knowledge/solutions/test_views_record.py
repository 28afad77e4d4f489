"""Beliefs about what people and programs see of what becomes of a need."""

from datetime import date

from teamkit.knowledge.solutions import views_record as views
from teamkit.knowledge.solutions.edit import Revised
from teamkit.knowledge.solutions.ranges import Range
from teamkit.knowledge.solutions.review import Reviewed
from teamkit.knowledge.solutions.use import Used
from teamkit.output.shapes import Lines
from teamkit.store.change import Change
from tests.knowledge.solutions.needs import LANGUAGES, SIGN_IN, UPLOADS, need

CHANGE = Change("m", "solutions use")
UPLOADING, SIGNING = need(UPLOADS, "large-uploads"), need(SIGN_IN, "sign-in")
MEASURED = Range(3, 7, "3 jobs", 3, is_measured=True, ratio=1.2345)
STATED = Range(3, 7, "stated 3-7 d; 1 job so far", 1, is_measured=False, ratio=1.5)


def used(known: Range | None) -> Used:
    return Used(CHANGE, UPLOADING, UPLOADING.solutions[0], UPLOADING.uses[0], known)


def test_the_record_says_what_each_range_rests_on_and_how_often_risks_happened() -> None:
    assert views.on_record(UPLOADING, (1.2, 5)).split("\n") == [
        "What the jobs on record say:",
        "",
        "- Resumable upload: 3.6-7.2 d (stated 3-6 d, times the team's 1.2; 1 job so far)",
        "  - 1 of 1 job: parts cost money",
        "  - 0 of 1 job: the browser sleeps",
        "- A disk by post: no time is stated",
    ]


def test_a_need_without_solutions_has_no_record() -> None:
    assert views.on_record(need(LANGUAGES), (1.0, 0)) == ""


def test_a_job_is_answered_with_the_range_as_it_is_now() -> None:
    assert [views.now(used(known)) for known in (MEASURED, STATED, None)] == [
        "Resumable upload: 3-7 d (3 jobs, took 1.23 times the estimate in the middle).",
        "Resumable upload: 3-7 d (stated 3-7 d; 1 job so far).",
        "Resumable upload: no time is stated, and too few jobs to tell.",
    ]
    assert views.now(used(MEASURED._replace(ratio=None))) == "Resumable upload: 3-7 d (3 jobs)."


def test_a_job_is_a_path_for_people_and_the_row_for_programs() -> None:
    assert views.used(used(MEASURED)) == Lines(
        kind="solutions.use",
        lines=("solutions/large-uploads.md",),
        items=(
            {
                "need": "large-uploads",
                "title": "Let people upload very large files",
                "status": "owned",
                "path": "solutions/large-uploads.md",
                "project": "Tidewatch",
                "date": date(2026, 2, 26),
                "solution": "Resumable upload",
                "estimated": {"text": "4-6 d", "low_days": 4.0, "high_days": 6.0},
                "actual": {"text": "7 d", "low_days": 7.0, "high_days": 7.0},
                "risks_happened": ("parts cost money",),
                "learnt": "ask @carla first",
                "line": 38,
                "range": {
                    "low_days": 3,
                    "high_days": 7,
                    "basis": "3 jobs",
                    "jobs": 3,
                    "measured": True,
                    "ratio": 1.23,
                },
            },
        ),
    )


def test_what_changed_is_said_where_it_is_not_plain() -> None:
    added = Revised(CHANGE, SIGNING, "A link", is_new=True, is_owned_now=True)

    assert views.what_changed(Revised(CHANGE, SIGNING)) == []
    assert views.what_changed(added) == [
        "Added the solution: A link.",
        "It has a solution now, so its status is owned.",
    ]
    assert views.what_changed(Revised(CHANGE, SIGNING, "A link")) == [
        "Changed the solution: A link."
    ]
    assert views.what_changed(Revised(CHANGE, SIGNING, trouble="a.md:3: it is odd")) == [
        "It cannot be read yet, so it is not committed. a.md:3: it is odd"
    ]


def test_a_revised_need_is_a_path_and_what_it_says_now() -> None:
    assert views.revised(Revised(CHANGE, SIGNING, "A link", is_new=True)) == Lines(
        kind="solutions.edit",
        lines=("solutions/sign-in.md",),
        items=(
            {
                "need": "sign-in",
                "title": "Sign in with the account they have",
                "status": "owned",
                "path": "solutions/sign-in.md",
                "owner": "ben",
                "skills": (),
                "tags": ("accounts",),
                "solution": "A link",
                "added": True,
            },
        ),
    )


def test_the_next_review_is_named_and_why_it_moved() -> None:
    wanted = date(2027, 6, 1)
    plain = Reviewed(CHANGE, SIGNING, wanted, wanted)
    earlier = plain._replace(on=date(2027, 5, 25), others=("a", "b"))
    later = plain._replace(on=date(2027, 6, 15), others=("a",))

    assert views.next_time(plain) == ["Reviewed; next time on 2027-06-01."]
    assert views.next_time(earlier) == [
        "Reviewed; next time on 2027-05-25.",
        "The week of 2027-05-31 has 2 reviews already (a, b), so it is 1 week earlier.",
    ]
    assert views.next_time(later)[1] == (
        "The week of 2027-05-31 has 1 review already (a), so it is 2 weeks later."
    )
    assert views.reviewed(earlier).items == (
        {
            "need": "sign-in",
            "title": "Sign in with the account they have",
            "status": "owned",
            "path": "solutions/sign-in.md",
            "due": date(2027, 5, 25),
            "expected": wanted,
            "others_that_week": ("a", "b"),
        },
    )
