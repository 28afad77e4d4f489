"""One typed line as a line of the notes."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.errors import AmbiguousError, TeamkitError, UnknownError, UsageError
from teamkit.markdown.tasks import parse_task
from teamkit.meetings.bullets import LABELS, parse
from teamkit.meetings.notes.capture import HELP, Captured, capture
from teamkit.people.directory import Directory
from teamkit.people.person import Person

NAMES = {
    "ana": "Ana Ibarra",
    "ben": "Ben Ortega",
    "carla": "Carla Quintás",
    "goran": "Goran Petrov",
    "gorana": "Gorana Petrova",
    "li.wei": "Wei Li",
}
PEOPLE = Directory({handle: Person(handle, name) for handle, name in NAMES.items()})
TUESDAY = date(2026, 12, 1)


def captured(
    text: str, label: str = "", speaker: str = "", labels: tuple[str, ...] = ()
) -> Captured:
    return capture(text, people=PEOPLE, today=TUESDAY, label=label, speaker=speaker, labels=labels)


@pytest.mark.parametrize(
    ("text", "line", "echo"),
    [
        ("d resumable uploads", "- Decision: resumable uploads", "Decision: resumable uploads"),
        ("d: yes", "- Decision: yes", "Decision: yes"),
        ("D: yes", "- Decision: yes", "Decision: yes"),
        ("d:yes", "- Decision: yes", "Decision: yes"),
        ("k **no**: the proxy", "- Key: **no**: the proxy", "Key: **no**: the proxy"),
        (
            "a @ana Measure the cache 2026-12-11",
            "- [ ] @ana Measure the cache  (due:: 2026-12-11)",
            "Action for Ana, due Fri 2026-12-11: Measure the cache",
        ),
        (
            "a: @ana, @ben and @carla: call fri",
            "- [ ] @ana @ben @carla call  (due:: 2026-12-04)",
            "Action for Ana, Ben and Carla, due Fri 2026-12-04: call",
        ),
        (
            "a @ana Measure next fri",
            "- [ ] @ana Measure  (due:: 2026-12-11)",
            "Action for Ana, due Fri 2026-12-11: Measure",
        ),
        ("a Write it down", "- [ ] Write it down", "Action for nobody yet: Write it down"),
        ("a @ana fix it on fr", "- [ ] @ana fix it on fr", "Action for Ana: fix it on fr"),
        (
            "a Ana Ibarra writes it",
            "- [ ] Ana Ibarra writes it",
            "Action for nobody yet: Ana Ibarra writes it (for Ana? write @ana)",
        ),
        (
            "a @ana write it by 31 Dec",
            "- [ ] @ana write it by 31 Dec",
            "Action for Ana: write it by 31 Dec (no day understood)",
        ),
        (
            "c @ana write it december 31st",
            "- Commitment @ana: write it december 31st",
            "Commitment by Ana: write it december 31st (no day understood)",
        ),
        ("a @ana friday", "- [ ] @ana friday", "Action for Ana: friday"),
        ("a @ana go to 1.10", "- [ ] @ana go to 1.10", "Action for Ana: go to 1.10"),
        (
            "a @ana fri tomorrow",
            "- [ ] @ana fri  (due:: 2026-12-02)",
            "Action for Ana, due Wed 2026-12-02: fri",
        ),
        (
            "a @ana Measure yesterday",
            "- [ ] @ana Measure  (due:: 2026-11-30)",
            "Action for Ana, due Mon 2026-11-30, which is past: Measure",
        ),
        ("s @ana used twice", "- Support @ana: used twice", "Support by Ana: used twice"),
        ("s! @ana: x", "- Support (strong) @ana: x", "Support by Ana, strong: x"),
        ("o @ben storage", "- Objection @ben: storage", "Objection by Ben: storage"),
        ("o!: @ben cost", "- Objection (strong) @ben: cost", "Objection by Ben, strong: cost"),
        ("o storage", "- Objection: storage", "Objection: storage"),
        ("q when?", "- Question: when?", "Question: when?"),
        ("q @carla when?", "- Question @carla: when?", "Question by Carla: when?"),
        (
            "c @ana ship it eow",
            "- Commitment @ana: ship it  (due:: 2026-12-04)",
            "Commitment by Ana, due Fri 2026-12-04: ship it",
        ),
        ("c we ship it", "- Commitment: we ship it", "Commitment: we ship it"),
        ("p the other thing", "- Parked: the other thing", "Parked: the other thing"),
        (
            "t 4/1/1",
            "- Temperature: 4 support, 1 neutral, 1 concern",
            "Temperature: 4 support, 1 neutral, 1 concern",
        ),
        ("ans @ben a cap", "- Answered @ben: a cap", "Answered for Ben: a cap"),
        ("w @ben", "- Withdrawn @ben", "Withdrawn by Ben"),
        ("w: @ben: it is fine", "- Withdrawn @ben: it is fine", "Withdrawn by Ben: it is fine"),
        ("d two\nlines\x00\x1b here", "- Decision: two lines here", "Decision: two lines here"),
    ],
)  # fmt: skip
def test_a_letter_is_a_label(text: str, line: str, echo: str) -> None:
    found = captured(text)

    assert (found.line, found.echo) == (line, echo)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Decision: yes", "- Decision: yes"),
        ("- **Decision:** yes", "- **Decision:** yes"),
        ("Objection (strong) @Ben: storage", "- Objection (strong) @ben: storage"),
        ("* Objection (mild) Carla Quintás: a: b", "- Objection (mild) @carla: a: b"),
        ("Shoutout [[people/ana|Ana]]: thanks", "- Shoutout @ana: thanks"),
        ("Pairing Ana Ibarra, @ben & Wei Li: x", "- Pairing @ana, @ben & @li.wei: x"),
        ("Withdrawn @ben", "- Withdrawn @ben"),
        (
            "- [ ] @Ana ask @Ben (due:: 2026-12-11)",
            "- [ ] @ana ask @Ben (due:: 2026-12-11)",
        ),
        ("[x] @ana did it", "- [x] @ana did it"),
        ("- [ ] nobody's yet", "- [ ] nobody's yet"),
        ("Action @ana: measure fri", "- [ ] @ana measure  (due:: 2026-12-04)"),
        ("News @ana: the site moved", "- News @ana: the site moved"),
    ],
)
def test_a_label_in_full_stays_as_typed_but_for_its_handles(text: str, line: str) -> None:
    assert captured(text, labels=("News",)).line == line


@pytest.mark.parametrize(
    ("text", "label", "speaker", "line"),
    [
        ("@ana the map", "Win", "", "- Win @ana: the map"),
        ("@ana: the map", "Win", "ben", "- Win @ana: the map"),
        ("the map", "Win", "ben", "- Win @ben: the map"),
        ("A nice week", "Win", "ben", "- Win @ben: A nice week"),
        ("@ana and @ben paired on tiles", "Pairing", "", "- Pairing @ana @ben: paired on tiles"),
        ("@ana @ben", "Pairing", "", "- Pairing @ana @ben"),
        ("the build", "frustration", "", "- frustration: the build"),
        ("the build", "Frustration", "ben", "- Frustration: the build"),
        ("@ana the build", "Frustration", "ben", "- Frustration @ana: the build"),
        ("everybody", "Shoutout", "ben", "- Shoutout: everybody"),
        ("the site", "What's new?", "ben", "- What's new? @ben: the site"),
        ("d yes", "Win", "ben", "- Decision: yes"),
        ("Key: yes", "Win", "ben", "- Key: yes"),
        ("a nice week", "Win", "ben", "- [ ] nice week"),
    ],
)
def test_in_a_round_a_bare_line_gets_its_label(
    text: str, label: str, speaker: str, line: str
) -> None:
    assert captured(text, label, speaker).line == line


@pytest.mark.parametrize("name", ["@ana", "@Ana", "@an", "[[ana]]", "[[Ana Ibarra]]"])
def test_a_person_may_be_named_in_every_unique_way(name: str) -> None:
    assert captured(f"o {name} cost").people == ("ana",)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("hello everybody", ""),
        ("@ana the map", ""),
        ("the map", "Win"),
        ("@ana", "Win"),
        ("", ""),
        ("d", ""),
        ("d:", ""),
        ("a @ana @ben", ""),
        ("s @ana", ""),
        ("Decision:", ""),
        ("- [ ]", ""),
        ("- [ ] @ana", ""),
        ("t 4/1", ""),
        ("t many", ""),
        ("t 4/1/1/1", ""),
        ("a @ana call 03/04", ""),
        ("d! yes", ""),
        ("d not \udcff text", ""),
        ("d this <!-- hides the rest", ""),
    ],
)
def test_what_means_nothing_is_refused(text: str, label: str) -> None:
    with pytest.raises(UsageError) as refused:
        captured(text, label)

    assert refused.value.hint


def test_a_line_that_would_be_read_as_something_else_is_refused() -> None:
    with pytest.raises(UsageError):
        captured("a Action Carla: measure")
    with pytest.raises(UsageError):
        capture("o @Xy cost", people=Directory({"x!y": Person("x!y", "Xy")}), today=TUESDAY)


def test_somebody_unknown_is_refused_with_the_closest() -> None:
    with pytest.raises(UnknownError) as refused:
        captured("a @anna Measure")

    assert refused.value.hint == "Did you mean: ana?"
    with pytest.raises(AmbiguousError):
        captured("a @gora Measure")
    with pytest.raises(UnknownError):
        captured("a @me Measure")


def test_the_help_names_every_letter() -> None:
    assert [keys.split()[0] for keys, _ in HELP[:9]] == [
        "d",
        "a",
        "s",
        "o",
        "k",
        "q",
        "c",
        "p",
        "t",
    ]


WORDS = st.text(st.sampled_from("abcdefgz éñ"), min_size=1).map(
    lambda t: " ".join(["so", *t.split()])
)
HANDLES = st.lists(st.sampled_from(sorted(NAMES)), unique=True, max_size=3)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["d", "k", "p", "s", "s!", "o", "o!", "q", "c", "ans", "w"]), HANDLES, WORDS)
def test_a_bullet_is_read_back_as_it_was_meant(letter: str, who: list[str], said: str) -> None:
    names = [] if letter in {"d", "k", "p"} else who

    found = captured(" ".join([letter, *(f"@{one}" for one in names), said]))

    assert parse(found.line) == (found.label, tuple(names), letter.endswith("!"), said)
    assert found.people == tuple(names)


@settings(max_examples=100, deadline=None)
@given(HANDLES, WORDS, st.sampled_from(["", "fri", "tomorrow", "+2w", "eow", "2026-12-11"]))
def test_an_action_is_read_back_as_it_was_meant(who: list[str], said: str, day: str) -> None:
    found = captured(" ".join(["a", *(f"@{one}" for one in who), said, day]))

    task = parse_task(found.line, 1)
    assert task is not None
    assert (task.owners, task.what, bool(task.due)) == (tuple(who), said, bool(day))


ANY = st.text(st.sampled_from("aoswd @:!*_-[]()<>~#`x|\n\r\t\u2028\x85.,&fri1/"), max_size=25)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["", "d ", "a @ana ", "o! @ben ", "c ", "@ana ", "Key: ", "- [ ] "]),
    ANY | st.text(max_size=25),
    st.sampled_from(["", "Win"]),
)
def test_whatever_is_typed_becomes_one_readable_line_or_a_refusal(
    start: str, said: str, label: str
) -> None:
    try:
        found = captured(start + said, label, "carla" if label else "")
    except TeamkitError:
        return

    assert found.line == " ".join(found.line.splitlines())
    if found.label == "action":
        task = parse_task(found.line, 1)
        assert task is not None
        assert task.owners == found.people
    else:
        read = parse(found.line, LABELS)
        assert read is not None
        assert (read[0], read[1]) == (found.label, found.people)
