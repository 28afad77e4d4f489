"""What the meetings leave waiting."""

from teamkit.facts import Due
from teamkit.meetings.actions.agreements import agreed
from teamkit.meetings.facts import due
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.meetings.made import day


def test_actions_and_objections_wait_the_oldest_first(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-friday.md": "## Uploads\n\n- Objection @ben: cost\n- Objection: it\n",
            "notes/2026-11-13-friday.md": "## Cache\n\n- [ ] @Ana Measure it (due:: 2026-12-01)\n",
            "notes/2026-12-04-friday.md": "## Later\n\n- [ ] @ana Not yet agreed\n",
        }
    )
    team = Team.open(small.path)
    id_ = agreed(team, directory(team))[0].id

    found = due(team, directory(team), day("12-01"))

    assert found == [
        Due(
            what="Measure it",
            who=("ana",),
            on=day("12-01"),
            since=day("11-13"),
            remedy=f"When it is done: teamkit actions done {id_}",
            path="notes/2026-11-13-friday.md",
            line=3,
            kind="action",
        ),
        Due(
            what="Objection on Uploads: cost",
            who=("ben",),
            on=None,
            since=day("11-20"),
            remedy="Write a line: - Answered @ben: ...",
            path="notes/2026-11-20-friday.md",
            line=3,
            kind="objection",
        ),
        Due(
            what="Objection on Uploads: it",
            who=(),
            on=None,
            since=day("11-20"),
            remedy="Write a line: - Answered: ...",
            path="notes/2026-11-20-friday.md",
            line=4,
            kind="objection",
        ),
    ]


def test_commitments_with_a_day_and_actions_of_pairing_sessions_wait_too(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-friday.md": (
                "## Cache\n\n- Commitment @ben: to watch it  (due:: 2026-12-11)\n"
                "- Commitment @ana: to be there\n- [x] @ana Done\n"
            ),
            "pairing/sessions/2026-11-13-ana-ben.md": "## For next time\n\n- [ ] @ben Read it\n",
        }
    )
    team = Team.open(small.path)

    found = due(team, directory(team), day("12-01"))

    assert [(one.what, one.who, one.on, one.kind, one.path, one.line) for one in found] == [
        ("Read it", ("ben",), None, "action", "pairing/sessions/2026-11-13-ana-ben.md", 3),
        (
            "to watch it",
            ("ben",),
            day("12-11"),
            "commitment",
            "notes/2026-11-20-friday.md",
            3,
        ),
    ]
