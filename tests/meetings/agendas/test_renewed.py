"""A page that is older than what would be planned now says so."""

from tests.conftest import Folder

RENEW = "teamkit agenda new friday --date 2026-12-04"
OLD = f"The page is older than what is planned now; renew it: {RENEW}"


def test_a_page_is_fresh_until_something_else_is_planned(small: Folder) -> None:
    small.run("agenda", "new")
    fresh = small.run("agenda", "show").stderr
    small.run("agenda", "add", "Tiles")

    older = small.run("agenda", "show").stderr

    assert OLD not in fresh
    assert older.splitlines()[0] == OLD


def test_a_plan_edited_by_hand_is_not_called_old(small: Folder) -> None:
    path = small.run("agenda", "new").stdout.strip()
    small.write({path: small.read(path).replace("| Wins |", "| Cake |")})

    said = small.run("agenda", "show").stderr

    assert said.startswith("The plan on the page was edited by hand;")


def test_a_cancelled_meeting_has_no_minutes(small: Folder) -> None:
    small.run("agenda", "cancel", "fri", "--because", "snow")

    result = small.run("agenda", "show", "friday", "--date", "2026-12-04")

    assert (result.status, result.stderr) == (0, "")
