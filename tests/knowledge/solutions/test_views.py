"""Beliefs about what people and programs see of needs."""

from datetime import date

from teamkit.knowledge.solutions import views
from teamkit.knowledge.solutions.add import Added, NeedDraft
from teamkit.knowledge.solutions.match import NeedFound
from teamkit.knowledge.solutions.model import Need
from teamkit.knowledge.solutions.records import NEED, Factor, NeedSeen, seen
from teamkit.knowledge.solutions.views_record import on_record
from teamkit.output.shapes import Card, Lines, Table
from teamkit.people.catalog import Catalog, Skill
from teamkit.store.change import Change
from tests.knowledge.solutions.needs import LANGUAGES, SIGN_IN, UPLOADS, need

TODAY = date(2026, 10, 1)
FACTOR = (1.2, 4)
LEGEND = (
    "~ is stated, times the team's 1.2; in brackets the jobs on record, from 3 on the range is "
    "theirs."
)
UPLOADING, SIGNING, SPEAKING = (
    need(UPLOADS, "large-uploads"),
    need(SIGN_IN, "sign-in"),
    need(LANGUAGES, "several-languages"),
)
CATALOG = Catalog({"s3": Skill("s3", "Object store")})
SIGN_IN_FACTS: dict[str, object] = {
    "need": "sign-in",
    "title": "Sign in with the account they have",
    "status": "owned",
    "owner": "ben",
    "skills": (),
    "tags": ("accounts",),
    "updated": None,
    "due": date(2026, 10, 1),
    "overdue": True,
    "solutions": (
        {
            "solution": "The client's own service",
            "need": "sign-in",
            "when": None,
            "stated": "3-5 d",
            "range": {
                "low_days": 3.6,
                "high_days": 6.0,
                "basis": "stated 3-5 d, times the team's 1.2; no job yet",
                "jobs": 0,
                "measured": False,
                "ratio": None,
            },
            "risks": (),
            "people": (),
            "path": "solutions/sign-in.md",
            "line": 10,
        },
    ),
    "uses": (),
    "path": "solutions/sign-in.md",
}


def see(*needs: Need, factor: Factor = FACTOR) -> list[NeedSeen]:
    return seen(needs, CATALOG, factor, TODAY)


def rows(shape: Table) -> list[tuple[str, ...]]:
    return list(shape.rows)


def test_the_list_shows_the_first_choice_and_what_is_to_be_reviewed() -> None:
    shape = views.solutions(see(UPLOADING, SIGNING, SPEAKING), FACTOR)

    assert rows(shape) == [
        ("large-uploads", UPLOADING.title, "owned", "ana", "~3.6-7.2 d (1)"),
        ("sign-in", "Sign in with the account they have", "owned", "ben", "~3.6-6 d (0)"),
        ("several-languages", "Publish pages in three languages", "missing", "", ""),
    ]
    assert shape.notes == (LEGEND, "To be reviewed: sign-in.")
    assert shape.facts == {"team_ratio": {"ratio": 1.2, "jobs": 4}}
    assert shape.items[1] == SIGN_IN_FACTS
    assert [item["overdue"] for item in shape.items] == [False, True, False]


def test_an_empty_list_says_how_to_begin() -> None:
    shape = views.solutions([], FACTOR)

    assert (shape.rows, shape.notes) == ((), ())
    assert shape.empty == 'No needs here. Record one: teamkit solutions add "What the client wants"'


def test_a_need_is_shown_with_its_page_as_it_stands() -> None:
    (uploading,) = see(UPLOADING)

    shape = views.solution(uploading, FACTOR)

    body = UPLOADING.document.body
    page = body.strip("\n")
    assert shape == Card(
        kind="solutions.show",
        title="Let people upload very large files",
        fields=(
            ("Status", "owned"),
            ("Owner", "ana"),
            ("Skills", "Object store, Web workers"),
            ("Tags", "files, storage"),
            ("Reviewed", "2026-05-14"),
            ("Review by", "2026-11-14"),
            ("File", "solutions/large-uploads.md"),
        ),
        items=(NEED.facts(uploading),),
        body=f"{on_record(UPLOADING, FACTOR)}\n\n{page}",
        facts={"team_ratio": {"ratio": 1.2, "jobs": 4}, "body": body},
    )


def test_the_track_record_is_for_programs_too() -> None:
    assert NEED.facts(see(UPLOADING)[0])["uses"] == (
        {
            "project": "Tidewatch",
            "date": date(2026, 2, 26),
            "solution": "Resumable upload",
            "estimated": {"text": "4-6 d", "low_days": 4.0, "high_days": 6.0},
            "actual": {"text": "7 d", "low_days": 7.0, "high_days": 7.0},
            "risks_happened": ("parts cost money",),
            "learnt": "ask @carla first",
            "line": 38,
        },
        {
            "project": "Mooring",
            "date": None,
            "solution": "A disk by post",
            "estimated": None,
            "actual": None,
            "risks_happened": (),
            "learnt": None,
            "line": 39,
        },
    )


def test_what_was_found_shows_solution_time_risks_and_words() -> None:
    trying = UPLOADING._replace(status="trying")
    found = [
        NeedFound(UPLOADING, UPLOADING.solutions[0], ("upload", "files"), "title", 2.0),
        NeedFound(trying, UPLOADING.solutions[1], ("disk",), "solutions", 1.0),
        NeedFound(SPEAKING, None, ("files",), "tags", 0.12345678),
    ]

    shape = views.found(found, see(*(one.need for one in found)), FACTOR)

    assert rows(shape) == [
        (
            "large-uploads",
            "Resumable upload",
            "~3.6-7.2 d (1)",
            "parts cost money; the browser sleeps",
            "upload, files",
        ),
        ("large-uploads", "A disk by post (trying)", "", "", "disk"),
        ("several-languages", "missing", "", "", "files"),
    ]
    assert shape.items[2] == {
        **NEED.facts(see(SPEAKING)[0]),
        "best": None,
        "words": ("files",),
        "found_in": "tags",
        "score": 0.123457,
    }
    assert shape.notes == (LEGEND,)


def test_people_read_the_best_few_and_programs_all() -> None:
    found = NeedFound(SIGNING, None, ("sign",), "title", 1.0)

    shape = views.found([found] * 10, see(SIGNING) * 10, FACTOR)

    assert (len(shape.rows), len(shape.items)) == (views.MOST_FOUND, 10)
    assert shape.notes == ("And 2 that fit less; all of them: --json",)


def test_what_is_measured_is_not_marked() -> None:
    use = UPLOADING.uses[0]
    measured = UPLOADING._replace(uses=(use, use._replace(line=1), use._replace(line=2)))

    shape = views.solutions(see(measured, factor=(1.0, 0)), (1.0, 0))

    assert rows(shape)[0][4] == "7 d (3)"
    assert shape.notes == ("In brackets the jobs on record, from 3 on the range is theirs.",)


def test_a_page_without_solutions_stands_alone() -> None:
    shape = views.solution(see(SPEAKING)[0], FACTOR)

    assert shape.body == SPEAKING.document.body.strip("\n")


def test_what_was_made_is_a_path() -> None:
    added = Added(Change("m", "solutions add"), "solutions/a-need.md", "missing")
    wanted = NeedDraft(
        "a-need", "A need", has_solution=False, owner="", skills=(), tags=(), page=""
    )

    assert views.made(added, wanted) == Lines(
        kind="solutions.add",
        lines=("solutions/a-need.md",),
        items=(
            {
                "need": "a-need",
                "title": "A need",
                "status": "missing",
                "path": "solutions/a-need.md",
            },
        ),
    )
