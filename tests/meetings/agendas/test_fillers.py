"""A thin agenda is seen early, and filled from what lies open."""

from tests.conftest import Folder
from tests.meetings.made import taken

ROUND_OPEN = "\n## Tiles\n\n- [ ] @ana Measure\n"
OVERDUE = (
    "---\ntitle: Maps\nstatus: owned\nlast_reviewed_on: 2026-01-01\nreview_by: 2026-07-01\n---\n"
)


def told(folder: Folder, today: str) -> str:
    return folder.run("agenda", "new", "--dry-run", env={"TEAMKIT_TODAY": today}).stderr


def test_two_days_ahead_what_lies_open_is_proposed(small: Folder) -> None:
    small.write(
        {
            "notes/2026-10-30-friday.md": taken(takers="ben") + ROUND_OPEN,
            "notes/2026-11-20-friday.md": taken(takers="ben") + ROUND_OPEN.replace("Me", "me"),
            "solutions/maps.md": OVERDUE,
        }
    )

    review = "Review the solutions for: Maps (review, open since 2026-07-01, due 2026-07-01)"

    far, near = told(small, "2026-12-01"), told(small, "2026-12-02")

    assert "There is room" not in far
    assert near.split("There is room for:\n")[1].splitlines()[:3] == [
        f"  {review}: solutions/maps.md:5",
        "  Measure (action, open since 2026-10-30): notes/2026-10-30-friday.md:11",
        'Add one: teamkit agenda add "..."',
    ]


def test_a_full_agenda_asks_for_nothing(small: Folder) -> None:
    small.write(
        {
            "notes/2026-10-30-friday.md": taken(takers="ben") + ROUND_OPEN,
            "topics/2026-11-30-ana-x.md": "---\ntitle: X\nminutes: 36\n---\n",
        }
    )

    assert "14 free.\n" in told(small, "2026-12-02")
    assert "There is room" not in told(small, "2026-12-02")
