"""What a typed line means: every word, what is refused, and that nothing typed is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.meetings.live.events import from_line, to_line
from teamkit.meetings.live.state import apply
from tests.meetings.live.made import SCRIPT, after, at, begun, say

KINDS = "topic|talk|guideline|solution|pairing|post"


def test_the_next_person_then_the_next_item() -> None:
    assert say(begun(), "").said == ("Ana's turn, then Carla.",)
    assert say(begun("n"), "n").said == ("Carla's turn, the last in this round.",)
    assert say(begun("n", "n"), "").said == (
        "Learnings, 4 min.",
        "Carla's turn, then Ana.",
    )


def test_passing_is_one_key_and_is_not_speaking() -> None:
    state = begun("-", "n")

    assert (state.who, state.marks) == ("carla", {(0, "ben"): "passed", (0, "ana"): "heard"})
    assert say(begun("go uploads"), "-").said == ("Nobody has a turn here; n continues.",)


def test_back_takes_the_turn_back_and_then_the_item() -> None:
    assert begun("n", "b").marks == {}
    assert begun("n", "b").who == "ben"
    assert begun("skip", "b")[3:5] == (0, "carla")
    assert say(begun(), "b").said == ("This is the beginning.",)


def test_skip_leaves_the_rest_unheard() -> None:
    state = begun("skip")

    assert (state.now_on.title, state.who, state.marks) == ("Learnings", "carla", {})


def test_after_the_last_item_it_says_so_and_stays() -> None:
    state = begun("go offline")
    said = ("Offline is the last item: end closes the meeting, b goes back.",)

    assert say(state, "n").said == say(state, "skip").said == said
    assert begun("go offline", "n").now_on.title == "Offline"


@pytest.mark.parametrize("word", ["go 3", "go uploads", "GO Up"])
def test_go_jumps_by_number_or_words(word: str) -> None:
    assert say(begun(), word).said == ("Uploads, 15 min, with Ana.",)


def test_go_says_what_there_is_when_it_fits_nothing_or_several() -> None:
    plan = "1 Wins; 2 Learnings; 3 Uploads; 4 Maps; 5 Offline"

    assert say(begun("go 3"), "go 9").said == (
        "There is no item '9'.",
        f"Type go and a number: {plan}",
        "You typed: go 9",
    )
    last = SCRIPT.items[4]._replace(title="Map tiles offline")
    twofold = SCRIPT._replace(items=(*SCRIPT.items[:4], last))
    assert say(begun(script=twofold), "go MAP").said[:2] == (
        "'MAP' fits several items.",
        "Type go and a number: 4 Maps; 5 Map tiles offline",
    )


def test_going_where_the_meeting_is_says_so_and_changes_nothing() -> None:
    decision = say(begun("go uploads"), "go 3", 2)

    assert decision.said == ("This is where we are: Uploads: 2:00 of 15 min.",)
    assert decision.events == ()


def test_minutes_that_make_the_plan_longer_than_the_meeting_are_said() -> None:
    assert say(begun(), "time 11").said == ("Wins has 11 min.",)
    assert say(begun(), "time 12").said == ("Wins has 12 min.", "61 of 60 minutes planned.")


def test_going_back_to_a_round_goes_on_with_whoever_was_not_asked() -> None:
    assert begun("n", "go uploads", "go wins").who == "ana"


def test_interest_is_counted_and_three_are_worth_a_word() -> None:
    state = begun("go uploads", "+", "+ ben")

    assert state.interest == ((2, ""), (2, "ben"))
    assert say(state, "+").said == ("3 want more of Uploads; deep 10 gives it 10 more minutes.",)
    assert say(state, "+ @ben").said == ("Ben is counted already for Uploads.",)


def test_a_deep_dive_says_what_it_displaces_and_offers_a_follow_up() -> None:
    decision = say(begun("go uploads"), "deep 20", minutes=12)
    state = begun("go uploads", "deep 40")

    assert decision.said == (
        "Uploads has 20 more minutes: 35 in all.",
        "Postponed, made room for Uploads: Offline (15 min).",
        f"Leave a follow-up, if you like: follow {KINDS} [TITLE]",
    )
    assert state.displaced == {4: "made room for Uploads", 3: "made room for Uploads"}
    assert say(state, "n").said[0].startswith("Uploads is the last item")


def test_a_deep_dive_longer_than_the_meeting_says_by_how_much() -> None:
    said = say(begun("go uploads"), "deep 70").said

    assert said[2] == "What is left is 25 min longer than the meeting."


def test_what_was_displaced_comes_back_when_one_goes_there() -> None:
    assert begun("go uploads", "deep 20", "go offline").displaced == {}


def test_time_changes_the_minutes() -> None:
    assert begun("time 5").minutes == {0: 5}
    assert say(begun(), "time ten").said == (
        "'time' needs a number of minutes, 1 to 600.",
        "For instance: time 10",
        "You typed: time ten",
    )


def test_a_follow_up_has_the_item_as_title_unless_one_is_typed() -> None:
    state = begun("go uploads", "follow talk", "follow guideline How we upload")

    assert state.follow_ups == ((2, "talk", "Uploads"), (2, "guideline", "How we upload"))
    assert say(state, "follow song").said[0].startswith("A follow-up is one of: topic,")


def test_who_comes_in_speaks_last_and_who_goes_is_not_asked() -> None:
    state = begun("in fay", "out ana")

    assert state.after("ben") == ("carla", "fay")
    assert state.here == {"ben", "carla", "fay"}
    assert say(state, "out ana").said == ("Ana is not here anyway.",)
    assert say(state, "in fay").said == ("Fay is here already.",)


def test_when_whoever_has_the_turn_goes_the_next_one_has_it() -> None:
    assert say(begun(), "out @ben").said == ("Ben is out.", "Ana's turn, then Carla.")


def test_who_comes_in_when_all_had_their_turn_has_it() -> None:
    short = SCRIPT._replace(items=SCRIPT.items[:1])
    state = begun("n", "n", "n", script=short)

    assert state.who == ""
    assert say(state, "in fay").said == ("Fay is in.", "Fay's turn, the last in this round.")


@pytest.mark.parametrize(
    ("word", "said"),
    [("in", "Who came in?"), ("out", "Who went?"), ("in goran", "There is no person 'goran'.")],
)
def test_persons_must_be_named_and_known(word: str, said: str) -> None:
    decision = say(begun(), word)

    assert decision.events == ()
    assert (decision.said[0], decision.said[-1]) == (said, f"You typed: {word}")


def test_a_line_goes_under_the_current_heading_with_the_label_of_the_round() -> None:
    state = begun("@carla shipped it", "d: keep it", "go uploads", "a @ana measure 2026-12-11")

    assert [(one.heading, one.line, one.people) for one in state.lines] == [
        ("Wins", "- Win @carla: shipped it", ("carla",)),
        ("Wins", "- Decision: keep it", ()),
        ("Uploads", "- [ ] @ana measure  (due:: 2026-12-11)", ("ana",)),
    ]


def test_the_last_line_is_taken_back_then_the_one_before() -> None:
    state = begun("d one", "d two", "u")

    assert [one.line for one in state.standing] == ["- Decision: one"]
    assert say(state, "u").said == ("Taken back, under Wins: - Decision: one",)
    assert say(begun(), "u").said == ("No line was noted that could be taken back.",)


def test_a_line_that_means_nothing_is_repeated_with_the_way_out() -> None:
    decision = say(begun("go uploads"), "stauts")

    assert decision.events == ()
    assert decision.said[0] == "'stauts' is not understood here."
    assert decision.said[1].startswith("Type d TEXT")
    assert decision.said[2] == "You typed: stauts"


def test_a_line_that_is_too_long_is_refused() -> None:
    assert say(begun(), "d " + "x" * 3000).said[0] == (
        "That line has 3002 characters; nothing was noted."
    )


def test_words_of_the_engine_may_begin_a_sentence_in_a_round() -> None:
    state = begun("go live went well", "end users are happy", "follow up on the demo was great")

    assert [one.line for one in state.lines] == [
        "- Win @ben: go live went well",
        "- Win @ben: end users are happy",
        "- Win @ben: follow up on the demo was great",
    ]


def test_where_we_are_names_the_plan() -> None:
    assert say(begun("go uploads", "deep 20", "d tus"), "status", minutes=2).said == (
        "Uploads: 2:00 of 35 min.",
        "Meeting: 2:00 of 60 min; 1 line noted.",
        "1 Wins, 8 min, done",
        "2 Learnings, 4 min",
        "3 Uploads, 35 min, now",
        "4 Maps, 15 min",
        "5 Offline, 15 min, not today: made room for Uploads",
    )


def test_the_help_names_every_word() -> None:
    said = "\n".join(say(begun(), "?").said)

    for word in ("n, or Enter", "deep MINUTES", "d TEXT", "a @WHO TEXT [DAY]", "quit"):
        assert word in said


def test_the_end_says_what_was_not_reached_and_what_is_next() -> None:
    decision = say(begun("go uploads", "deep 20"), "end", minutes=50)

    assert decision.said == (
        "The meeting is over after 50 min; 0 lines noted.",
        "Not reached: Maps.",
        "Next: teamkit notes wrap friday",
    )
    assert decision.is_over


def test_quit_leaves_it_open() -> None:
    decision = say(begun(), "quit")

    assert [event.kind for event in decision.events] == ["left"]
    assert decision.is_over
    assert decision.said[0].endswith("teamkit meeting run friday --date 2026-12-04")


def test_a_clock_that_went_back_is_said_once_and_loses_nothing() -> None:
    state, events = after("d one")

    decision = say(state, "status", minutes=-120)

    assert decision.said[0] == "The clock jumped back by 2 h; time continues from here."
    assert [event.kind for event in decision.events] == ["clock"]
    assert decision.events[0].at == at(-120)
    assert len(events) == 2


WORDS = st.sampled_from(
    ["", "n", "b", "-", "+", "+ ana", "skip", "u", "?", "status", "deep 5", "deep", "deep x",
     "time 3", "time 0", "go 1", "go 5", "go 99", "go a", "in fay", "out ben", "in nobody", "end",
     "quit", "follow talk x", "follow", "d text", "d", "a @ana do it fri", "@carla yes", "t 4/1/1",
     "o! @ben no", "w @ben", "t 999/1", "- Decision: x", "\ud800", "\x1b[A", "d \u2028 <!-- x"]
)  # fmt: skip
TYPED = st.one_of(WORDS, st.text(max_size=30), st.tuples(WORDS, st.text(max_size=5)).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(st.lists(TYPED, max_size=12))
def test_whatever_is_typed_is_answered_and_never_fails(lines: list[str]) -> None:
    state = begun()
    for line in lines:
        decision = say(state, line)

        assert decision.said
        assert all(decision.said)
        for event in decision.events:
            assert from_line(to_line(event)) == event
            state = apply(state, event)
