"""Beliefs about when a need is looked at again."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import ConflictError, UsageError
from teamkit.knowledge.solutions.review import Reviewed, review, reviews, week_of, with_room
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import SETTINGS, Folder
from tests.knowledge.solutions.needs import FILES, SIGN_IN, UPLOADS

TODAY = date(2026, 12, 1)
#: Half a year later: a Tuesday.
JUNE = date(2027, 6, 1)


def planned(*days: str) -> dict[str, str]:
    """Files whose next review is on these days, solutions and guidelines in turn."""
    kinds = ("solutions", "guidelines")
    return {
        f"{kinds[at % 2]}/planned-{at}.md": f"---\nreview_by: {day}\n---\n"
        for at, day in enumerate(days)
    }


def reviewed(
    folder: Folder, name: str = "sign-in", *, span: str = "", day: date | None = None
) -> Reviewed:
    folder.write({name: text for name, text in FILES.items() if not (folder.path / name).exists()})
    team = Team.open(folder.path)
    return review(team, directory(team), name, TODAY, span=span, day=day)


def test_the_day_is_stamped_and_the_next_one_planned(small: Folder) -> None:
    done = reviewed(small, "large-uploads")

    (write,) = done.change.writes
    assert write.text == UPLOADS.replace(
        "last_reviewed_on: 2026-05-14\nreview_in: 6 months\n",
        "last_reviewed_on: 2026-12-01\nreview_in: 6 months\nreview_by: 2027-06-01\n",
    )
    assert (done.on, done.wanted, done.others) == (JUNE, JUNE, ())
    assert done.change.message == ("Review the solutions for: Let people upload very large files")
    assert done.change.command == "solutions review"


@pytest.mark.parametrize(
    ("own", "settings", "span", "expected"),
    [
        ("", "", "", JUNE),
        ("review_in: 1 year\n", "review_in: 3 months", "", date(2027, 12, 1)),
        ("review_in: soon\n", "review_in: 3 months", "", date(2027, 3, 1)),
        ("review_in: soon\n", "review_in: later", "", JUNE),
        ("review_in: 1 year\n", "", "90 days", date(2027, 3, 1)),
    ],
)
def test_the_span_is_what_was_typed_else_the_files_else_the_teams(
    small: Folder, own: str, settings: str, span: str, expected: date
) -> None:
    small.write({"teamkit.yml": f"{SETTINGS}front_matter:\n  solutions: {{{settings}}}\n"})
    small.write({"solutions/sign-in.md": SIGN_IN.replace("owner:", f"{own}owner:")})

    assert reviewed(small, span=span).on == expected


def test_a_full_week_sends_it_to_the_nearest_with_room_and_says_why(small: Folder) -> None:
    small.write(planned("2027-05-31", "2027-06-06"))

    done = reviewed(small)

    assert (done.on, done.wanted) == (date(2027, 5, 25), JUNE)
    assert done.others == ("planned-0", "planned-1")
    assert "review_by: 2027-05-25\n" in done.change.writes[0].text


def test_its_own_last_plan_takes_no_room(small: Folder) -> None:
    small.write({"solutions/sign-in.md": SIGN_IN.replace("2026-10-01", "2027-06-02")})
    small.write(planned("2027-05-31"))

    assert reviewed(small).on == JUNE


def test_what_is_retired_takes_no_room(small: Folder) -> None:
    files = planned("2027-05-31", "2027-06-02")
    small.write({name: f"---\nstatus: Retired\n{text[4:]}" for name, text in files.items()})

    assert reviewed(small).on == JUNE


def test_the_team_says_how_many_a_week_bring(small: Folder) -> None:
    small.write(planned("2027-05-31", "2027-06-02"))
    small.write({"teamkit.yml": f"{SETTINGS}reviews_a_week: 3\n"})

    assert reviewed(small).on == JUNE


def test_a_day_that_is_said_is_taken(small: Folder) -> None:
    assert reviewed(small, day=date(2027, 2, 3)).on == date(2027, 2, 3)


def test_a_day_in_a_full_week_is_refused_with_the_nearest(small: Folder) -> None:
    small.write(planned("2027-05-31", "2027-06-02"))

    with pytest.raises(ConflictError) as refused:
        reviewed(small, day=date(2027, 6, 3))

    assert refused.value.message == (
        "The week of 2027-05-31 has 2 reviews already: planned-0, planned-1."
    )
    assert refused.value.hint == "The nearest with room: --next 2027-05-27"


@pytest.mark.parametrize(("span", "day"), [("0 days", None), ("", TODAY), ("", date(2026, 1, 1))])
def test_the_next_time_is_after_today(small: Folder, span: str, day: date | None) -> None:
    with pytest.raises(UsageError, match="after today"):
        reviewed(small, span=span, day=day)


def test_a_span_that_is_none_is_refused(small: Folder) -> None:
    with pytest.raises(UsageError, match="'soon' is not a span of time"):
        reviewed(small, span="soon")


def test_what_is_retired_is_not_reviewed(small: Folder) -> None:
    small.write({"solutions/old.md": "---\nstatus: retired\n---\n"})

    with pytest.raises(ConflictError) as refused:
        reviewed(small, "old")

    assert refused.value.message == "old is retired, and nobody reviews it any more."
    assert refused.value.hint == "Take it up again: teamkit solutions edit old --status owned"


def test_the_reviews_of_solutions_and_guidelines_are_counted_together(small: Folder) -> None:
    small.write({**FILES, **planned("2027-01-04", "2027-01-05")})

    assert reviews(Team.open(small.path)) == {
        "solutions/large-uploads.md": date(2026, 11, 14),
        "solutions/planned-0.md": date(2027, 1, 4),
        "solutions/sign-in.md": date(2026, 10, 1),
        "guidelines/planned-1.md": date(2027, 1, 5),
    }


def test_of_two_weeks_as_near_the_earlier_is_taken_but_never_the_past() -> None:
    monday = week_of(TODAY)
    full = [monday + timedelta(weeks=1)]

    assert with_room(TODAY + timedelta(weeks=1), TODAY, full, 1) == TODAY + timedelta(weeks=2)
    assert with_room(TODAY + timedelta(days=8), TODAY, full, 1) == TODAY + timedelta(days=1)


def test_without_a_limit_every_day_has_room() -> None:
    assert with_room(JUNE, TODAY, [JUNE] * 9, 0) == JUNE


SOON = st.integers(1, 80).map(lambda days: TODAY + timedelta(days=days))


@given(SOON, st.lists(SOON, max_size=40), st.integers(1, 3))
def test_no_week_gets_over_the_limit_and_no_nearer_one_has_room(
    wanted: date, others: list[date], at_most: int
) -> None:
    day = with_room(wanted, TODAY, others, at_most)

    taken = Counter(map(week_of, others))
    away = (day - wanted).days // 7
    between = (wanted + timedelta(weeks=at) for at in range(-abs(away) + 1, abs(away)))
    assert (day > TODAY, day.weekday()) == (True, wanted.weekday())
    assert taken[week_of(day)] < at_most
    assert all(taken[week_of(one)] >= at_most for one in between if one > TODAY)
    assert abs(away) <= len(taken)


@given(st.lists(SOON, min_size=1, max_size=30), st.integers(1, 3))
def test_reviews_planned_one_after_the_other_never_overfill_a_week(
    wishes: list[date], at_most: int
) -> None:
    days: list[date] = []

    for wanted in wishes:
        days.append(with_room(wanted, TODAY, days, at_most))

    assert max(Counter(map(week_of, days)).values()) <= at_most
