"""Why something comes back, and how often it did."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from teamkit.meetings.discussed import discussed, met, was_discussed
from teamkit.meetings.topics.carry_over import PATIENCE, Return, ordinal, returns, times_since
from tests.conftest import Folder
from tests.meetings.made import day, notes, taken, topic

MEETING = "2026-12-04-friday"
HELD = [
    notes("## Tiles\n\n## Wins\n\n- Win: x\n", on="11-13"),
    notes("## Wins\n\n- Win: y\n", on="11-20"),
]


def test_a_heading_without_words_was_not_reached_and_one_that_is_missing_had_no_place() -> None:
    planned, left = topic("Tiles", brought=day("11-10")), topic("Cache", brought=day("11-18"))

    found = returns([left, planned], met(HELD[:1]), MEETING)
    later = returns([left, planned], met(HELD), MEETING)

    assert found == [Return(planned, 1, "not reached on 2026-11-13")]
    assert later == [
        Return(planned, 2, "had no place on 2026-11-20"),
        Return(left, 1, "had no place on 2026-11-20"),
    ]


def test_a_topic_brought_on_the_day_or_without_a_day_has_not_waited() -> None:
    same, undated = topic("a", brought=day("11-20")), topic("b")

    assert returns([same, undated], met(HELD), MEETING) == []


def test_a_promise_starts_anew() -> None:
    kept = topic("a", brought=day("11-01"), meeting=MEETING)
    promised_before = topic("b", brought=day("11-01"), meeting="2026-11-20-friday")

    found = returns([kept, promised_before], met(HELD), MEETING)

    assert found == [Return(promised_before, 1, "had no place on 2026-11-20")]


def test_after_the_third_time_the_agenda_asks() -> None:
    held = met([notes("- x\n", on=f"11-{d:02d}") for d in (6, 13, 20, 27)])
    one = topic("a", brought=day("11-01"))

    asked = [returns([one], held[:n], MEETING)[0].asks for n in (1, 2, 3, 4)]

    assert asked == [times >= PATIENCE for times in (1, 2, 3, 4)] == [False, False, True, True]


def test_what_stands_under_a_title_closes_it_until_it_is_promised_again() -> None:
    last = discussed(met([*HELD, notes("## tiles.\n\n- Key: z\n", on="11-27")]))

    assert last == {"wins": day("11-20"), "tiles": day("11-27")}
    assert was_discussed(topic("Tiles"), last)
    assert not was_discussed(topic("Tiles", meeting=MEETING), last)
    assert not was_discussed(topic("Tiles", brought=day("11-28")), last)


def test_an_empty_item_says_nothing_and_a_smaller_heading_belongs_to_the_topic() -> None:
    empty = notes("## Tiles\n\n- \n- [ ] \n\n## Maps\n\n### Colours\n\nblue\n\n# End\n\nbye\n")

    assert met([empty])[0].headings == {"tiles": False, "maps": True}


@given(st.lists(st.dates(day("01-01"), day("12-31"))), st.dates(day("01-01"), day("12-31")))
def test_it_comes_back_once_for_each_meeting_after_it(days: list[date], since: date) -> None:
    history = met([notes("- x\n", on=f"{d:%m-%d}") for d in days])

    assert times_since(history, since) == sum(d > since for d in days)


def test_numbers_are_said_as_people_say_them() -> None:
    said = [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)]

    assert said == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"]


def test_the_agenda_says_why_each_topic_is_back_and_asks(small: Folder) -> None:
    small.write({"topics/2026-10-20-ana-tiles.md": "---\ntitle: Tiles\nby: ana\n---\n"})
    small.write({f"notes/2026-11-{d:02d}-friday.md": taken(takers="ben") for d in (6, 13, 20)})
    small.write({"notes/2026-11-27-friday.md": taken(takers="ben") + "\n## Tiles\n"})

    result = small.run("agenda", "new")

    link = "[Tiles](../topics/2026-10-20-ana-tiles.md)"
    asked = "Keep it, drop it, or take it outside the meeting?"
    page = small.read("agendas/2026-12-04-friday.md")
    assert f"\n- {link}, for the 4th time: not reached on 2026-11-27. {asked}\n" in page
    assert "Back for the 4th time: Tiles (not reached on 2026-11-27)." in result.stderr
    assert "teamkit agenda keep|drop|async 2026-10-20-ana-tiles" in result.stderr


def test_an_old_action_and_an_old_objection_are_asked_about_too(small: Folder) -> None:
    open_ = "\n## Tiles\n\n- [ ] @ana Measure\n- Objection @ben: cost\n"
    days = (6, 13, 20, 27)
    small.write({f"notes/2026-11-{d:02d}-friday.md": taken(takers="ben") for d in days})
    small.write({"notes/2026-10-30-friday.md": taken(takers="ben") + open_})

    small.run("agenda", "new")

    page = small.read("agendas/2026-12-04-friday.md")
    there = "[2026-10-30 friday](../notes/2026-10-30-friday.md)"
    assert (
        f"- @ana Measure, open for 35 days, 4 meetings: {there}. "
        "Keep it, hand it over, or drop it?\n"
    ) in page
    assert (
        f"- @ben on Tiles: cost, unanswered for 35 days, 4 meetings: {there}. "
        "Answer it here, or outside the meeting?\n"
    ) in page
