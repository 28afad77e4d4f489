"""Beliefs about recording what a job really took."""

from datetime import date

import pytest

from teamkit.errors import ConflictError, EditRefusedError, NotFoundError, UsageError
from teamkit.knowledge.solutions.ranges import Range
from teamkit.knowledge.solutions.use import Job, Used, use
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES, UPLOADS

TODAY = date(2026, 12, 1)
JOB = Job("Coastal  watch", "5-7d", solution="resumable")
LAST = "| Mooring | soon | A disk by post | ? | |\n"


def used(folder: Folder, job: Job, name: str = "large-uploads", on: date = TODAY) -> Used:
    folder.write(FILES) if not (folder.path / "solutions").exists() else None
    team = Team.open(folder.path)
    return use(team, directory(team), name, job, on=on, today=TODAY)


def test_a_job_is_one_more_row_and_nothing_else(small: Folder) -> None:
    job = JOB._replace(
        estimated="4 D", risks=["browser"], new_risks=[" no\nstore "], learnt="a | b\nc"
    )

    done = used(small, job)

    (write,) = done.change.writes
    row = write.text[len(UPLOADS) :]
    assert write.text.startswith(UPLOADS)
    assert [cell.strip() for cell in row.strip().strip("|").replace("\\|", "/").split("|")] == [
        "Coastal watch",
        "2026-12-01",
        "Resumable upload",
        "4 d",
        "5-7 d",
        "the browser sleeps; no store",
        "a / b c",
    ]
    assert done.change.message == "Record a job of large-uploads: Coastal watch took 5-7 d"
    assert done.change.command == "solutions use"
    assert (done.solution.name, done.use.project) == ("Resumable upload", "Coastal watch")
    assert done.use.risks == ("the browser sleeps", "no store")


def test_the_range_counts_the_new_job_and_so_does_the_teams_factor(small: Folder) -> None:
    first = used(small, JOB)
    for day in ("2026-11-02", "2026-11-03"):
        write = used(small, JOB._replace(estimated="3 d"), on=date.fromisoformat(day)).change
        small.write({write.writes[0].path: write.writes[0].text})

    assert first.range == Range(
        3.0, 6.0, "stated 3-6 d; 2 jobs so far", 2, is_measured=False, ratio=1.4
    )
    last = used(small, JOB).range
    assert last
    assert (last.spell(), last.basis, last.ratio) == ("6-6.8 d", "4 jobs", 2.0)


def test_a_need_without_a_record_gets_one(small: Folder) -> None:
    done = used(small, Job("Tidewatch", "4 d"), "sign-in")

    (write,) = done.change.writes
    assert write.text.startswith(FILES["solutions/sign-in.md"])
    assert write.text.endswith(
        """\
| The client's own service | 3-5 d |

## Track record

| Project | Date | Solution | Estimated | Actual | Risks that happened | What we learnt |
| --- | --- | --- | --- | --- | --- | --- |
| Tidewatch | 2026-12-01 | The client's own service |  | 4 d |  |  |
"""
    )


def test_a_short_record_of_the_only_solution_is_enough(small: Folder) -> None:
    text = "| Solution |\n| --- |\n| By hand |\n\n| Actual | Project |\n|--:|---|\n"
    small.write({"solutions/a.md": text})

    done = used(small, Job("Tidewatch", "4 d"), "a")

    assert done.change.writes[0].text == f"{text}| 4 d | Tidewatch |\n"
    assert done.range is None


def test_the_very_same_job_is_not_recorded_twice(small: Folder) -> None:
    job = Job("Tidewatch", "7 d", solution="resumable")

    with pytest.raises(ConflictError) as refused:
        used(small, job, on=date(2026, 2, 26))

    assert refused.value.message == "That job is on record."
    assert refused.value.where == "solutions/large-uploads.md:38"
    assert refused.value.hint == "For another job of that project, give its day: --date DAY"


@pytest.mark.parametrize(
    ("job", "message"),
    [
        (JOB._replace(project=" "), "The project has no name."),
        (JOB._replace(actual="-7 d"), "'-7 d' is not a duration."),
        (JOB._replace(actual="0 d"), "'0 d' begins with no time at all."),
        (JOB._replace(learnt="\udcff"), "Some of what was typed is not UTF-8 text."),
        (JOB._replace(estimated="6-3 d"), "'6-3 d' ends below where it starts."),
    ],
)
def test_what_cannot_be_meant_is_refused(small: Folder, job: Job, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        used(small, job)

    assert refused.value.message == message


def test_a_job_is_not_done_before_its_day(small: Folder) -> None:
    with pytest.raises(UsageError, match="2026-12-02 is in the future"):
        used(small, JOB, on=date(2026, 12, 2))


def test_a_risk_that_nobody_knows_is_refused(small: Folder) -> None:
    with pytest.raises(NotFoundError, match="no known risk 'hail'"):
        used(small, JOB._replace(risks=["hail"]))


def test_a_page_that_hides_the_row_is_left_alone(small: Folder) -> None:
    text = "| Solution |\n| --- |\n| By hand |\n\n```\nnever closed\n"
    small.write({"solutions/a.md": text})

    with pytest.raises(EditRefusedError, match="the new row would not be read"):
        used(small, Job("Tidewatch", "4 d"), "a")
