from datetime import timedelta

from teamkit.knowledge.survey.model import read_survey
from teamkit.knowledge.survey.turnout import Turnout, message, turnout
from teamkit.markdown.document import parse
from teamkit.people.person import Person
from tests.conftest import Folder
from tests.knowledge.survey.made import ALL, NOW, VOCABULARY, row, with_skills

SURVEY = read_survey(
    parse("q.md", b"---\ntitle: A *bold* round\nopens: 2026-11-15\ncloses: 2026-12-20\n---\n"),
    VOCABULARY,
)
ANA, BEN, CARLA = (Person(handle, handle.capitalize()) for handle in ("ana", "ben", "carla"))


def test_answered_fresh_and_missing_as_their_own_pages_say() -> None:
    before = NOW - timedelta(days=40)
    rows = [
        row("css", 1, NOW),
        row("docker", 1, before),
        row("css", 1, NOW + timedelta(days=9), person="carla"),
        *(row(skill, 2, before, person="ben") for skill in ALL),
    ]

    found = turnout(SURVEY, [ANA, BEN, CARLA], rows, VOCABULARY, demand={}, today=NOW)

    assert found == Turnout(((ANA, NOW),), (BEN,), (CARLA,))
    assert found.expected == 3


def test_the_message_names_who_is_missing_and_both_ways() -> None:
    said = message(SURVEY, Turnout((), (), (ANA, BEN, CARLA)))

    assert said[0] == "**A \\*bold\\* round**"
    assert said[2].startswith("@ana, @ben and @carla: would you say what you know,")
    assert said[2].endswith("It is open until 2026-12-20.")
    assert said[4].startswith("- `teamkit skills survey answer`: at most 12 short questions")
    assert said[5].startswith("- or by hand, in the browser")
    assert message(SURVEY, Turnout((), (), (ANA,)))[2].startswith("@ana: would")
    assert message(SURVEY, Turnout((), (ANA,), ())) == ()


def test_the_command_gives_facts_and_a_message(small: Folder) -> None:
    with_skills(small).write({"skills/surveys/q.md": "---\ntitle: Q\nopens: 2026-11-15\n---\n"})

    told = small.run("skills", "survey", "status")
    facts = small.run("skills", "survey", "status", "q", "--json")

    rows = "ana\tanswered, 2026-11-20\nben\tnot yet\ncarla\tnot yet\n**Q**\n"
    assert told.stdout.startswith(rows)
    assert '"state": "missing"' in facts.stdout
    assert '"message": "**Q**' in facts.stdout


def test_nobody_expected_is_said(small: Folder) -> None:
    small.write({"skills/surveys/q.md": "---\ntitle: Q\nareas: [moon]\n---\n"})

    told = small.run("skills", "survey", "status", "q")

    assert (told.status, told.stdout) == (0, "")
    assert told.stderr == "Nobody is expected to answer: no member has one of its areas.\n"
