"""Topics, agendas and notes, read from documents."""

from teamkit.markdown.document import parse
from teamkit.meetings.model import dated, read_agenda, read_notes, read_topic
from tests.meetings.made import day


def lower(written: str) -> str:
    return written.lower()


def test_a_file_name_says_the_day_and_the_series() -> None:
    assert dated("2026-12-04-friday") == (day("12-04"), "friday")
    assert dated("2026-12-04") == (day("12-04"), "")
    assert dated("2026-02-30-friday") == (None, "2026-02-30-friday")
    assert dated("ideas") == (None, "ideas")


def test_a_topic_is_read_whatever_its_file_is_called() -> None:
    text = b"---\nby: '@Ana'\ninterest: [ben, '[[Eli]]']\nminutes: 15\n---\n\n# Big uploads #\n"

    topic = read_topic(parse("topics/ideas.md", text), lower)

    assert (topic.title, topic.by, topic.interest, topic.minutes) == (
        "Big uploads",
        "ana",
        ("ben", "eli"),
        15,
    )
    assert (topic.day, topic.status, topic.series, topic.meeting) == (None, "open", "", "")


def test_a_topic_without_anything_is_called_like_its_file() -> None:
    topic = read_topic(parse("topics/2026-12-01-ana-uploads.md", b"Just words.\n"), lower)

    assert (topic.title, topic.day, topic.by) == ("2026-12-01-ana-uploads", day("12-01"), "")


def test_keys_win_over_the_file_name() -> None:
    text = b"---\ndate: 2026-12-03\nseries: joint\nmoved_from: 2026-12-04\n---\n"

    agenda = read_agenda(parse("agendas/2026-12-04-friday.md", text), lower)

    assert agenda is not None
    assert (agenda.day, agenda.series, agenda.moved_from) == (day("12-03"), "joint", day("12-04"))


def test_what_belongs_to_no_day_is_no_meeting() -> None:
    assert read_agenda(parse("agendas/ideas.md", b"x\n"), lower) is None
    assert read_notes(parse("notes/ideas.md", b"x\n"), lower) is None


def test_notes_that_name_nobody_do_not_say_who_was_there() -> None:
    silent = read_notes(parse("notes/2026-12-04-friday.md", b"---\npresent: []\n---\n"), lower)
    told = read_notes(
        parse("notes/2026-12-04-friday.md", b"---\npresent: [Ana]\nregrets: [Ben]\n---\n"), lower
    )

    assert silent is not None
    assert told is not None
    assert (silent.present, silent.regrets) == (None, ())
    assert (told.present, told.regrets) == (("ana",), ("ben",))
