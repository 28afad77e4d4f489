"""Whether an agenda's page still says what would be planned now."""

from teamkit.errors import TeamkitError
from teamkit.meetings.agenda import compiling
from teamkit.meetings.agendas import Prepared
from teamkit.team import Team


def told(team: Team, page: Prepared) -> list[str]:
    """That the page is older than what is planned now, and how to renew it; else nothing."""
    try:
        change, kept = compiling.new_agenda(team, page)
    except TeamkitError:  # cancelled, held, or with broken marks: it stays as it is
        return []
    if "plan" in kept:
        return ["The plan on the page was edited by hand; what follows is the computed one."]
    if page.standing is None or not change.writes:
        return []
    again = f"teamkit agenda new {page.series.slug} --date {page.day}"
    return [f"The page is older than what is planned now; renew it: {again}"]
