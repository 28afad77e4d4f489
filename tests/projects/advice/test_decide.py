"""Beliefs about deciding: who may, when, and what stays."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

import pytest

from teamkit.errors import ConflictError, UsageError
from teamkit.projects.advice.decide import (
    ProposalDecided,
    TypedDecision,
    decide,
    decider_of,
    review_day,
)
from tests.projects.advice.made import PEOPLE, TEXT, TODAY, day, known, proposal

LATER = day("12-08")
ANYWAY: dict[str, Any] = {"anyway": True, "because": "the client calls at noon."}


def made(
    file: str = TEXT,
    /,
    *,
    by: str = "carla",
    today: date = LATER,
    objections: Sequence[str] = (),
    **wanted: Any,
) -> ProposalDecided:
    wish = TypedDecision(**{"text": "We do it.", **wanted})
    return decide(known(file, today), wish, by, people=PEOPLE, today=today, objections=objections)


def section(outcome: ProposalDecided) -> str:
    return outcome.change.writes[0].text.split("## Decision\n\n")[1]


def test_all_of_it_stands_under_the_heading() -> None:
    outcome = made(
        outcome="known an hour\nbefore", review_on=day("12-11"), dissent=["@goran: too early"]
    )

    assert section(outcome) == (
        "Decided 2026-12-08 by @carla\n\nWe do it.\n\n"
        "No answer by 2026-11-27: @ben.\n\nNo answer by 2026-12-07: @goran.\n\n"
        "Intended outcome: known an hour before\n\nReview on 2026-12-11\n\n"
        "Dissent: @goran: too early\n"
    )
    assert proposal(outcome.change.writes[0].text).decision._replace(line=0) == (
        outcome.decision._replace(text=section(outcome).strip())
    )
    assert [one.person for one in outcome.silent] == ["ben", "goran"]
    assert outcome.change.subject == "Decide on Beacon"


def test_nothing_else_of_the_file_moves() -> None:
    outcome = made()

    assert outcome.change.writes[0].text.split("## Decision")[0] == TEXT.split("## Decision")[0]


def test_it_waits_for_those_who_may_still_answer() -> None:
    with pytest.raises(ConflictError) as refused:
        made(today=TODAY)

    assert refused.value.message == "Goran may still answer (wanted by 2026-12-07)."
    assert "--anyway --because" in (refused.value.hint or "")


def test_without_a_day_it_waits_too() -> None:
    with pytest.raises(ConflictError, match=r"Ben may still answer \(no day was said\)"):
        made(TEXT.replace("2026-11-19 | 2026-11-27", " | "))


def test_who_waits_no_longer_says_why() -> None:
    outcome = made(today=TODAY, **ANYWAY)

    told = "Without waiting for @goran (wanted by 2026-12-07), because the client calls at noon."
    assert told in section(outcome)


def test_only_the_decider_decides() -> None:
    with pytest.raises(ConflictError) as refused:
        made(by="ana")

    assert refused.value.message == "Carla decides on Beacon, not Ana."


def test_somebody_in_their_place_says_why() -> None:
    told = section(made(by="ana", **ANYWAY))

    assert told.startswith("Decided 2026-12-08 by @ana\n")
    assert "In place of @carla, because the client calls at noon." in told


def test_without_a_decider_the_owner_decides_and_without_one_anybody() -> None:
    owned = TEXT.replace("decider: carla\n", "")
    free = owned.replace("owner: ana\n", "")

    assert [decider_of(proposal(text)) for text in (TEXT, owned, free)] == ["carla", "ana", ""]
    assert made(free, by="goran").decision.by == "goran"


@pytest.mark.parametrize("flag", ["anyway", "drops_dissent"])
def test_what_is_unusual_needs_a_reason(flag: str) -> None:
    with pytest.raises(UsageError, match="needs a reason"):
        made(because=" ", **cast("Any", {flag: True}))


def test_a_review_is_to_come() -> None:
    with pytest.raises(UsageError, match="which is not in the future"):
        made(review_on=LATER)


def test_no_words_are_refused() -> None:
    with pytest.raises(UsageError, match="The decision is empty"):
        made(text=" ")


@pytest.mark.parametrize(
    ("risk", "today", "review"),
    [
        ("high", date(2026, 12, 8), date(2027, 1, 8)),
        ("medium", date(2026, 11, 30), date(2027, 2, 28)),
        ("low", date(2026, 8, 31), date(2027, 2, 28)),
        ("unclear", date(2026, 12, 8), date(2027, 3, 8)),
    ],
)
def test_the_risk_says_when_to_look_again(risk: str, today: date, review: date) -> None:
    assert review_day(proposal(TEXT.replace("risk: medium", f"risk: {risk}")), today) == review


def test_deciding_again_stands_above_and_keeps_the_dissent() -> None:
    first = made(dissent=["@goran: too early"]).change.writes[0].text

    second = made(first, today=day("12-11"), text="Later.", dissent=["@ben: why later?"])

    assert second.carried == ("@goran: too early",)
    assert section(second).startswith("Decided 2026-12-11 by @carla\n\nLater.\n")
    assert "Decided 2026-12-08 by @carla\n\nWe do it." in section(second)
    assert proposal(second.change.writes[0].text).decision.dissent == (
        "@goran: too early; @ben: why later?"
    )


def test_open_objections_of_the_notes_are_kept_once() -> None:
    objection = "@eli: the battery (2026-11-20)"
    first = made(objections=[objection])

    again = made(first.change.writes[0].text, today=day("12-11"), objections=[objection])

    assert (first.carried, first.decision.dissent) == ((objection,), objection)
    assert again.decision.dissent == objection


def test_dissent_goes_only_with_a_reason_that_stays() -> None:
    first = made(dissent=["@goran: too early"]).change.writes[0].text

    again = made(
        first, today=day("12-11"), drops_dissent=True, because="he agrees now", objections=["x"]
    )

    told = "Dissent no longer kept, because he agrees now: @goran: too early"
    assert (told in section(again), again.decision.dissent, again.carried) == (True, "", ())


@pytest.mark.parametrize("word", ["", "no", "None.", "nobody", "-"])
def test_no_dissent_is_no_line(word: str) -> None:
    assert "Dissent" not in section(made(dissent=[word], outcome=word))


def test_headings_in_the_text_are_no_headings() -> None:
    outcome = made(text="# Yes\nWe do.")

    assert (outcome.headings, "\\# Yes\nWe do." in section(outcome)) == (1, True)
