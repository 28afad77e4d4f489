from teamkit.knowledge.skills.demand import records
from teamkit.knowledge.survey.demand import in_demand
from teamkit.people.catalog import catalog
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.survey.made import with_skills


def test_what_needs_a_skill_is_counted_by_kind(small: Folder) -> None:
    with_skills(small).write(
        {
            "solutions/a.md": "---\ntitle: A\nskills: [psql, css]\n---\n",
            "solutions/b.md": "---\ntitle: B\nskills: [postgres]\n---\n",
            "solutions/c.md": "---\ntitle: C\nstatus: retired\nskills: [docker]\n---\n",
            "talks/t.md": "---\ntitle: T\nstatus: wanted\nskills: [css]\n---\n",
            "talks/u.md": "---\ntitle: U\nstatus: given\nskills: [docker]\n---\n",
        }
    )
    team = Team.open(small.path)
    known = catalog(team)

    assert in_demand(records(team, known, directory(team))) == {
        "postgres": "2 solutions need it",
        "css": "1 solution needs it, 1 talk about it is wanted",
    }
